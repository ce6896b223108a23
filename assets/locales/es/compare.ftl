## Dos sesiones comparadas

verdict-worse = peor
verdict-better = mejor
verdict-new = nuevo
verdict-gone = ya no está
verdict-scored = puntuado
verdict-unscored = sin puntuar
verdict-reworded = reescrito
verdict-same = igual

cause-solved = { $id } está hecha
cause-weights = otros pesos
cause-bands = otras bandas
cause-scale = otra escala
cause-duty = ahora obligación legal
cause-no-duty = ya no es obligación legal
cause-named = nombrado después
cause-parked = aparcado
cause-merged = ahora dentro de { $id }
cause-binned = en la papelera
cause-left = no continuó
cause-wording = otras palabras
cause-outside = editado fuera del programa
cause-others = se movieron otros
cause-by-votes = votos
cause-by-override = distinto de la mediana
cause-by-override-untold = distinto de la mediana, falta el motivo
cause-by-agreed = acordado
cause-by-cleared = sin nivel
cause-first-levels = primeros niveles
cause-no-levels = aún sin niveles

settings-levels = Las escalas tienen { $before } y { $after } niveles: los puntos se comparan por lo alto que llegan.
settings-texts = Los textos de los niveles son otros.
settings-weights = Pesos: { $before } → { $after }
settings-bands = Bandas desde el %: { $before } → { $after }
settings-appetite = Línea de apetito sobre: { $before } → { $after }
settings-revenue = Ingresos anuales: { $before } → { $after }
settings-joined = Solo la segunda vez: { $after }
settings-left = Solo la primera vez: { $before }

work-new = { $n ->
    [one] 1 solución nueva
   *[other] { $n } soluciones nuevas
}
work-done = { $n ->
    [one] 1 hecha desde entonces
   *[other] { $n } hechas desde entonces
}
work-gone = { $n ->
    [one] 1 ya no está
   *[other] { $n } ya no están
}

## En pantalla y en papel

scope-compare = comparación
compare-title = { $before } → { $after }
compare-solutions = Soluciones: { $what }
compare-none = Nada distingue a las dos.
compare-no-changes = Ningún riesgo ha cambiado; F los muestra todos.
compare-changes = solo cambios
compare-counts = peor { $worse } · mejor { $better } · nuevos { $new } · fuera { $gone }
compare-head-before = antes
compare-head-after = después
compare-head-place = puesto
compare-head-risk = riesgo
compare-not-carried = esta sesión no continúa ninguna otra
compare-not-found = La sesión que continúa no está en la biblioteca.
compare-mark-two = marca dos sesiones con Espacio
compare-matched = emparejados a mano: { $before } es { $after }
compare-apart = { $before } y { $after } son ahora dos riesgos
compare-match-first = { $before } espera: elige el riesgo que es y pulsa m otra vez
compare-match-other = solo se emparejan un riesgo que ya no está y uno nuevo

action-compare-sessions = Comparar las dos sesiones marcadas
    .hint = comparar
action-go-compare = Comparar con la sesión que esta continúa
action-turn-changes = Mostrar solo cambios, o todo
    .hint = solo cambios
action-swap-compared = Intercambiar antes y después
    .hint = intercambiar
action-match-risks = Son un solo riesgo, o dos
    .hint = emparejar
action-compared-map = Mapas de calor lado a lado
    .hint = mapas
action-open-difference = Mostrar el riesgo en su sesión
    .hint = mostrar
action-mark-session = Marcar la sesión
    .hint = marcar

compare-marked = { $n } marcadas

compare-hidden = oculto hasta que la sala dé sus propios niveles
