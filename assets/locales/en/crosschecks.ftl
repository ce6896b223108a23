# Cross-checks of the ranking: duels of tied risks.

scope-duel = duel
action-duel = Duel of two tied risks
    .hint = duel
action-duel-left = The left one stands first
    .hint = left first
action-duel-right = The right one stands first
    .hint = right first
entry-duel = duel
duel-title = Duel
duel-question = Band, points, damage and probability are the same. Which one first?
duel-first = first
duel-no-reason = reason missing
typing-duel = { $first } before { $second }
typing-duel-foot = why? Esc: without reason
esc-no-reason = without reason
notice-duel = { $first } stands before { $second }
notice-duel-untold = { $first } stands before { $second }; the reason is missing
unavailable-no-tie = not tied with the risk above or below
ranking-tied = = tied with { $others }: D puts two side by side
show-duel = tied with { $risk }, before it by duel: { $reason }
show-duel-untold = tied with { $risk }, before it by duel; reason missing

## Teams compared

scope-teams = teams
action-compare-teams = Compare the teams
    .hint = teams
action-open-compared = Show the cell on the grid
    .hint = show
teams-title = Teams compared: medians (votes)
teams-head = Team
teams-none = no team
teams-gap = levels between the teams
teams-too-few = Fewer than two teams have people here: g w shows them, t there says which team somebody speaks for.
teams-apart = { $cell }: { $n ->
    [one] 1 level
   *[other] { $n } levels
 } between { $low } and { $high }
teams-widest = Furthest apart: { $gap }
teams-widest-here = The teams are furthest apart here.
teams-alike = { $cell }: the teams are alike
teams-only-one = { $cell }: only one team has voted for a level
teams-silent = { $cell }: no revealed votes of a team

## The dot vote

scope-dots = dot vote
action-go-dot-vote = Go to the dot vote
action-type-dots = Type the dots of the risk
    .hint = dots
action-open-dotted = Type its dots; in the comparison, show the risk on the grid
    .hint = open
action-compare-dots = Compare gut and score, or go back to the dots
    .hint = dots / compare
action-clear-dots = No dots for the risk
    .hint = none
action-more-dots = A dot more for everybody
    .hint = more each
action-fewer-dots = A dot less for everybody
    .hint = fewer each
action-restart-dots = Clear the dot vote
entry-dots = dots
entry-clear-dots = dots
entry-more-dots = dots per person
entry-fewer-dots = dots per person
entry-restart-dots = dot vote
typing-dots = Dots
typing-dots-foot = ↑ ↓ store and move
dots-title = Dot vote: what does your gut fear most?
dots-compared = Gut and score compared
dots-head = dots
dots-gut = gut
dots-score = score
dots-apart = apart
dots-of = { $n } of { $all } dots
dots-in = { $n ->
    [one] 1 dot
   *[other] { $n } dots
 }
dots-how = { $n ->
    [one] Everybody has 1 dot
   *[other] Everybody has { $n } dots
 } for the risks they fear most; no score is in sight. Count hands or fingers risk by risk: type the number, Enter goes on.
dots-too-many = { $n ->
    [one] 1 dot more than there are.
   *[other] { $n } dots more than there are.
 }
dots-nobody = Nobody is here yet, so the dots are not counted up: g w adds people.
dots-none = No dots yet: Tab goes back, digits type them.
dots-unscored = No risk has a rank yet to compare with.
dots-agree = Gut and score agree: no scored risk is more than one place apart.
dots-blanked = Scores are blanked: Esc, then b shows them.
dots-gut-higher = gut { $n } higher
dots-score-higher = score { $n } higher
dots-no-rank = no rank yet
dots-agreeing = { $n ->
    [one] 1 scored risk agrees: at most one place apart.
   *[other] { $n } scored risks agree: at most one place apart.
 }
dots-place = { $risk }: { $n ->
    [one] 1 dot
   *[other] { $n } dots
 }, place { $places } by gut, rank { $rank } by score.
dots-gut-fears = The gut fears it more.
dots-score-says = The score says more.
dots-waits = { $risk }: { $n ->
    [one] 1 dot
   *[other] { $n } dots
 }, and no rank yet: its levels are not complete.
notice-not-dots = Dots are a number from 0 to 999; Enter goes on to the next risk.
notice-dots-in = { $n ->
    [one] That was the last risk: 1 dot in.
   *[other] That was the last risk: { $n } dots in.
 }
unavailable-comparing = Tab goes back to the dots
unavailable-no-dots = no risk has dots
show-dots = dots of the gut: { $dots }
