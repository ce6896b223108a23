# The scoring grid: the quick pass, how firm a rank is.

grid-quick-scored = { $n } of { $all } quick-scored
grid-quick-by-row = quick pass: P, D€, D◎ · along the row
grid-quick-by-column = quick pass: P, D€, D◎ · down the column
grid-quick-head = Quick pass
notice-quick-pass = quick pass: P, D€, D◎ only · f ends it
notice-full-pass = full pass: all five cells
notice-nothing-empty-quick = every risk shown has P, D€ and D◎

## Ranks

notice-appetite = appetite line: from { $what } on
ranks-unscored = not yet scored
summary-top = top { $count } in { $percent } %

## What the grid asks for

typing-duty-foot = which law or contract? at least High then; empty: none
choice-evidence-foot = a guess makes ranks less firm
