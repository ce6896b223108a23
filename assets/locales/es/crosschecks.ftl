# Contrastes de la clasificación: duelos de riesgos empatados.

scope-duel = duelo
action-duel = Duelo de dos riesgos empatados
    .hint = duelo
action-duel-left = Va primero el de la izquierda
    .hint = primero izq.
action-duel-right = Va primero el de la derecha
    .hint = primero der.
entry-duel = duelo
duel-title = Duelo
duel-question = Banda, puntos, daño y probabilidad son iguales. ¿Cuál va primero?
duel-first = primero
duel-no-reason = falta el motivo
typing-duel = { $first } antes que { $second }
typing-duel-foot = ¿por qué? Esc: sin motivo
esc-no-reason = sin motivo
notice-duel = { $first } va antes que { $second }
notice-duel-untold = { $first } va antes que { $second }; falta el motivo
unavailable-no-tie = no está empatado con el de arriba ni el de abajo
ranking-tied = = empatado con { $others }: D pone dos frente a frente
show-duel = empatado con { $risk }, delante por duelo: { $reason }
show-duel-untold = empatado con { $risk }, delante por duelo; falta el motivo

## Equipos comparados

scope-teams = equipos
action-compare-teams = Comparar los equipos
    .hint = equipos
action-open-compared = Ver la celda en la tabla
    .hint = ver
teams-title = Equipos comparados: medianas (votos)
teams-head = Equipo
teams-none = sin equipo
teams-gap = niveles entre los equipos
teams-too-few = Hay menos de dos equipos: g w muestra a las personas; allí, t dice por qué equipo habla cada una.
teams-apart = { $cell }: { $n ->
    [one] 1 nivel
   *[other] { $n } niveles
 } entre { $low } y { $high }
teams-widest = Lo más separado: { $gap }
teams-widest-here = Aquí es donde más se separan los equipos.
teams-alike = { $cell }: los equipos coinciden
teams-only-one = { $cell }: solo un equipo ha votado un nivel
teams-silent = { $cell }: ningún voto revelado de un equipo

## La votación con pegatinas

scope-dots = votación con pegatinas
action-go-dot-vote = Ir a la votación con pegatinas
action-type-dots = Escribir las pegatinas del riesgo
    .hint = pegatinas
action-open-dotted = Escribir sus pegatinas; en la comparación, ver el riesgo en la tabla
    .hint = abrir
action-compare-dots = Comparar instinto y puntuación, o volver a las pegatinas
    .hint = pegatinas / comparar
action-clear-dots = Ninguna pegatina para el riesgo
    .hint = ninguna
action-more-dots = Una pegatina más para cada persona
    .hint = más por persona
action-fewer-dots = Una pegatina menos para cada persona
    .hint = menos por persona
action-restart-dots = Vaciar la votación con pegatinas
entry-dots = pegatinas
entry-clear-dots = pegatinas
entry-more-dots = pegatinas por persona
entry-fewer-dots = pegatinas por persona
entry-restart-dots = votación con pegatinas
typing-dots = Pegatinas
typing-dots-foot = ↑ ↓ guardan y se mueven
dots-title = Votación con pegatinas: ¿qué teme más tu instinto?
dots-compared = Instinto y puntuación comparados
dots-head = peg.
dots-gut = instinto
dots-score = puesto
dots-apart = diferencia
dots-of = { $n } de { $all } pegatinas
dots-in = { $n ->
    [one] 1 pegatina
   *[other] { $n } pegatinas
 }
dots-how = { $n ->
    [one] Cada persona tiene 1 pegatina
   *[other] Cada persona tiene { $n } pegatinas
 } para los riesgos que más teme; no se ve ninguna puntuación. Cuenta manos o dedos riesgo a riesgo: escribe el número y Enter sigue.
dots-too-many = { $n ->
    [one] 1 pegatina más de las que hay.
   *[other] { $n } pegatinas más de las que hay.
 }
dots-nobody = Aún no hay nadie, así que no se sabe cuántas pegatinas hay: g w añade personas.
dots-none = Aún no hay pegatinas: Tab vuelve y las cifras las escriben.
dots-unscored = Ningún riesgo tiene aún un puesto con el que comparar.
dots-agree = Instinto y puntuación coinciden: ningún riesgo puntuado está a más de un puesto.
dots-blanked = Las puntuaciones están ocultas: Esc y luego b las muestra.
dots-gut-higher = instinto +{ $n }
dots-score-higher = puntuación +{ $n }
dots-no-rank = sin puesto aún
dots-agreeing = { $n ->
    [one] 1 riesgo puntuado coincide: a un puesto como mucho.
   *[other] { $n } riesgos puntuados coinciden: a un puesto como mucho.
 }
dots-place = { $risk }: { $n ->
    [one] 1 pegatina
   *[other] { $n } pegatinas
 }, puesto { $places } por instinto, puesto { $rank } por puntuación.
dots-gut-fears = El instinto lo teme más.
dots-score-says = La puntuación dice más.
dots-waits = { $risk }: { $n ->
    [one] 1 pegatina
   *[other] { $n } pegatinas
 } y aún sin puesto: sus niveles no están completos.
notice-not-dots = Las pegatinas son un número de 0 a 999; Enter sigue con el siguiente riesgo.
notice-dots-in = { $n ->
    [one] Era el último riesgo: 1 pegatina en total.
   *[other] Era el último riesgo: { $n } pegatinas en total.
 }
unavailable-comparing = Tab vuelve a las pegatinas
unavailable-no-dots = ningún riesgo tiene pegatinas
show-dots = pegatinas del instinto: { $dots }
