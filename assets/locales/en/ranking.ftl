# The ranking.

scope-ranking = ranking
ranking-title = Ranking
ranking-scored = { $scored } of { $listed } scored
ranking-empty = No risks yet.
ranking-points = pts
ranking-band = band
ranking-ranks = places
ranking-top = top { $count }
ranking-firm = firm
ranking-drawing = How firm the ranks are is being drawn…
ranking-no-dispute = No dispute moves the top of the list.
ranking-worth = Worth two more minutes: { $cells }
entry-raise-appetite = appetite line
entry-lower-appetite = appetite line
