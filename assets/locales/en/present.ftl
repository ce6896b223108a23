# One risk shown to the room, in large letters.

action-present = Show the risk to the room in large letters, or go back
present-back = back
present-unknown = { $n ->
    [one] one doesn't know
   *[other] { $n } don't know
 }
present-in = { $n } of { $all } in
