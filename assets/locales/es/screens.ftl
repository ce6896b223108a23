# Lo que está en las pantallas.

## The first and the last row

home-title = Sesiones
save-done = guardado { $time } ✓
save-opened = guardado ✓
save-waits = guardando…
save-trouble = SIN GUARDAR
banner-trouble = SIN GUARDAR desde { $time }: { $sentence } Se sigue intentando.
banner-trouble-stays = SIN GUARDAR desde { $time }: { $sentence }
banner-slow = SIN GUARDAR desde { $time }: el disco no responde. Se sigue intentando.
banner-kept = Los cambios se guardan en { $folder }.
banner-retrying = Se sigue intentando.
banner-draft = Se conservó un texto sin terminar ({ $what }).
banner-strays =
    { $n ->
        [one] 1 texto sin terminar no corresponde a nada que siga aquí; está en los mensajes.
       *[other] { $n } textos sin terminar no corresponden a nada que siga aquí; están en los mensajes.
    }
header-read-only = SOLO LECTURA
offer-try-again = reintentar
offer-differences = diferencias
offer-read = leer
offer-go-on = seguir
offer-dismiss = entendido
draft-new-risk = riesgo nuevo
draft-new-solution = solución nueva
footer-help = ayuda
footer-commands = órdenes
footer-caps = MAYÚS
footer-blank = OCULTO, b muestra
too-small = necesita 40×12, tiene { $width }×{ $height }; q sale
more-rows = { $n } más

## Panes

pane-sessions = Sesiones
pane-preview = Vista previa
pane-risks = Riesgos
pane-grid = Tabla de puntuación
pane-ranks = Riesgos por puesto
pane-board = Tablero
pane-details = Detalles
pane-levels = Niveles
pane-coverage = Tarjetas

## Home

home-new = Taller nuevo
home-demo = Demo
home-bin = Papelera
home-bin-hint = Enter saca una sesión de la papelera, Esc vuelve.
home-bin-empty = La papelera está vacía.
home-empty = Aún no hay sesiones. Pulsa a para empezar un taller, o D para probar la demo: una reunión terminada de una tienda en línea.
home-none-found = No se encuentra nada. Esc borra la búsqueda.
home-reading = Leyendo las sesiones…
home-broken = ilegible
head-date = Fecha
head-session = Sesión
head-shop = Tienda
head-risks = Riesgos
head-solutions = Sol
head-top = Máx
head-state = Estado
head-overdue = Vencido
state-open = abierta
state-closed = cerrada
preview-none = Nada seleccionado.
preview-counts = personas { $people } · riesgos { $risks }, puntuados { $scored } · soluciones { $solutions }
preview-copies =
    { $n ->
        [one] 1 copia en conflicto
       *[other] { $n } copias en conflicto
    }

## Step 1

risks-empty = Aún no hay nada que pueda salir mal. Pulsa a y escribe el primer riesgo, Enter, el siguiente, Enter…
risks-none-found = Ningún riesgo encaja con la búsqueda. Esc la borra.
coverage-missing = { $n } sin riesgos aún
coverage-complete = todas las categorías tocadas

## Step 2

grid-scored = { $n } de { $all } puntuados
grid-by-row = tras un nivel, sigue la fila
grid-by-column = tras un nivel, sigue la columna
head-risk = Riesgo
head-points = Ptos
head-band = Banda
head-rank = n.º
cell-probability = probabilidad
cell-impact = a quién o qué afecta
cell-financial = daño económico
cell-marketing = daño de imagen
cell-fix = dificultad de arreglo
summary-rank = puesto { $n }
summary-no-votes = sin votos aún
summary-votes = votos
summary-median = mediana
summary-consensus = consenso
summary-reason-missing = Falta motivo: no es la mediana (c)
gate-worst-damage = daño en el peor nivel
gate-nobody-fixes = nadie puede arreglar un daño grave
gate-legal-duty = obligación legal

## Step 3

appetite-line = línea de apetito
ranks-unsolved = sin solución:
ranks-all-solved = todo riesgo tiene solución o decisión
no-owner = sin resp.
card-late = ¡tarde!
summary-points = puntos
summary-if-chosen = si se hace lo elegido
summary-as-of-today = a día de hoy
summary-nothing-lowers = nada lo baja aún
summary-no-solution = sin solución aún (a añade una para este riesgo)
summary-solutions = soluciones
summary-no-effect = sin efecto sobre un riesgo aún (f añade uno)

## Details

details-none = Nada seleccionado.
details-draft = borrador
field-session-title = Título
field-shop = Tienda
field-scope = Alcance
field-revenue = Ingresos al año
field-currency = Moneda
field-event = Suceso
field-cause = Causa
field-consequence = Consecuencia
field-category = Categoría
field-money = 1.ª vista €
field-marketing = 1.ª vista ◎
field-hit-tags = Afectados
field-hit-note = Más sobre ello
field-evidence = Evidencia
field-duty = Obligac. legal
field-owner = Responsable
field-sign = Señal de aviso
field-sign-threshold = Umbral
field-sign-watcher = Quién vigila
field-said-by = Dicho por
field-reason = Motivo del nivel
field-solution = Solución
field-approach = Enfoque
field-changes = Cambios
field-due = Fecha límite
field-status = Estado
field-cost-once = Coste único
field-cost-yearly = Coste anual
field-effort = Esfuerzo
field-note = Nota

## Typing, choices, commands

typing-edit = EDICIÓN: las letras escriben
    .short = EDICIÓN
typing-new-workshop = Taller nuevo: ¿cómo se llama?
typing-new-risk = Riesgo nuevo: ¿qué pasaría?
typing-new-solution = Solución nueva: ¿qué se hará?
typing-find = Buscar
typing-go-to-risk = Ir al riesgo R
choice-nothing = –
choice-other = otra cosa…
choice-empty = Nada aquí.
choice-effect-risk = ¿sobre qué riesgo actúa?
choice-effect-level = { $solution } · ¿qué baja en { $risk }?
choice-no-effect = quitar este efecto
help-title = Ayuda: todas las teclas
palette-title = Órdenes
palette-none = No se ha encontrado nada.
palette-search = escribe para buscar
messages-title = Mensajes desde el inicio
messages-foot = Esc vuelve
messages-none = Aún no hay mensajes.
messages-stray = Este texto quedó sin terminar ({ $name }) y no corresponde a nada que siga aquí:
differences-title = Editado fuera del programa
differences-foot = Enter lo acepta todo, Esc lo deja como está
scope-everywhere = siempre
scope-workshop = cualquier paso
scope-home = inicio
scope-choice = elección
scope-commands = órdenes
scope-reading = mensajes, diferencias
scope-over = lo que está delante
scope-text = escritura
