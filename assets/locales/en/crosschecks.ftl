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
