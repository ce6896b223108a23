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
