## Tendencias

scope-trend = tendencia
action-go-trend = Ir a la tendencia del riesgo o de las sesiones
action-open-trended = Mostrarlo en su sesión
    .hint = mostrar
action-turn-trend = Seguir las sesiones en conjunto, o el riesgo
    .hint = sesiones/riesgo
trend-risk = Tendencia · { $title }
trend-chain = Tendencia de las sesiones: puntos sobre la línea
trend-none = Aún no está en ninguna sesión de la biblioteca.
trend-head-points = puntos
trend-head-band = banda
trend-head-rank = puesto
trend-head-above = sobre
trend-head-done = hechas
trend-head-overdue = tarde
trend-hidden = Oculto hasta que la sala dé sus propios niveles.
