# Decisions, the bow-tie and the budget.

## Decisions

decision-undecided = no decision
decision-treat = to be treated
decision-accept = accepted
decision-transfer = transferred
decision-avoid = avoided
decision-review = {" "}· review { $date }
decision-review-past = {" "}· review was due { $date }: look again
decision-no-review = {" "}· no review date
decision-no-reason = reason missing
summary-undecided = no decision yet (A decides)
choice-course = decision
course-undecided = no decision yet
course-treat = treat it with solutions
course-accept = accept it: live with it
course-transfer = transfer it: an insurer, a supplier
course-avoid = avoid it: stop what brings it
typing-decision = { $risk } · { $course }: why?
typing-decision-foot = one line; empty: reason missing
typing-review = look again when?

## The bow-tie

scope-bow-tie = bow-tie
bow-tie-title = Bow-tie
bow-tie-no-cause = no cause yet (e words it)
bow-tie-no-consequence = no consequence yet (e words it)
bow-tie-no-prevention = nothing prevents it yet (a adds a solution)
bow-tie-no-reduction = nothing reduces it yet (a adds a solution)
bow-tie-no-fix = nothing helps to fix it yet (a adds a solution)
bow-tie-no-levels = no solution yet; one is linked once the risk has levels

## The budget

scope-budget = budget
budget-title = Budget
budget-money = money
budget-effort = workdays
budget-days = { $n ->
    [one] 1 day
   *[other] { $n } days
}
budget-no-cap = no cap yet: c sets one
budget-cap = cap { $cap } · suggested { $cost } · left { $left }
budget-removes = removes { $removed } of { $points } points: { $rate } per { $per } · risks above the line { $before } → { $after }
    .short = removes { $removed } of { $points } points · above the line { $before } → { $after }
budget-nothing = under this cap nothing removes any points
budget-exact = Exact: no other set of these { $n } removes more.
budget-heuristic = Heuristic for { $n } candidates (above { $most } not every set is tried): by points per cost, then swaps; a better set may exist.
budget-measure = Measured in points of the ranking; the best level expected per cell counts once; doing and done are given.
budget-measure-money = Cost: once and the first year.
budget-measure-effort = Workdays: XS 1, S 2, M 10, L 40, XL 80.
budget-kept = { $n ->
    [one] 1 chosen not in it stays chosen: the room decides; together { $together }
   *[other] { $n } chosen not in it stay chosen: the room decides; together { $together }
}
    .short = { $n ->
        [one] 1 chosen left out stays chosen; together { $together }
       *[other] { $n } chosen left out stay chosen; together { $together }
    }
budget-head-status = status
budget-head-points = removes
budget-head-cost = cost
budget-head-per-money = per 1,000
budget-head-per-effort = per 10 d
budget-unpriced = no cost yet
budget-free = free
budget-no-room = no room beside the set
budget-above-cap = alone above the cap
budget-adds-nothing = adds nothing to the set
budget-left-out = left out
budget-idle = lowers nothing
budget-loses = The set loses { $n } points without it.
budget-adds = No room beside the set; it would add { $n } points.
budget-adds-above-cap = Alone above the cap; it would add { $n } points.
budget-adds-none = It adds nothing to the set: others do as much already.
budget-unpriced-how = Left out of the suggestion: Enter goes to its card, c there sets cost and effort.
budget-idle-how = It lowers no level of a risk on the list: Enter goes to its card, f there sets an effect.
budget-with-set = With the set
budget-empty = Nothing to choose from: no idea and no chosen solution on the board. a on the board adds one, f its effect, c its cost.
typing-cap-money = Cap: how much money?
typing-cap-effort = Cap: how many workdays?
typing-cap-money-foot = like 15,000 or 15k; empty: no cap
typing-cap-effort-foot = like 30 or 6 w; empty: no cap
notice-not-days = not a number of days: write it like 30, 30 d or 6 w
notice-suggestion = { $n ->
    [one] 1 idea is chosen now; u takes it back
   *[other] { $n } ideas are chosen now; u takes it back
}
notice-suggestion-chosen = nothing to choose: no idea is in the suggestion
entry-accept-suggestion = suggestion accepted
