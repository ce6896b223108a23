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
typing-review-foot = like 2026-12-24, or +6m for in six months
