# The capture line: what is told while a risk is typed, the guided form, the preview of a paste, merging.

capture-hint = One event a line: what happens? Enter adds it and stays.
capture-hint-event = What happens, in one sentence. This part is needed.
capture-hint-part = Enter goes on; it may stay empty. Shift+Tab goes back.
capture-hint-last = Enter adds it; it may stay empty. Shift+Tab goes back.
capture-looks-like = looks like { $id } { $title }
capture-same = the same as { $id } { $title }
capture-added =
    { $n ->
        [one] { $id } added · 1 risk on the list
       *[other] { $id } added · { $n } risks on the list
    }
capture-category = category: { $name } – Ctrl+T takes it
capture-category-taken = category: { $name } ✓ – Ctrl+T leaves it
place-parked = parked
place-bin = in the bin
place-merged = part of { $id }
advice-thing = Say what happens to it: “… is down”, “… shows wrong prices”.
advice-cause = A cause. Say what happens then: “the shop is down for a day”.
advice-wish = A solution: keep it for step 3. Say what happens without it.
advice-question = Say what happens, as a statement.
typing-cause = New risk 1 of 3: what leads to it?
typing-event = New risk 2 of 3: what happens?
typing-consequence = New risk 3 of 3: what follows?
draft-paste = pasted list

## Preview of a paste

paste-title-lines = Pasted lines
paste-title-table = Pasted table
paste-count = { $n } of { $all } to be added
paste-foot = Space in or out · a all · Enter adds what is marked · Esc keeps the text
paste-new = new
paste-same = is { $id } already
paste-like = looks like { $id }
paste-same-line = is line { $id } again
paste-like-line = looks like line { $id }
paste-too-long = too long: { $n }
paste-blank = no title
paste-counts-new = new: { $n }
paste-counts-known = like a risk: { $n }
paste-counts-repeated = repeated: { $n }
paste-counts-too-long = too long: { $n }
paste-counts-empty = empty: { $n }
paste-counts-unknown = unknown category: { $n }
paste-notes = Notes become the consequence.
paste-unknown = The session has no category “{ $name }”: it is added without one.
paste-open-quote = Nothing was added. Line { $line }, column { $column }: the quote that begins here is never closed.
paste-after-quote = Nothing was added. Line { $line }, column { $column }: after a cell in quotes only a separator can follow.
paste-surplus = Nothing was added. Line { $line }, column { $column }: one cell too many; title, category and note are possible.
paste-no-title = Nothing was added. Line { $line }: the header has no column called title.
paste-too-many = Nothing was added. From line { $line } on there are too many; a paste can have { $most } risks.
paste-too-large = Nothing was added. The text is too large from line { $line } on.
scope-preview = preview
notice-risks-pasted =
    { $n ->
        [one] 1 risk added (u takes it back)
       *[other] { $n } risks added (one u takes them all back)
    }
notice-nothing-pasted = nothing was marked, nothing was added
notice-paste-kept = nothing was added; the pasted list is kept
notice-cannot-be-added = this row cannot be added
entry-paste-risks = pasted

## Merging

notice-merged = merged into { $into }: { $others } (u takes it back, g b takes one out)
unavailable-nothing-to-merge = mark a second risk first (Space)
entry-merge-risks = merged
merged-row = + { $id } { $title }

## The guided form

notice-guided-on = cause, event and consequence are asked for one after the other (Ctrl+G ends it)
notice-guided-off = one line per risk again
notice-needs-event = the event is needed: what happens?
unavailable-no-category = no category fits the words
unavailable-no-paste = no pasted list is kept

## What Enter and Tab do with a text, in the footer

enter-add = add
enter-next = next
enter-start = start
enter-keep = keep
enter-go = go
tab-details = details
tab-prepare = prepare
esc-clear = clear the search
esc-leave = leave
