# La clasificación.

scope-ranking = clasificación
ranking-title = Clasificación
ranking-scored = { $scored } de { $listed } puntuados
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
