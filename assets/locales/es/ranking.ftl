# La clasificación y el mapa de calor.

scope-ranking = clasificación
ranking-title = Clasificación
ranking-empty = Aún no hay riesgos.
ranking-points = ptos.
ranking-band = banda
ranking-ranks = puestos
ranking-top = los { $count } 1.os
ranking-firm = firme
ranking-drawing = Se está calculando lo firmes que son los puestos…
ranking-no-dispute = Ninguna disputa mueve lo alto de la lista.
ranking-worth = Merece dos minutos más: { $cells }
entry-raise-appetite = línea de apetito
entry-lower-appetite = línea de apetito

## El mapa de calor

scope-heat-map = mapa de calor
heat-title = Mapa de calor
heat-now = ahora
heat-chosen = si se hace todo lo elegido
heat-done = a día de hoy
heat-nothing-here = Ningún riesgo en esta celda.
heat-covered = ○ marca las celdas que cubren sus votos
heat-unplaced = { $n ->
    [0] Todos los riesgos de la lista tienen su sitio.
    [one] A 1 riesgo le falta algún nivel y no tiene sitio.
   *[other] A { $n } riesgos les falta algún nivel y no tienen sitio.
}

## Los criterios en los ejes

criterion-probability = Probabilidad
criterion-impact = Impacto
criterion-damage = Daño
criterion-fix = Dificultad de arreglo
