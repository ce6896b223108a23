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
