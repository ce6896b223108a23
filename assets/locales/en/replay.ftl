## Replay and review

scope-replay = replay
header-replay = REPLAY
header-review = REVIEW
unavailable-replaying = replay shows how it was; Esc goes back to now
unavailable-reviewing = under review only follow-ups are written; Enter at Home opens it for work
notice-nothing-to-replay = Nothing has been done yet that could be replayed.
action-review = Review the session: look only
    .hint = review
action-go-replay = Replay the session, or stop
action-replay-back = One step back
    .hint = back
action-replay-on = One step on
    .hint = on
action-replay-start = To the beginning
action-replay-end = To the end
action-replay-page-back = Ten steps back
action-replay-page-on = Ten steps on
action-turn-grain = Step by edit, by reveal or by decision
    .hint = by …
action-show-replayed = Go to what changed
    .hint = show
action-replay-changed = Replay from this change on
    .hint = replay
action-cell-history = How did this cell get its level?

replay-by-edit = by edit
replay-by-reveal = by reveal
replay-by-decision = by decision
replay-place = { $at } of { $all }
replay-after = { $time } in
replay-start = before the first change
replay-more = (and { $n } more)
