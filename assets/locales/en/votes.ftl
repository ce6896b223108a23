# Votes: the line they are typed into, the reveal, and what the room should do.

scope-votes = Votes

## The line

typing-votes = Votes
typing-votes-foot = 1-{ $levels } · ? don't know · - no vote
typing-reason-foot = why this level? Esc: without reason
draft-votes = votes
votes-in = { $n } of { $all } in
votes-away = {" "}+ { $n } away
notice-not-a-vote = No such vote: 1 to { $levels }, ? or 0 for “don't know”, - for no vote.
notice-no-more-seats = { $n ->
    [one] There is one seat; ← goes back to it.
   *[other] There are { $n } seats, and no more; ← goes back to one.
 }
notice-votes-in = { $what }; r reveals, v corrects
notice-votes-not-taken = Nothing set (Esc: go on): { $why }
notice-votes-not-stored = These votes are not stored yet: r stores and reveals them.
notice-help-on-votes = Enter stores · r reveals · ← → to a seat · Backspace clears it · ? is a vote · Esc leaves, the votes are kept

## Why it is not possible

unavailable-re-vote-first = the votes are revealed; R starts the one re-vote
unavailable-rounds-over = both rounds are revealed; a digit or Enter sets the level
unavailable-nobody-votes = nobody here votes; g w tells who is here
unavailable-nothing-to-reveal = no hidden votes here; v enters them
unavailable-not-revealed = no revealed votes here; v enters them, r reveals
unavailable-re-vote-used = there was a re-vote already; a digit or Enter sets the level

## What a round adds up to

votes-round = round { $n }
votes-range = range
rule-agreed = agreed
    .short = agreed
rule-glance = a glance is enough
    .short = glance
rule-talk = talk: lowest and highest speak first
    .short = talk
rule-talk-names = talk: { $low } (lowest) and { $high } (highest) first
rule-knowledge-gap = too many don't know: who could tell us?
    .short = who could tell us?
notice-nothing-disputed = no cell of these is disputed
notice-reason-missing = { $what }: the level stands, its reason is missing
