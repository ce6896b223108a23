# The timer, the rounds of step 1, the parking lot, and closing.

## The timer in the first row

timer-of = of { $all }
timer-over = over
timer-paused = paused
typing-set-timer = Timer: how many minutes? 12, or 12:30
notice-time-is-up = time is up (+ adds a minute; nothing else happens)
notice-no-minute-left = the timer has no whole minute left to take
notice-not-a-length = not a length: write minutes, like 12 or 12:30, at most 600
unavailable-no-timer = no timer is on; t starts one

## Rounds: a name, the question, and the question where there is room for one row

round-silent-writing = Silent writing
    .upper = SILENT WRITING
    .prompt = Everybody writes alone, one risk per line, no talking.
    .short = Write alone, one risk per line.
    .tiny = Write alone, no talking.
round-premortem = Premortem
    .upper = PREMORTEM
    .prompt = It is the morning after Black Friday and the shop has failed. Write down why.
    .short = The shop failed on Black Friday. Why?
    .tiny = The shop has failed. Why?
round-headline = Headline
    .upper = HEADLINE
    .prompt = Write the headline you fear to read about us tomorrow.
    .short = Write the headline you fear most.
    .tiny = The headline you fear most?
round-next-silent = { $length }, everything that could go wrong. Then we go round: one risk each, until all are said.
round-next = { $length }, everybody alone, no talking. Then we go round: one risk each, until all are said.
round-time-is-up = Time is up: capture in turns. One risk each, until all are said (a adds risks).
    .short = Time is up: capture in turns (a)
    .tiny = Time is up: in turns (a)
round-ends = ends the round
    .short = ends it
choice-round = Which round?
notice-round-ended = the round has ended (R offers another one)

## How a risk came up

field-origin = Origin
origin-room = said in the room
origin-premortem = premortem
origin-headline = headline
origin-card = card “{ $card }”
origin-import = import
origin-carried = carried over from an earlier session

## The first glance while votes run, and beside them

glance-hidden = ? while votes run
summary-first-glance = first glance: € { $money } ◎ { $marketing }
show-first-glance = first glance: € { $money }, ◎ { $marketing }
unavailable-votes-run = votes run; the first glance is kept until they are revealed
unavailable-only-told = this is only told, not changed

## The parking lot

scope-parking-lot = parking lot
parking-title = Parking lot
parking-count = parked { $n }
parking-empty = Nothing is parked. P parks the selected risk, a parks a topic.
parking-settled = settled
parking-carried-over = carried over
typing-new-topic = Parking lot: which topic waits?
draft-new-topic = new topic
notice-parked =
    { $n ->
        [one] 1 risk is parked (g p shows it)
       *[other] { $n } risks are parked (g p shows them)
    }
notice-taken-back = { $what } is on the list again
notice-topic-parked = { $what } is parked (g p shows it)
notice-topic-parked-again = { $what } waits again
notice-topic-settled = { $what } is settled
notice-topic-carried-over = { $what } is carried over into the next session
unavailable-is-parked = a topic does not go to the list; s settles it, c carries it over
unavailable-is-risk = a risk goes to the list (Enter) or to the bin (d); still parked at closing, it is carried over
unavailable-is-topic = a topic is settled (s) or carried over (c)

## Closing

footer-closed = CLOSED
notice-closed = the session is closed (undo does not reach past it; the command “Reopen the session” opens it)
notice-reopened = the session is open again
entry-take-back = taken back
entry-carry-over = carried over
entry-close-session = closed
entry-reopen-session = reopened
