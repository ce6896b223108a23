# El mando de los pesos.

scope-weights = pesos
weights-title = Pesos
weights-as-set = tal como están fijados
weights-not-set = en prueba, sin fijar
weights-was = era { $weight }
weights-turn = Gire un peso y vea qué mueve.
weights-blank = Puntos y puestos están ocultos.
weights-moves =
    { $ranks ->
        [one] Cambia 1 puesto
       *[other] Cambian { $ranks } puestos
    } · { $bands ->
        [one] 1 banda
       *[other] { $bands } bandas
    } · cruzan la línea de apetito { $above } ↑ { $below } ↓
    .short = puestos { $ranks } · bandas { $bands } · línea { $above } ↑ { $below } ↓
weights-rank = hoy → nuevo
    .short = puesto
weights-now = hoy
weights-then = nuevo
notice-nothing-moves = con estos pesos no cambia ningún puesto
notice-weights-default = son los pesos con los que empieza una sesión
notice-weights-set = pesos fijados: { $what } (u los deshace)
notice-weights-as-before = nada que fijar: ya son estos los pesos
notice-weights-kept = los pesos siguen igual: { $what }; w guarda lo que se probó
entry-set-weights = pesos
