# La línea de captura: lo que se dice al escribir un riesgo, la forma guiada, la vista previa de lo pegado, la fusión.

capture-hint = Un suceso por línea: ¿qué pasa? Enter lo añade y sigue.
capture-hint-event = Lo que pasa, en una frase. Esta parte es necesaria.
capture-hint-part = Enter sigue; puede quedar vacío. Mayús+Tab vuelve.
capture-hint-last = Enter lo añade; puede quedar vacío. Mayús+Tab vuelve.
capture-looks-like = se parece a { $id } { $title }
capture-same = igual que { $id } { $title }
capture-added =
    { $n ->
        [one] { $id } añadido · 1 riesgo en la lista
       *[other] { $id } añadido · { $n } riesgos en la lista
    }
capture-category = categoría: { $name } – Ctrl+T la toma
capture-category-taken = categoría: { $name } ✓ – Ctrl+T la quita
place-parked = aparcado
place-bin = en la papelera
place-merged = parte de { $id }
advice-thing = Di qué le pasa: «… se cae», «… muestra precios erróneos».
advice-cause = Una causa. Di qué pasa entonces: «la tienda cae un día».
advice-wish = Una solución: guárdala para el paso 3. Di qué pasa sin ella.
advice-question = Di lo que pasa, como afirmación.
typing-cause = Riesgo 1/3: ¿qué lo provoca?
typing-event = Riesgo 2/3: ¿qué pasa?
typing-consequence = Riesgo 3/3: ¿qué consecuencias trae?
draft-paste = lista pegada

## Preview of a paste

paste-title-lines = Líneas pegadas
paste-title-table = Tabla pegada
paste-count = se añaden { $n } de { $all }
paste-foot = Espacio sí o no · a todas · Enter añade lo marcado · Esc conserva el texto
paste-new = nuevo
paste-same = ya es { $id }
paste-like = parecido a { $id }
paste-same-line = repite la línea { $id }
paste-like-line = como la línea { $id }
paste-too-long = demasiado: { $n }
paste-blank = sin título
paste-counts-new = nuevos: { $n }
paste-counts-known = parecidos a un riesgo: { $n }
paste-counts-repeated = repetidos: { $n }
paste-counts-too-long = demasiado largos: { $n }
paste-counts-empty = vacíos: { $n }
paste-counts-unknown = categoría desconocida: { $n }
paste-notes = Las notas pasan a ser la consecuencia.
paste-unknown = La sesión no tiene la categoría «{ $name }»: se añade sin ella.
paste-open-quote = No se añadió nada. Línea { $line }, columna { $column }: las comillas que empiezan aquí no se cierran.
paste-after-quote = No se añadió nada. Línea { $line }, columna { $column }: tras una celda entre comillas solo puede ir un separador.
paste-surplus = No se añadió nada. Línea { $line }, columna { $column }: sobra una celda; caben título, categoría y nota.
paste-no-title = No se añadió nada. Línea { $line }: ninguna columna del encabezado se llama título.
paste-too-many = No se añadió nada. Desde la línea { $line } sobran; caben { $most } riesgos.
paste-too-large = No se añadió nada. El texto es demasiado grande desde la línea { $line }.
scope-preview = vista previa
notice-risks-pasted =
    { $n ->
        [one] 1 riesgo añadido (u lo deshace)
       *[other] { $n } riesgos añadidos (una u los deshace todos)
    }
notice-nothing-pasted = no había nada marcado, no se añadió nada
notice-paste-kept = no se añadió nada; se conserva la lista pegada
notice-cannot-be-added = esta fila no se puede añadir
entry-paste-risks = pegado

## Merging

notice-merged = fusionado en { $into }: { $others } (u lo deshace, g b saca uno)
unavailable-nothing-to-merge = marca antes un segundo riesgo (Espacio)
entry-merge-risks = fusionado
merged-row = + { $id } { $title }

## The guided form

notice-guided-on = se preguntan causa, suceso y consecuencia, una tras otra (Ctrl+G lo termina)
notice-guided-off = otra vez una línea por riesgo
notice-needs-event = falta el suceso: ¿qué pasa?
unavailable-no-category = ninguna categoría encaja con las palabras
unavailable-no-paste = no hay ninguna lista pegada guardada

## What Enter and Tab do with a text, in the footer

enter-add = añadir
enter-next = seguir
enter-start = empezar
enter-keep = dejar filtro
enter-go = ir
tab-details = detalles
tab-prepare = preparar
esc-clear = quitar la búsqueda
esc-leave = salir
