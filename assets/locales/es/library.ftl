## La biblioteca

action-sort-sessions = Ordenar las sesiones por lo siguiente
    .hint = ordenar
action-filter-sessions = Mostrar solo abiertas, cerradas, con retraso o dañadas
    .hint = filtrar
home-sort-changed = por último cambio
home-sort-title = por título
home-sort-shop = por tienda
home-sort-band = por banda más alta
home-sort-overdue = por retrasos
home-only-open = abiertas
home-only-closed = cerradas
home-only-overdue = con retraso
home-only-broken = dañadas y copias
home-found = { $n } hallados
home-reading-files = leyendo { $done } de { $of }

preview-closed = cerrada el { $date }
preview-open = abierta
preview-took = duró { $time }
preview-above = { $n ->
    [one] 1 riesgo sobre la línea
   *[other] { $n } riesgos sobre la línea
}
preview-from = continúa { $title }, { $date }
preview-from-unknown = continúa una sesión que no está en la biblioteca
preview-went-on = siguió como { $title }, { $date }
preview-follow-ups = Por hacer
preview-people = Personas
