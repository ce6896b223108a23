# The list of risks: order, groups, marks, who said it.

list-sort-entry = Risks
list-sort-category = Risks · by category
list-sort-glance = Risks · by first glance
list-sort-title = Risks · by title
grid-sort-entry = Scoring grid
grid-sort-category = Scoring grid · by category
grid-sort-glance = Scoring grid · by first glance
grid-sort-title = Scoring grid · by title
list-marked = ✓ { $n } marked
group-none = No category
group-missing = no risk yet: { $names }
said-by-hidden = noted, not shown
choice-category =
    { $n ->
        [one] Category
       *[other] Category of { $n } risks
    }
choice-bin-foot = Space marks · Enter restores · Esc goes back
notice-category-set =
    { $n ->
        [one] 1 risk has this category now
       *[other] { $n } risks have this category now
    }
notice-restored =
    { $n ->
        [one] 1 thing is back where it was
       *[other] { $n } things are back where they were
    }
notice-not-in-entry-order = Risks move in the order of entry only; { $what } brings it back.
notice-names-on = it is shown who said what, until this is run again
notice-names-off = it is hidden who said what
entry-set-category = category
