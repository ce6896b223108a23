## Lo que queda por hacer

scope-follow-ups = seguimiento
action-go-follow-ups = Ir al seguimiento de todas las sesiones
action-open-pending = Mostrar la solución en su sesión
    .hint = mostrar
action-pending-on = Un estado más
    .hint = avanzar
action-pending-back = Un estado menos
    .hint = atrás
action-pending-owner = Quién lo hace
    .hint = responsable
action-pending-due = Hasta cuándo
    .hint = fecha
action-undo-pending = Deshacer lo último
    .hint = deshacer
action-turn-whose = Mostrar todo, lo que va con retraso o un responsable
    .hint = de quién
follow-ups-title = Seguimiento
follow-ups-none = No queda nada por hacer: ninguna sesión tiene soluciones elegidas o en curso.
follow-ups-none-shown = Aquí no hay nada; F muestra otras.
follow-ups-overdue = con retraso
follow-ups-late = ¡tarde!
follow-ups-count = { $n ->
    [one] 1 tarea
   *[other] { $n } tareas
}
follow-ups-count-late = { $count }, { $overdue } con retraso
follow-ups-undone = deshecho en su sesión
follow-ups-edited = Se editó fuera del programa: ábrela y acéptalo antes.
follow-ups-changed = Ha cambiado entretanto: no se hace nada, y la lista muestra cómo está ahora.
unavailable-still-saving = se está guardando; otra vez en un momento
