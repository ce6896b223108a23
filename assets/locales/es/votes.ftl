# Votos: la línea en que se anotan, la revelación y lo que toca hacer.

scope-votes = Votos

## La línea

typing-votes = Votos
typing-votes-foot = 1-{ $levels } · ? no sé · - sin voto
typing-reason-foot = ¿por qué este nivel? Esc: sin motivo
draft-votes = votos
votes-in = { $n } de { $all }
votes-away = {" "}+ { $n } ausente
notice-not-a-vote = No es un voto: de 1 a { $levels }, ? o 0 para «no sé», - para ninguno.
notice-no-more-seats = { $n ->
    [one] Solo hay un asiento; ← vuelve a él.
   *[other] Hay { $n } asientos y ninguno más; ← vuelve atrás.
 }
notice-votes-in = { $what } votos; r revela, v corrige
notice-votes-not-taken = Nada cambiado (Esc: seguir): { $why }
notice-votes-not-stored = Estos votos aún no están guardados: r los guarda y revela.
notice-help-on-votes = Enter guarda · r revela · ← → a un asiento · Retroceso lo borra · ? es un voto · Esc sale y los conserva

## Por qué no es posible

unavailable-re-vote-first = los votos están revelados; R empieza la única revotación
unavailable-rounds-over = las dos rondas están reveladas; una cifra o Enter pone el nivel
unavailable-nobody-votes = nadie de los presentes vota; g w dice quién está
unavailable-nothing-to-reveal = aquí no hay votos ocultos; v los anota
unavailable-not-revealed = aquí no hay votos revelados; v los anota, r los revela
unavailable-re-vote-used = ya hubo una revotación; una cifra o Enter pone el nivel

## Lo que suma una ronda

votes-round = ronda { $n }
votes-range = rango
rule-agreed = de acuerdo
    .short = de acuerdo
rule-glance = basta una mirada
    .short = una mirada
rule-talk = a hablar: primero los extremos
    .short = a hablar
rule-talk-names = a hablar: primero { $low } (menor) y { $high } (mayor)
rule-knowledge-gap = muchos no saben: ¿quién lo sabría?
    .short = ¿quién lo sabría?
notice-nothing-disputed = ninguna de estas casillas está en disputa
notice-reason-missing = { $what }: el nivel queda, falta su motivo
