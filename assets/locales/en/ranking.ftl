# The ranking and the heat map.

scope-ranking = ranking
ranking-title = Ranking
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

## The heat map

scope-heat-map = heat map
heat-title = Heat map
heat-now = now
heat-chosen = if all chosen are done
heat-done = as of today
heat-nothing-here = No risk in this cell.
heat-covered = ○ marks the cells that its votes cover
heat-unplaced = { $n ->
    [0] Every risk of the list has its place.
    [one] 1 risk lacks a level and has no place.
   *[other] { $n } risks lack a level and have no place.
}

## The criteria on the axes

criterion-probability = Probability
criterion-impact = Impact
criterion-damage = Damage
criterion-fix = Fix difficulty
