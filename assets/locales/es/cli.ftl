# Lo que dice la línea de órdenes.

cli-about = Dirige una reunión de evaluación de riesgos de una tienda en línea en una pantalla compartida, y revisa las pasadas.
cli-head-usage = Uso:
cli-head-commands = Órdenes:
cli-head-arguments = Argumentos:
cli-head-options = Opciones:
cli-after = Sin orden, el programa se abre a pantalla completa: la pantalla inicial, o FILE.
cli-new = Empieza una sesión y la abre
cli-demo = Abre la sesión de la demo
cli-list = Lista las sesiones, la más reciente primero: fecha, estado, riesgos, soluciones, banda más alta, vencidas, título, tienda, ruta, separados por tabuladores
cli-search = Busca en todas las sesiones: fecha, sesión, id, título, texto y ruta, separados por tabuladores
cli-show = Muestra una sesión: personas, riesgos ordenados, soluciones
cli-changes = Muestra cada cambio de una sesión, del más antiguo al más reciente: hora, id, nombre y qué cambió, separados por tabuladores
cli-compare = Muestra en qué se distinguen dos sesiones y por qué se movió cada riesgo
cli-check = Comprueba archivos de sesión y dice qué les falla

cli-recover = Recupera lo que un fallo o un daño han dejado de una sesión: en su archivo o en uno nuevo junto a él
cli-backups = Lista los archivos anteriores de una sesión, el más reciente primero: hora, revisión, tamaño y ruta, separados por tabuladores

cli-arg-accept = Conserva lo editado fuera del programa
cli-arg-file = El archivo de sesión
cli-arg-words = Lo que se busca; cada palabra debe aparecer
cli-arg-files = Los archivos de sesión
cli-arg-before = El archivo de la sesión anterior
cli-arg-after = El archivo de la sesión posterior
cli-arg-title = Cómo se llama la sesión
cli-arg-no-open = Solo crea el archivo y muestra su ruta
cli-arg-data-dir = Dónde se guardan las sesiones [env: RISKROOM_DATA]
cli-arg-lang = El idioma del programa
cli-arg-theme = Los colores, por su nombre
cli-arg-color = Cuántos colores usar
cli-arg-help = Muestra la ayuda
cli-arg-version = Muestra la versión

cli-no-terminal = El programa a pantalla completa necesita un terminal para teclas y pantalla. riskroom list, show, check, recover y backups funcionan sin él.
cli-file-or-command = Indica un archivo o una orden, no ambos.
cli-no-random-bits = El sistema no da números aleatorios.
cli-check-ok = correcto
cli-check-waits = { $count ->
    [one] correcto; { $count } cambio espera en un diario: riskroom recover ARCHIVO
   *[other] correcto; { $count } cambios esperan en un diario: riskroom recover ARCHIVO
}
cli-check-edited = { $count ->
    [0] editado a mano o dañado, pero nada de la sesión es distinto. riskroom check --accept ARCHIVO le da una nueva suma de control.
    [one] editado a mano o dañado: { $count } diferencia. riskroom check --accept ARCHIVO la conserva.
   *[other] editado a mano o dañado: { $count } diferencias. riskroom check --accept ARCHIVO las conserva.
}
cli-accepted = { $count ->
    [0] aceptado; nada de la sesión es distinto.
    [one] aceptado: { $count } diferencia conservada. Deshacer la revierte.
   *[other] aceptado: { $count } diferencias conservadas. Deshacer las revierte.
}
cli-nothing-to-recover = nada que recuperar.
cli-no-backups = no hay copias de seguridad.
cli-list-copies = { $count ->
    [one] { $count } copia en conflicto
   *[other] { $count } copias en conflicto
}

## riskroom show

show-open = abierta
show-closed = cerrada
show-people = Personas
show-observer = observa
show-absent = ausente
show-ranked = Riesgos ordenados
show-unscored = Sin puntuar aún
show-aside = Fuera de la lista
show-parked = aparcado
show-binned = en la papelera
show-merged = fusionado en { $risk }
show-solutions = Soluciones
show-nothing = ninguno
show-owner = responsable { $owner }
show-decision = decisión: { $decision }
show-review = revisar el { $date }
show-hidden = { $cell }: votos ocultos hasta revelarlos
show-votes = { $cell }: { $votes }
show-residual = riesgo residual: { $chosen } si se hace todo lo elegido; { $today } a día de hoy
show-status = { $status }, { $approach }, { $owner }, { $due }
show-no-one = sin responsable
show-due = fecha límite { $due }
show-no-date = sin fecha límite
show-standing = puesto { $rank } ({ $best }–{ $worst }), entre los { $count } primeros en el { $percent } % de los casos
show-firm = firme
show-link = { $risk } { $cell } a { $level }
