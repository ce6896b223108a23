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
