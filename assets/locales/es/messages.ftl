# Lo que el programa dice mientras trabaja: negativas, avisos, preguntas.

## Por qué se rechaza un cambio

refusal-no-risk = No hay ningún riesgo { $id }.
refusal-no-solution = No hay ninguna solución { $id }.
refusal-no-person = No hay ningún participante { $id }.
refusal-no-topic = No hay ningún tema { $id }.
refusal-taken = { $id } ya está ocupado.
refusal-no-category = No hay ninguna categoría «{ $id }».
refusal-full = No puede haber más de { $limit }.
refusal-too-much-work = Aquí ha ocurrido más de lo que cabe contar en un archivo (ninguna reunión llega a tanto). Recupera su estado: riskroom recover ARCHIVO.
refusal-too-large = La sesión crecería más de lo que cabe en un archivo. Acorta las notas o empieza otra sesión.
refusal-above-scale = El nivel { $level } está por encima de la escala, que termina en { $worst }.
refusal-levels-fixed = El número de niveles es fijo, porque ya hay niveles o votos.
refusal-scales = Los textos o porcentajes de las escalas no encajan con el número de niveles, o no son crecientes.
refusal-no-weight = Al menos un criterio debe tener peso.
refusal-bands = Las bandas deben crecer de 1 a 100, y la línea de apetito está por encima de Bajo.
refusal-revealed = Los votos están revelados; solo una nueva votación los cambia.
refusal-no-votes = No hay votos que revelar.
refusal-no-re-vote = Ya hay una ronda abierta, o su segunda votación ya se usó.
refusal-not-a-voter = { $id } no vota.
refusal-votes-twice = { $id } vota dos veces.
refusal-link-raises = Una solución no puede subir un nivel (ahora { $current }, esperado { $expected }).
refusal-cannot-merge = No se puede fusionar con { $id }.
refusal-tag-twice = La etiqueta «{ $id }» está dos veces.
refusal-no-tie = { $first } y { $second } no están juntos en un empate; D en la clasificación (g r) ofrece los que sí.
refusal-bad-dots = Cada persona puede tener de 1 a { $most } pegatinas.
refusal-person-needed = Se conservan votos o palabras de { $id }, así que sigue en la lista.
refusal-closed = La sesión está cerrada: solo es posible el seguimiento.
refusal-not-closed = La sesión no está cerrada.
refusal-nothing-changes = No cambiaría nada.
refusal-nothing-to-undo = Nada que deshacer.
refusal-undo-closing = Deshacer no va más allá de un cierre.
refusal-nothing-to-redo = Nada que rehacer.

problem-twice = { $id } está dos veces.
problem-merge-circle = Las fusiones de { $id } forman un círculo.

text-too-long = { $length } caracteres son demasiados; como máximo { $limit }.
text-blank = Aquí hace falta un texto.
text-line-break = Aquí solo cabe una línea.
text-not-a-key = Aquí solo valen minúsculas, cifras y «-».

## Qué falla en un archivo de sesión

fault-empty = El archivo está vacío.
fault-not-utf8 = El texto no está en UTF-8.
fault-not-a-session = Esto no es una sesión de riskroom.
fault-newer = Guardado por una versión más nueva (formato { $found }; esta conoce el { $known }). Sin cambios.
fault-unknown-format = Este número de formato nunca existió.
fault-ends-early = El texto termina a medias; falta el resto.
fault-expected = Aquí se esperaba { $sign }.
fault-expected-text = Aquí se esperaba un texto entre comillas.
fault-expected-number = Aquí se esperaba un número entero.
fault-expected-smaller = El número está fuera de rango.
fault-expected-name = Aquí se esperaba un nombre.
fault-stray-character = El carácter { $found } no va aquí.
fault-trailing = Hay algo después del final.
fault-unknown-field = Aquí no hay ningún campo «{ $found }»; se conocen { $known }.
fault-missing-field = Falta el campo «{ $field }».
fault-field-twice = El campo «{ $field }» está dos veces.
fault-unknown-word = «{ $found }» no es posible aquí; son posibles { $known }.
fault-wrong-kind = Se esperaba { $expected }, hay { $found }.
fault-refused = Valor imposible: { $reason }.
value-out-of-range = { $value } no está entre { $low } y { $high }
value-too-much = { $value } es más de { $limit }
value-too-long = { $length } caracteres; se permiten { $limit } como máximo
value-blank = está vacío y aquí hace falta un texto
value-line-break = hay un salto de línea y aquí solo cabe una línea
value-not-a-key = aquí solo valen minúsculas, cifras y «-»
value-not-a-vote = «{ $text }» no es un voto como P1:3 o P2:?
value-not-a-risk = «{ $text }» no es el identificador de un riesgo, como R4
value-not-a-solution = «{ $text }» no es el identificador de una solución, como S1
value-not-a-person = «{ $text }» no es el identificador de un participante, como P2
value-not-a-topic = «{ $text }» no es el identificador de un tema, como T1
value-not-an-identity = «{ $text }» no es un identificador de 26 caracteres (0-9 a-z sin i l o u)
value-other = { $reason }
fault-unreadable = No se puede leer: { $reason }.
fault-out-of-turn = El número no sigue a los de las otras entradas.
fault-impossible = El historial no puede haber ocurrido: { $reason }
fault-differs = La sesión no es la que resulta de su historial: editada a mano o dañada. Sin cambios. riskroom check ARCHIVO dice qué es distinto.
fault-checksum = El contenido no coincide con su suma de control: editado a mano o dañado. Sin cambios. riskroom check ARCHIVO dice qué es distinto.
fault-no-checksum = No hay suma de control: editado a mano o dañado. Sin cambios. riskroom check ARCHIVO dice qué es distinto.
fault-unmade = La sesión no se puede escribir: { $reason }.
fault-not-read-back = La sesión no sería la misma tras guardarla; no se ha escrito nada.

## Por qué no se leyó o escribió un archivo

file-missing = No existe el archivo { $path }. riskroom new TÍTULO crea uno.
file-folder = { $path } es una carpeta, no un archivo de sesión.
file-pipe = { $path } es una tubería, no un archivo de sesión.
file-device = { $path } es un dispositivo, no un archivo de sesión.
file-empty = { $path } está vacío. No se ha cambiado nada.
file-too-large = { $path } es demasiado grande ({ $size } bytes; el límite es { $limit }). No se ha cambiado nada.
file-newer = { $path } lo escribió una versión más nueva del programa. Se ha dejado como está.
file-changing = Otro programa cambia { $path } sin parar. Inténtalo de nuevo en un momento.
file-not-read = No se puede leer { $path }: { $cause }.
file-conflict = Otro programa cambió { $path } y se ha dejado como está. Compara ambas versiones.
file-not-ours = { $path } se dejó como estaba: se quitó o se sustituyó su bloqueo, así que otra ventana puede estar trabajando en él.
file-exists = { $path } ya existe y se ha dejado como está. Elige otro nombre.
file-unmade = { $path } no se ha escrito, porque su contenido no se pudo preparar: { $reason }
file-not-written = No se puede escribir { $path }: { $cause }. El archivo anterior no ha cambiado.
file-unproven = { $path } se ha escrito, pero no es seguro que el disco lo conserve: { $cause }.

cause-disk-full = el disco está lleno
cause-read-only = el disco es de solo lectura
cause-denied = permiso denegado
cause-gone = ya no está ahí

## Lo que se dice de paso

notice-no-action = «{ $what }» no hace nada aquí; ? muestra las teclas
notice-undone = deshecho: { $what }, { $time }
notice-redone = rehecho: { $what }, { $time }
notice-added = se ha añadido { $what }
notice-binned = { $what } está en la papelera (u la recupera, g b muestra la papelera)
notice-risks-binned = 
    { $n ->
        [one] 1 riesgo está en la papelera (u lo recupera, g b la muestra)
       *[other] { $n } riesgos están en la papelera (u los recupera, g b la muestra)
    }
notice-draft = queda como borrador; la misma tecla lo retoma
notice-paste-cut =
    { $n ->
        [one] 1 carácter no cabía y se ha quitado
       *[other] { $n } caracteres no cabían y se han quitado
    }
notice-too-long = aquí caben { $n } caracteres como máximo
notice-not-a-date = no es una fecha: escribe vie, +2s (en dos semanas), 24 dic o 2026-12-24
notice-not-an-amount = no es un importe: escríbelo como 5.000.000, 5 M u 800 mil
notice-not-blank = aquí hace falta un texto
notice-no-such-risk = no hay ningún riesgo R{ $what } en la lista
notice-nothing-empty = todas las casillas visibles tienen nivel
notice-stays-open = Esta sesión aún no está guardada y sigue abierta. Enter vuelve a ella.
notice-nowhere-to-paste = aquí no se puede pegar; a añade riesgos
notice-session-binned = «{ $what }» está en la papelera (g b la muestra)
notice-sessions-binned = { $n } sesiones están en la papelera (g b la muestra)
notice-sessions-restored = { $n } sesiones están de nuevo en la biblioteca
notice-session-restored = «{ $what }» está de nuevo en la biblioteca
notice-all-saved = todo está guardado
notice-mouse-on = ratón activado (M lo desactiva)
notice-mouse-off = ratón desactivado
notice-q-leaves = q sale
notice-not-durable = El último cambio aún no está guardado. Q sale igualmente; otra tecla espera.
notice-help-on-text = Enter acepta (Ctrl+S si hay varias líneas) · Tab campo siguiente · Esc sale · Ctrl+Z / Ctrl+Y · Ctrl+W · Ctrl+flechas
notice-end = no hay más en esta dirección
notice-trying-again = se intenta de nuevo…
notice-written-again = otra vez escrito en su sitio
notice-full-access = ya se puede cambiar la sesión aquí
notice-kept-in = La sesión está a salvo, pero aún no en su archivo. Los cambios se guardan en { $what }.
unavailable-not-here = no es posible aquí
unavailable-no-session = no hay ninguna sesión abierta
unavailable-closed = la sesión está cerrada; solo cabe el seguimiento
unavailable-nothing-selected = no hay nada seleccionado
unavailable-no-further-step = no hay más pasos
unavailable-no-card = no hay tarjeta seleccionada; Tab va al tablero
unavailable-nothing-to-undo = nada que deshacer
unavailable-nothing-to-redo = nada que rehacer
unavailable-no-such-level = la escala no tiene ese nivel
unavailable-no-votes = aquí no hay votos revelados, o ya hay un nivel
unavailable-no-levels = aquí aún no hay nivel
unavailable-elsewhere = aquí solo lectura; g o reintenta
unavailable-hand-edited = solo lectura; g o muestra lo editado
unavailable-nothing-offered = ningún aviso ofrece nada
unavailable-not-hand-edited = la sesión no se ha editado fuera del programa
entry-add-risk = añadido
entry-edit-field = campo
entry-bin-risk = a la papelera
entry-glance-money = primera vista €
entry-glance-marketing = primera vista ◎
entry-move-risk-up = subido
entry-move-risk-down = bajado
entry-set-level = nivel
entry-clear-level = nivel borrado
entry-take-median = mediana tomada
entry-add-solution = añadida
entry-bin-solution = a la papelera
entry-move-card-left = movida a la izquierda
entry-move-card-right = movida a la derecha
entry-move-card-up = subida
entry-move-card-down = bajada
entry-approach = enfoque
entry-change-software = cambios
entry-change-administrative = cambios
entry-change-process = cambios
entry-link = efecto
entry-unlink = efecto quitado
entry-add-person = añadido
entry-adopt-card = tarjeta adoptada
entry-dismiss-card = tarjeta descartada
entry-forget-card = tarjeta recuperada
entry-decide = decisión
entry-edit-cause = causa
entry-edit-consequence = consecuencia
entry-edit-note = nota
entry-enter-votes = votos
entry-park = aparcado
entry-park-topic = tema aparcado
entry-settle-topic = tema tratado
entry-pin-duty = obligación legal
entry-re-vote = segunda votación
entry-reveal = revelado
entry-set-cost = coste
entry-set-due = fecha límite
entry-set-effort = esfuerzo
entry-set-evidence = evidencia
entry-set-glance = primera vista
entry-set-hit = afectados
entry-set-owner = responsable
entry-set-revenue = ingresos
entry-set-scope = alcance
entry-set-shop = tienda
entry-set-status = estado
entry-set-team = equipo
entry-set-title = título
entry-toggle-present = presente o ausente
entry-restore = sacado de la papelera
