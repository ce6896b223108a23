## Gaps

scope-gaps = gaps
gaps-title = Gaps
gaps-none = No gap is left: every risk above the line has an owner and a decision, every chosen solution an owner and a date.
action-go-gaps = Go to the gaps
action-open-gap = Go to where the gap is mended
    .hint = mend
gap-risk-owner = above the line, nobody answers for it
gap-decision = above the line, no decision
gap-only-ideas = above the line, nothing is chosen against it
gap-acceptance = critical, accepted without reason or date
gap-review = the date to look at it again is past
gap-reason = { $cell }: reason for another level missing
gap-owner = chosen, no owner
gap-due = chosen, no date
gap-late = late
gap-no-effect = lowers nothing at { $what } any more
gap-unscored =
    { $n ->
        [one] 1 risk is not scored
       *[other] { $n } risks are not scored
    }
gap-parked = parked
gap-no-date = no date

## Closing

closing-title = Closing
closing-sentence =
    { $n ->
        [0] No gap is left. x closes the session.
        [one] 1 gap is left. Enter goes to where it is mended; x closes anyway and asks why.
       *[other] { $n } gaps are left. Enter goes to where each is mended; x closes anyway and asks why.
    }
closing-nothing = Nothing was chosen and no risk is above the line.
closing-gaps = Gaps ({ $n })
closing-solutions = Who does what until when ({ $n })
closing-risks = Risks above the line ({ $n })
action-close-now = Close the session, with a reason if gaps are left
    .hint = close
typing-close-session = Close with gaps: why?
typing-close-session-foot = what is still parked is carried over
draft-close-session = reason to close
notice-reason-to-close = Gaps are left: say in a few words why the session is closed anyway, such as “out of time”. Esc goes back.
