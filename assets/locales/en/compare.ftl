## Two sessions compared

verdict-worse = worse
verdict-better = better
verdict-new = new
verdict-gone = gone
verdict-scored = scored now
verdict-unscored = unscored
verdict-reworded = reworded
verdict-same = same

cause-solved = { $id } is done
cause-weights = other weights
cause-bands = other bands
cause-scale = other scale
cause-duty = legal duty now
cause-no-duty = no legal duty any more
cause-named = named since
cause-parked = parked
cause-merged = part of { $id } now
cause-binned = in the bin
cause-left = did not come along
cause-wording = other words
cause-outside = edited outside the program
cause-others = others moved
cause-by-votes = votes
cause-by-override = other than the median
cause-by-override-untold = other than the median, reason missing
cause-by-agreed = agreed
cause-by-cleared = no level
cause-first-levels = first levels
cause-no-levels = no level yet

settings-levels = The scales have { $before } and { $after } levels: points are compared by how far up they are.
settings-texts = The texts of the levels are others.
settings-weights = Weights: { $before } → { $after }
settings-bands = Bands from % on: { $before } → { $after }
settings-appetite = Appetite line above: { $before } → { $after }
settings-revenue = Yearly revenue: { $before } → { $after }
settings-joined = There the second time only: { $after }
settings-left = There the first time only: { $before }

work-new = { $n ->
    [one] 1 new solution
   *[other] { $n } new solutions
}
work-done = { $n ->
    [one] 1 done since
   *[other] { $n } done since
}
work-gone = { $n ->
    [one] 1 gone
   *[other] { $n } gone
}

## On the screen and on paper

scope-compare = comparison
compare-title = { $before } → { $after }
compare-solutions = Solutions: { $what }
compare-none = Nothing distinguishes the two.
compare-no-changes = No risk has changed; F shows all.
compare-changes = changes only
compare-counts = worse { $worse } · better { $better } · new { $new } · gone { $gone }
compare-head-before = before
compare-head-after = after
compare-head-place = place
compare-head-risk = risk
compare-not-carried = this session goes on from no other
compare-not-found = The session it goes on from is not in the library.
compare-mark-two = mark two sessions with Space
compare-matched = matched by hand: { $before } is { $after }
compare-apart = { $before } and { $after } are two risks now
compare-match-first = { $before } waits: choose the risk it is, and press m again
compare-match-other = only a risk that is gone and one that is new can be matched

action-compare-sessions = Compare the two marked sessions
    .hint = compare
action-go-compare = Compare with the session this one goes on from
action-turn-changes = Show changes only, or all
    .hint = changes only
action-swap-compared = Swap before and after
    .hint = swap
action-match-risks = These are one risk, or two
    .hint = match
action-compared-map = Heat maps side by side
    .hint = heat maps
action-open-difference = Show the risk in its session
    .hint = show
action-mark-session = Mark the session
    .hint = mark

compare-marked = { $n } marked

compare-hidden = hidden until the room has given its own levels
