# El cronómetro, las rondas del paso 1, el aparcamiento y el cierre.

## El cronómetro en la primera fila

timer-of = de { $all }
timer-over = de más
timer-paused = en pausa
typing-set-timer = Temporizador: ¿cuántos minutos? 12 o 12:30
notice-time-is-up = se acabó el tiempo (+ añade un minuto; no pasa nada más)
notice-no-minute-left = al temporizador no le queda un minuto entero que quitar
notice-not-a-length = no es una duración: escribe minutos, como 12 o 12:30, hasta 600
unavailable-no-timer = no hay ningún temporizador en marcha; t pone uno

## Las rondas: nombre, pregunta, y la pregunta donde solo cabe una fila

round-silent-writing = Escritura en silencio
    .upper = EN SILENCIO
    .prompt = Cada cual escribe por su cuenta, un riesgo por línea, sin hablar.
    .short = A solas, un riesgo por línea, sin hablar.
    .tiny = A solas, sin hablar.
round-premortem = Premortem
    .upper = PREMORTEM
    .prompt = Es la mañana después del Black Friday y la tienda ha fracasado. Escribe por qué.
    .short = La tienda fracasó en Black Friday. ¿Por qué?
    .tiny = La tienda fracasó: ¿por qué?
round-headline = Titular
    .upper = TITULAR
    .prompt = Escribe el titular sobre nosotros que temes leer mañana.
    .short = Escribe el titular que más temes.
    .tiny = El titular que más temes
round-next-silent = { $length }, todo lo que podría salir mal. Después, por turnos: un riesgo cada vez, hasta decirlos todos.
round-next = { $length }, cada cual a solas, sin hablar. Después, por turnos: un riesgo cada vez, hasta decirlos todos.
round-time-is-up = Se acabó el tiempo: a capturar por turnos. Un riesgo cada vez, hasta decirlos todos (a añade riesgos).
    .short = Se acabó: a capturar por turnos (a)
    .tiny = Se acabó: por turnos (a)
round-ends = termina la ronda
    .short = termina
choice-round = ¿Qué ronda?
notice-round-ended = la ronda ha terminado (R ofrece otra)

## Cómo surgió un riesgo

field-origin = Origen
origin-room = dicho en la sala
origin-premortem = premortem
origin-headline = titular
origin-card = tarjeta «{ $card }»
origin-import = importación
origin-carried = traído de una sesión anterior

## La primera impresión mientras se vota, y junto a los votos

glance-hidden = ? mientras se vota
summary-first-glance = a primera vista: € { $money } ◎ { $marketing }
show-first-glance = a primera vista: € { $money }, ◎ { $marketing }
unavailable-votes-run = se está votando; la primera impresión se guarda hasta que se revelen los votos
unavailable-only-told = esto solo se muestra, no se cambia

## El aparcamiento

scope-parking-lot = aparcamiento
parking-title = Aparcamiento
parking-count = aparcados { $n }
parking-empty = No hay nada aparcado. P aparca el riesgo seleccionado, a aparca un tema.
parking-settled = tratado
parking-carried-over = para la próxima
typing-new-topic = Aparcamiento: ¿qué tema espera?
draft-new-topic = tema nuevo
notice-parked =
    { $n ->
        [one] 1 riesgo está aparcado (g p lo muestra)
       *[other] { $n } riesgos están aparcados (g p los muestra)
    }
notice-taken-back = { $what } vuelve a estar en la lista
notice-topic-parked = { $what } está aparcado (g p lo muestra)
notice-topic-parked-again = { $what } vuelve a esperar
notice-topic-settled = { $what } queda tratado
notice-topic-carried-over = { $what } pasa a la próxima sesión
unavailable-is-parked = un tema no va a la lista; s lo da por tratado, c lo pasa a la próxima sesión
unavailable-is-risk = un riesgo va a la lista (Enter) o a la papelera (d); si sigue aparcado al cerrar, pasa a la próxima sesión
unavailable-is-topic = un tema se da por tratado (s) o pasa a la próxima sesión (c)

## El cierre

footer-closed = CERRADA
notice-closed = la sesión está cerrada (deshacer no llega más atrás; la orden «Reabrir la sesión» la abre)
notice-reopened = la sesión vuelve a estar abierta
entry-take-back = recuperado
entry-carry-over = para la próxima sesión
entry-close-session = cerrada
entry-reopen-session = reabierta
