# The weights dial.

scope-weights = weights
weights-title = Weights
weights-as-set = as they are set
weights-not-set = dialled, not set yet
weights-was = was { $weight }
weights-turn = Turn a weight and see what it moves.
weights-blank = Scores and ranks are hidden.
weights-moves =
    { $ranks ->
        [one] 1 rank changes
       *[other] { $ranks } ranks change
    } · { $bands ->
        [one] 1 band
       *[other] { $bands } bands
    } · across the appetite line { $above } ↑ { $below } ↓
    .short = ranks { $ranks } · bands { $bands } · line { $above } ↑ { $below } ↓
weights-rank = rank → new
    .short = rank
weights-now = now
weights-then = new
notice-nothing-moves = no rank changes with these weights
notice-weights-default = these are the weights a session has at first
notice-weights-set = weights set: { $what } (u takes them back)
notice-weights-as-before = nothing to set: these are the weights already
notice-weights-kept = weights unchanged: { $what }; w keeps what was dialled
entry-set-weights = weights
