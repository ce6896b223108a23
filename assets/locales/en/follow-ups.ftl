## What has to be done yet

scope-follow-ups = follow-ups
action-go-follow-ups = Go to the follow-ups of all sessions
action-open-pending = Show the solution in its session
    .hint = show
action-pending-on = One status on
    .hint = on
action-pending-back = One status back
    .hint = back
action-pending-owner = Who does it
    .hint = owner
action-pending-due = Until when
    .hint = due
action-undo-pending = Take the last one back
    .hint = undo
action-turn-whose = Show all, what is overdue, or one owner
    .hint = whose
follow-ups-title = Follow-ups
follow-ups-none = Nothing is left to do: no solution is chosen or begun in any session.
follow-ups-none-shown = Nothing here; F shows others.
follow-ups-overdue = overdue
follow-ups-late = late!
follow-ups-count = { $n ->
    [one] 1 follow-up
   *[other] { $n } follow-ups
}
follow-ups-count-late = { $count }, { $overdue } overdue
follow-ups-undone = taken back in its session
follow-ups-edited = It was edited outside the program: open it and accept that first.
follow-ups-changed = It has been changed meanwhile: nothing is done, and the list shows how it is now.
unavailable-still-saving = it is being saved; once more in a moment
