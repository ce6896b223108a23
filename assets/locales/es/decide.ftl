# Las decisiones, la pajarita y el presupuesto.

## Las decisiones

decision-undecided = sin decisión
decision-treat = se tratará
decision-accept = aceptado
decision-transfer = transferido
decision-avoid = evitado
decision-review = {" "}· revisar { $date }
decision-review-past = {" "}· tocaba revisar { $date }: hay que volver a mirarlo
decision-no-review = {" "}· sin fecha de revisión
decision-no-reason = falta el motivo
summary-undecided = sin decisión aún (A decide)
choice-course = decisión
course-undecided = sin decisión aún
course-treat = tratarlo con soluciones
course-accept = aceptarlo: vivir con ello
course-transfer = transferirlo: un seguro, un proveedor
course-avoid = evitarlo: dejar lo que lo provoca
typing-decision = { $risk } · { $course }: ¿por qué?
typing-decision-foot = una línea; vacía: falta el motivo
typing-review = ¿cuándo volver a mirarlo?

## La pajarita

scope-bow-tie = pajarita
bow-tie-title = Pajarita
bow-tie-no-cause = sin causa aún (e la escribe)
bow-tie-no-consequence = sin consecuencia aún (e la escribe)
bow-tie-no-prevention = nada lo previene aún (a añade una solución)
bow-tie-no-reduction = nada lo reduce aún (a añade una solución)
bow-tie-no-fix = nada ayuda a arreglarlo aún (a añade una solución)
bow-tie-no-levels = sin solución aún; se enlaza cuando el riesgo tiene niveles

## El presupuesto

scope-budget = presupuesto
budget-title = Presupuesto
budget-money = dinero
budget-effort = jornadas
budget-days = { $n ->
    [one] 1 jornada
   *[other] { $n } jornadas
}
budget-no-cap = sin tope aún: c lo fija
budget-cap = tope { $cap } · sugerido { $cost } · quedan { $left }
budget-removes = quita { $removed } de { $points } puntos: { $rate } por { $per } · riesgos sobre la línea { $before } → { $after }
    .short = quita { $removed } de { $points } puntos · sobre la línea { $before } → { $after }
budget-nothing = con este tope nada quita puntos
budget-exact = Exacto: ningún otro conjunto de estas { $n } quita más.
budget-heuristic = Aproximado para { $n } candidatas (con más de { $most } no se prueban todos los conjuntos): por puntos según coste y luego cambios; puede haber uno mejor.
budget-measure = Se mide en puntos de la clasificación; por celda cuenta una vez el mejor nivel; lo que está en curso o hecho se da por hecho.
budget-measure-money = Coste: una vez más el primer año.
budget-measure-effort = Jornadas: XS 1, S 2, M 10, L 40, XL 80.
budget-kept = { $n ->
    [one] 1 elegida queda fuera y sigue elegida: decide la sala; en total { $together }
   *[other] { $n } elegidas quedan fuera y siguen elegidas: decide la sala; en total { $together }
}
    .short = { $n ->
        [one] 1 elegida fuera sigue elegida; en total { $together }
       *[other] { $n } elegidas fuera siguen elegidas; en total { $together }
    }
budget-head-status = estado
budget-head-points = quita
budget-head-cost = coste
budget-head-per-money = por 1.000
budget-head-per-effort = por 10 j.
budget-unpriced = sin coste aún
budget-free = gratis
budget-no-room = no cabe con el resto
budget-above-cap = sola supera el tope
budget-adds-nothing = no añade nada
budget-left-out = queda fuera
budget-idle = no baja nada
budget-loses = Sin ella el conjunto pierde { $n } puntos.
budget-adds = No cabe con el resto; añadiría { $n } puntos.
budget-adds-above-cap = Sola supera el tope; añadiría { $n } puntos.
budget-adds-none = No añade nada: otras ya hacen lo mismo.
budget-unpriced-how = Queda fuera de la sugerencia: Enter va a su tarjeta; allí c pone coste y esfuerzo.
budget-idle-how = No baja ningún nivel de un riesgo de la lista: Enter va a su tarjeta; allí f pone un efecto.
budget-with-set = Con el conjunto
budget-empty = Nada que elegir: no hay ideas ni soluciones elegidas en el tablero. Allí a añade una, f su efecto, c su coste.
typing-cap-money = Tope: ¿cuánto dinero?
typing-cap-effort = Tope: ¿cuántas jornadas?
typing-cap-money-foot = como 15.000 o 15 mil; vacío: sin tope
typing-cap-effort-foot = como 30 o 6 s; vacío: sin tope
notice-not-days = no es un número de jornadas: escríbelo como 30, 30 d o 6 s (semanas)
notice-suggestion = { $n ->
    [one] 1 idea queda elegida; u lo deshace
   *[other] { $n } ideas quedan elegidas; u lo deshace
}
notice-suggestion-chosen = nada que elegir: ninguna idea está en la sugerencia
entry-accept-suggestion = sugerencia aceptada
