# The solutions board: columns, filter, effects, owners.

## Actions

action-turn-board = Board by status or by approach
    .hint = status/approach
action-filter-cards = Filter the board: owner, risk, change, late
    .hint = filter
action-expect-level = Level expected after the solution
    .hint = expected level
action-remove-effect = Take the effect away
    .hint = take away
action-complete-name = Complete the name
    .hint = complete
action-next-name = Next name
    .hint = next name
action-previous-name = Previous name
scope-effect = effect on a risk
scope-names = typing an owner

## Board

board-by-status =
    { $n ->
        [one] 1 solution by status
       *[other] { $n } solutions by status
    }
board-by-approach =
    { $n ->
        [one] 1 solution by approach
       *[other] { $n } solutions by approach
    }
board-hidden = { $n } dropped hidden
board-filtered = { $n } of { $all }: { $what } · Esc shows all
board-empty = No solution yet. With a risk selected, a adds one linked to it; here a adds one alone.
board-none = No solution yet.
board-none-found = No card fits. Esc shows all.
card-no-risk = no risk

## Filter

choice-cards = Which cards? Space marks several, Enter shows them
facet-all = all cards
facet-late = late
facet-by-date = due:
facet-by-change = changes:
facet-by-owner = owner:
facet-by-risk = risk:

## What a solution does

summary-if-done = if done
summary-cost = cost { $what }
summary-cost-once = { $what } once
summary-cost-yearly = { $what } every year
summary-effort = effort { $what }
notice-lowers-nothing = it is at that level already: a solution lowers it
unavailable-nothing-to-lower = every level of this risk is the lowest already
summary-no-cost = no cost or effort yet (c adds them)

## Typing

names-none = nobody known by that name: Enter sets it as it is
typing-day-foot = fri · +2w · 24 dec · 2026-12-24
typing-day-past = in the past
