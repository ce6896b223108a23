## Repetición y revisión

scope-replay = repetición
header-replay = REPETICIÓN
header-review = REVISIÓN
unavailable-replaying = la repetición muestra cómo era; Esc vuelve a ahora
unavailable-reviewing = en revisión solo se escribe el seguimiento; Enter en Inicio la abre para trabajar
notice-nothing-to-replay = Aún no se ha hecho nada que repetir.
action-review = Revisar la sesión: solo mirar
    .hint = revisar
action-go-replay = Repetir la sesión, o parar
action-replay-back = Un paso atrás
    .hint = atrás
action-replay-on = Un paso adelante
    .hint = adelante
action-replay-start = Al principio
action-replay-end = Al final
action-replay-page-back = Diez pasos atrás
action-replay-page-on = Diez pasos adelante
action-turn-grain = Avanzar por cambio, por votos revelados o por decisión
    .hint = por …
action-show-replayed = Ir a lo que cambió
    .hint = mostrar
action-replay-changed = Repetir desde este cambio
    .hint = repetir
action-cell-history = ¿Cómo llegó esta celda a su nivel?

replay-by-edit = por cambio
replay-by-reveal = por votos revelados
replay-by-decision = por decisión
replay-place = { $at } de { $all }
replay-after = a los { $time }
replay-start = antes del primer cambio
replay-more = (y { $n } más)
