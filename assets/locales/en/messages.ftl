# What the program tells while it works: refusals, notices, questions.

## Why an edit is refused

refusal-no-risk = There is no risk { $id }.
refusal-no-solution = There is no solution { $id }.
refusal-no-person = There is no participant { $id }.
refusal-no-topic = There is no topic { $id }.
refusal-taken = { $id } is taken already.
refusal-no-category = There is no category “{ $id }”.
refusal-full = There can be no more than { $limit }.
refusal-too-much-work = More has happened here than a file can tell (no meeting gets that far). Recover what it stands at: riskroom recover FILE.
refusal-too-large = The session would grow larger than a file can hold. Shorten notes, or begin another session.
refusal-above-scale = Level { $level } is above the scale, which ends at { $worst }.
refusal-levels-fixed = The number of levels is fixed, because levels or votes exist.
refusal-scales = The texts or revenue shares of the scales do not fit the number of levels, or do not rise.
refusal-no-weight = At least one criterion must have a weight.
refusal-bands = The bands must rise from 1 to 100, and the appetite line lies above Low.
refusal-revealed = The votes are revealed; only a re-vote changes them.
refusal-no-votes = There are no votes to reveal.
refusal-no-re-vote = A round is open already, or its re-vote is used up.
refusal-not-a-voter = { $id } does not vote.
refusal-votes-twice = { $id } votes twice.
refusal-link-raises = A solution cannot raise a level (now { $current }, expected { $expected }).
refusal-cannot-merge = It cannot be merged into { $id }.
refusal-tag-twice = The tag “{ $id }” is there twice.
refusal-no-tie = { $first } and { $second } do not stand side by side in a tie; D in the ranking (g r) offers those that do.
refusal-bad-dots = Each person can have 1 to { $most } dots.
refusal-person-needed = Votes or words of { $id } are kept, so that they stay on the list.
refusal-closed = The session is closed: only follow-ups are possible.
refusal-not-closed = The session is not closed.
refusal-nothing-changes = Nothing would change.
refusal-nothing-to-undo = Nothing to undo.
refusal-undo-closing = Undo does not reach past a closing.
refusal-nothing-to-redo = Nothing to redo.

problem-twice = { $id } is there twice.
problem-merge-circle = The merges of { $id } go in a circle.

text-too-long = { $length } characters are too many; at most { $limit } are possible.
text-blank = A text is needed here.
text-line-break = Only one line is possible here.
text-not-a-key = Only lower-case letters, digits and “-” are possible here.

## What is wrong with a session file

fault-empty = The file is empty.
fault-not-utf8 = The text is not in UTF-8.
fault-not-a-session = This is not a riskroom session.
fault-newer = Saved by a newer version (format { $found }; this one knows { $known }). Unchanged.
fault-unknown-format = This format number never was.
fault-ends-early = The text ends in the middle; the rest is missing.
fault-expected = Expected { $sign } here.
fault-expected-text = Expected a text in quotes here.
fault-expected-number = Expected a whole number here.
fault-expected-smaller = The number is out of range.
fault-expected-name = Expected a name here.
fault-stray-character = The character { $found } does not belong here.
fault-trailing = Something follows after the end.
fault-unknown-field = There is no field “{ $found }” here; known are { $known }.
fault-missing-field = The field “{ $field }” is missing.
fault-field-twice = The field “{ $field }” is there twice.
fault-unknown-word = “{ $found }” is not possible here; possible are { $known }.
fault-wrong-kind = Expected { $expected }, found { $found }.
fault-refused = Not a possible value: { $reason }.
value-out-of-range = { $value } is outside { $low }..{ $high }
value-too-much = { $value } is more than { $limit }
value-too-long = { $length } characters, at most { $limit } are allowed
value-blank = empty, but a text is needed here
value-line-break = a line break, but only one line is allowed here
value-not-a-key = only lower-case letters, digits and “-” are allowed here
value-not-a-vote = “{ $text }” is not a vote such as P1:3 or P2:?
value-not-a-risk = “{ $text }” is not the id of a risk, such as R4
value-not-a-solution = “{ $text }” is not the id of a solution, such as S1
value-not-a-person = “{ $text }” is not the id of a participant, such as P2
value-not-a-topic = “{ $text }” is not the id of a topic, such as T1
value-not-an-identity = “{ $text }” is not an identity of 26 characters (0-9 a-z without i l o u)
value-other = { $reason }
fault-unreadable = Cannot be read: { $reason }.
fault-out-of-turn = The number does not follow those of the other entries.
fault-impossible = The history cannot have happened: { $reason }
fault-differs = The session is not what its history leads to: edited by hand or damaged. Unchanged. riskroom check FILE tells what is different.
fault-checksum = The content does not match its checksum: edited by hand or damaged. Unchanged. riskroom check FILE tells what is different.
fault-no-checksum = There is no checksum: edited by hand or damaged. Unchanged. riskroom check FILE tells what is different.
fault-unmade = The session cannot be written: { $reason }.
fault-not-read-back = The session would not be the same after saving; nothing was written.

## Why a file was not read or written

file-missing = No file { $path }. riskroom new TITLE starts one.
file-folder = { $path } is a folder, not a session file.
file-pipe = { $path } is a pipe, not a session file.
file-device = { $path } is a device, not a session file.
file-empty = { $path } is empty. Nothing was changed.
file-too-large = { $path } is too large ({ $size } bytes; the limit is { $limit }). Nothing was changed.
file-newer = { $path } was written by a newer version of the program. It was left as it is.
file-changing = Another program keeps changing { $path }. Try again in a moment.
file-not-read = Cannot read { $path }: { $cause }.
file-conflict = { $path } was changed by another program and was left as it is. Compare both versions.
file-not-ours = { $path } was left as it is: its lock was removed or replaced, so another window may be working on it.
file-exists = { $path } exists already and was left as it is. Choose another name.
file-unmade = { $path } was not written, because its content could not be prepared: { $reason }
file-not-written = Cannot write { $path }: { $cause }. The old file is unchanged.
file-unproven = { $path } was written, but it is not certain that the disk keeps it: { $cause }.

cause-disk-full = the disk is full
cause-read-only = the disk is read-only
cause-denied = permission denied
cause-gone = it is not there any more

## What is told in passing

notice-no-action = no action on “{ $what }”; ? lists the keys
notice-undone = undone: { $what }, { $time }
notice-redone = done again: { $what }, { $time }
notice-added = { $what } added
notice-binned = { $what } is in the bin (u takes it back, g b shows the bin)
notice-risks-binned = 
    { $n ->
        [one] 1 risk is in the bin (u takes it back, g b shows the bin)
       *[other] { $n } risks are in the bin (u takes them back, g b shows the bin)
    }
notice-draft = kept as a draft; the same key goes on with it
notice-paste-cut =
    { $n ->
        [one] 1 character did not fit and was left out
       *[other] { $n } characters did not fit and were left out
    }
notice-too-long = at most { $n } characters are possible here
notice-not-a-date = not a date: write it like fri, +2w (in two weeks), 24 dec or 2026-12-24
notice-not-an-amount = not an amount: write it like 5,000,000 or 5 M or 800k
notice-not-blank = a text is needed here
notice-no-such-risk = there is no risk R{ $what } on the list
notice-nothing-empty = every cell shown has a level
notice-stays-open = This session is not saved yet, so it stays open. Enter goes back to it.
notice-nowhere-to-paste = nothing here takes a paste; a adds risks
notice-session-binned = “{ $what }” is in the bin (g b shows the bin)
notice-sessions-binned = { $n } sessions are in the bin (g b shows the bin)
notice-sessions-restored = { $n } sessions are back in the library
notice-session-restored = “{ $what }” is back in the library
notice-all-saved = everything is saved
notice-mouse-on = mouse on (M turns it off)
notice-mouse-off = mouse off
notice-q-leaves = q leaves
notice-not-durable = The last change is not saved yet. Q leaves anyway; any other key waits.
notice-help-on-text = Enter accepts (Ctrl+S for many lines) · Tab next field · Esc leaves · Ctrl+Z / Ctrl+Y · Ctrl+W · Ctrl+arrows
notice-end = nothing more in this direction
notice-trying-again = trying again…
notice-written-again = written where it belongs again
notice-full-access = the session can be changed here now
notice-kept-in = The session left is safe, but not in its file yet. Changes are kept in { $what }.
unavailable-not-here = not possible here
unavailable-no-session = no session is open
unavailable-closed = the session is closed; only follow-ups are possible
unavailable-nothing-selected = nothing is selected
unavailable-no-further-step = there is no further step
unavailable-no-card = no card is selected; Tab goes to the board
unavailable-nothing-to-undo = nothing to undo
unavailable-nothing-to-redo = nothing to redo
unavailable-no-such-level = the scale has no such level
unavailable-no-votes = no revealed votes here, or a level is set already
unavailable-no-levels = no level here yet
unavailable-elsewhere = read-only here; g o tries again
unavailable-hand-edited = read-only; g o shows the hand edit
unavailable-nothing-offered = no banner offers anything
unavailable-not-hand-edited = the session was not edited outside the program
entry-add-risk = added
entry-edit-field = field
entry-bin-risk = to the bin
entry-glance-money = first glance €
entry-glance-marketing = first glance ◎
entry-move-risk-up = moved up
entry-move-risk-down = moved down
entry-set-level = level
entry-clear-level = level cleared
entry-take-median = median taken
entry-add-solution = added
entry-bin-solution = to the bin
entry-move-card-left = moved left
entry-move-card-right = moved right
entry-move-card-up = moved up
entry-move-card-down = moved down
entry-approach = approach
entry-change-software = changes
entry-change-administrative = changes
entry-change-process = changes
entry-link = effect
entry-unlink = effect taken away
entry-add-person = added
entry-adopt-card = card adopted
entry-dismiss-card = card dismissed
entry-forget-card = card taken back
entry-decide = decision
entry-edit-cause = cause
entry-edit-consequence = consequence
entry-edit-note = note
entry-enter-votes = votes
entry-park = parked
entry-park-topic = topic parked
entry-settle-topic = topic settled
entry-pin-duty = legal duty
entry-re-vote = re-vote
entry-reveal = reveal
entry-set-cost = cost
entry-set-due = due date
entry-set-effort = effort
entry-set-evidence = evidence
entry-set-glance = first glance
entry-set-hit = who is hit
entry-set-owner = owner
entry-set-revenue = revenue
entry-set-scope = scope
entry-set-shop = shop
entry-set-status = status
entry-set-team = team
entry-set-title = title
entry-toggle-present = present or absent
entry-restore = taken out of the bin
