# What stands on the screens.

## The first and the last row

home-title = Sessions
save-done = saved { $time } ✓
save-opened = saved ✓
save-waits = saving…
save-trouble = NOT SAVED
banner-trouble = NOT SAVED since { $time }: { $sentence } Trying again.
banner-trouble-stays = NOT SAVED since { $time }: { $sentence }
banner-slow = NOT SAVED since { $time }: the disk does not answer. Still trying.
banner-kept = Changes are kept in { $folder }.
banner-retrying = Retrying.
banner-draft = An unfinished text was kept ({ $what }).
banner-strays =
    { $n ->
        [one] 1 unfinished text belongs to nothing that is still here; the messages have it.
       *[other] { $n } unfinished texts belong to nothing that is still here; the messages have them.
    }
header-read-only = READ-ONLY
offer-try-again = try again
offer-differences = differences
offer-read = read
offer-go-on = go on
offer-dismiss = got it
draft-new-risk = new risk
draft-new-solution = new solution
footer-help = help
footer-commands = commands
footer-caps = CAPS
footer-blank = HIDDEN, b shows
too-small = needs 40×12, has { $width }×{ $height }; q leaves
more-rows = { $n } more

## Panes

pane-sessions = Sessions
pane-preview = Preview
pane-risks = Risks
pane-grid = Scoring grid
pane-ranks = Risks by rank
pane-board = Board
pane-details = Details
pane-levels = Levels
pane-coverage = Cards

## Home

home-new = New workshop
home-demo = Demo
home-bin = Bin
home-bin-hint = Enter takes a session out of the bin, Esc goes back.
home-bin-empty = The bin is empty.
home-empty = No sessions yet. Press a to start a workshop, or D to try the demo: a finished meeting of an online shop to look around in.
home-none-found = Nothing is found. Esc clears the search.
home-reading = Reading the sessions…
home-broken = cannot read
head-date = Date
head-session = Session
head-shop = Shop
head-risks = Risks
head-solutions = Sol
head-top = Top
head-state = State
head-overdue = Overdue
state-open = open
state-closed = closed
preview-none = Nothing selected.
preview-counts = people { $people } · risks { $risks }, scored { $scored } · solutions { $solutions }
preview-copies =
    { $n ->
        [one] 1 conflict copy
       *[other] { $n } conflict copies
    }

## Step 1

risks-empty = Nothing yet that could go wrong. Press a and write the first risk, Enter, the next one, Enter…
risks-none-found = No risk fits the search. Esc clears it.
coverage-missing = { $n } with no risk yet
coverage-complete = every category touched

## Step 2

grid-scored = { $n } of { $all } scored
grid-by-row = after a level: along the row
grid-by-column = after a level: down the column
head-risk = Risk
head-points = Pts
head-band = Band
head-rank = #
cell-probability = probability
cell-impact = who or what is hit
cell-financial = financial damage
cell-marketing = marketing damage
cell-fix = fix difficulty
summary-rank = rank { $n }
summary-no-votes = no votes yet
summary-votes = votes
summary-median = median
summary-consensus = consensus
summary-reason-missing = Reason missing: not the median (c)
gate-worst-damage = damage at the worst level
gate-nobody-fixes = nobody can fix severe damage
gate-legal-duty = legal duty

## Step 3

appetite-line = appetite line
ranks-unsolved = no solution yet:
ranks-all-solved = every risk has a solution or a decision
no-owner = no owner
card-late = late!
summary-points = points
summary-if-chosen = if all chosen are done
summary-as-of-today = as of today
summary-nothing-lowers = nothing lowers it yet
summary-no-solution = no solution yet (a adds one for this risk)
summary-solutions = solutions
summary-no-effect = no effect on a risk yet (f adds one)

## Details

details-none = Nothing selected.
details-draft = draft
field-session-title = Title
field-shop = Shop
field-scope = Scope
field-revenue = Yearly revenue
field-currency = Currency
field-event = Event
field-cause = Cause
field-consequence = Consequence
field-category = Category
field-money = First glance €
field-marketing = First glance ◎
field-hit-tags = Who is hit
field-hit-note = More on that
field-evidence = Evidence
field-duty = Legal duty
field-owner = Owner
field-sign = Warning sign
field-sign-threshold = Threshold
field-sign-watcher = Who watches
field-said-by = Said by
field-reason = Reason for the level
field-solution = Solution
field-approach = Approach
field-changes = Changes
field-due = Due
field-status = Status
field-cost-once = Cost once
field-cost-yearly = Cost yearly
field-effort = Effort
field-note = Note

## Typing, choices, commands

typing-edit = EDIT: letters type text
    .short = EDIT
typing-new-workshop = New workshop: what is it called?
typing-new-risk = New risk: what could go wrong?
typing-new-solution = New solution: what will be done?
typing-find = Find
typing-go-to-risk = Go to risk R
choice-nothing = –
choice-other = something else…
choice-empty = Nothing here.
choice-effect-risk = which risk does it work on?
choice-effect-level = { $solution } · what does it lower in { $risk }?
choice-no-effect = take this effect away
help-title = Help: all keys
palette-title = Commands
palette-none = Nothing found.
palette-search = type to search
messages-title = Messages of this run
messages-foot = Esc goes back
messages-none = Nothing was told yet.
messages-stray = This text was left unfinished ({ $name }) and belongs to nothing that is still here:
differences-title = Edited outside the program
differences-foot = Enter accepts all of it, Esc leaves it as it is
scope-everywhere = everywhere
scope-workshop = any step
scope-home = home
scope-choice = choices
scope-commands = commands
scope-reading = messages, differences
scope-over = whatever lies over the screen
scope-text = typing
