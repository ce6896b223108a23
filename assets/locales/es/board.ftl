# El tablero de soluciones: columnas, filtro, efectos, responsables.

## Acciones

action-turn-board = Tablero por estado o por enfoque
    .hint = estado/enfoque
action-filter-cards = Filtrar el tablero: responsable, riesgo, cambio, tarde
    .hint = filtrar
action-expect-level = Nivel esperado tras la solución
    .hint = nivel esperado
action-remove-effect = Quitar el efecto
    .hint = quitar
action-complete-name = Completar el nombre
    .hint = completar
action-next-name = Nombre siguiente
    .hint = nombre siguiente
action-previous-name = Nombre anterior
scope-effect = efecto sobre un riesgo
scope-names = al escribir un responsable

## Tablero

board-by-status =
    { $n ->
        [one] 1 solución por estado
       *[other] { $n } soluciones por estado
    }
board-by-approach =
    { $n ->
        [one] 1 solución por enfoque
       *[other] { $n } soluciones por enfoque
    }
board-hidden =
    { $n ->
        [one] 1 descartada oculta
       *[other] { $n } descartadas ocultas
    }
board-filtered = { $n } de { $all }: { $what } · Esc muestra todas
board-empty = Aún no hay soluciones. Con un riesgo seleccionado, a añade una enlazada a él; aquí a añade una suelta.
board-none = Aún no hay soluciones.
board-none-found = Ninguna tarjeta encaja. Esc muestra todas.
card-no-risk = sin riesgo

## Filtro

choice-cards = ¿Qué tarjetas? Espacio marca varias, Enter las muestra
facet-all = todas las tarjetas
facet-late = tarde
facet-by-date = plazo:
facet-by-change = cambia:
facet-by-owner = responsable:
facet-by-risk = riesgo:

## Qué hace una solución

summary-if-done = si se hace
summary-cost = coste { $what }
summary-cost-once = { $what } una vez
summary-cost-yearly = { $what } al año
summary-effort = esfuerzo { $what }
notice-lowers-nothing = ya está en ese nivel: una solución lo baja
unavailable-nothing-to-lower = todos los niveles de este riesgo son ya los más bajos
summary-no-cost = sin coste ni esfuerzo aún (c los añade)

## Al escribir

names-none = nadie conocido con ese nombre: Enter lo pone tal cual
typing-day-foot = vie · +2s · 24 dic · 2026-12-24
typing-day-past = ya pasado
