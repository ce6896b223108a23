## The library

action-sort-sessions = Sort the sessions by what comes next
    .hint = sort
action-filter-sessions = Show only open, closed, overdue or broken ones
    .hint = filter
home-sort-changed = by last change
home-sort-title = by title
home-sort-shop = by shop
home-sort-band = by top band
home-sort-overdue = by overdue
home-only-open = open
home-only-closed = closed
home-only-overdue = overdue
home-only-broken = broken and copies
home-found = { $n } found
home-reading-files = reading { $done } of { $of }

preview-closed = closed { $date }
preview-open = open
preview-took = took { $time }
preview-above = { $n ->
    [one] 1 risk above the line
   *[other] { $n } risks above the line
}
preview-from = goes on from { $title }, { $date }
preview-from-unknown = goes on from a session that is not in the library
preview-went-on = went on as { $title }, { $date }
preview-follow-ups = To do
preview-people = People
