# What the command line says.

cli-about = Run a live risk-assessment meeting for an online shop on a shared screen, and review past ones.
cli-head-usage = Usage:
cli-head-commands = Commands:
cli-head-arguments = Arguments:
cli-head-options = Options:
cli-after = Without a command the program opens full-screen: the home screen, or FILE.
cli-new = Start a session and open it
cli-demo = Open the demo session
cli-list = List the sessions, newest first: date, state, risks, solutions, top band, overdue, title, shop, path, separated by tabs
cli-search = Search all sessions: date, session, id, title, text, path, separated by tabs
cli-show = Print a session: people, ranked risks, solutions
cli-changes = Print every change of a session, oldest first: time, id, name, what changed, separated by tabs
cli-compare = Print what distinguishes two sessions, and why each risk moved
cli-check = Check session files and print what is wrong with them

cli-recover = Bring back what a crash or damage has left of a session: into its file, or a new one beside it
cli-backups = List the earlier files of a session, newest first: time, revision, size, path, separated by tabs

cli-arg-accept = Keep what was edited outside the program
cli-arg-file = The session file
cli-arg-words = What is searched for; each word must be found
cli-arg-files = The session files
cli-arg-before = The earlier session file
cli-arg-after = The later session file
cli-arg-title = What the session is called
cli-arg-no-open = Only create the file, and print its path
cli-arg-data-dir = Where the sessions are kept [env: RISKROOM_DATA]
cli-arg-lang = The language of the program
cli-arg-theme = The colors by name
cli-arg-color = How many colors to use
cli-arg-help = Print help
cli-arg-version = Print the version

cli-no-terminal = The full-screen program needs a terminal for keys and screen. riskroom list, show, check, recover and backups work without one.
cli-file-or-command = Give a file or a command, not both.
cli-no-random-bits = The system gives no random numbers.
cli-check-ok = ok
cli-check-waits = { $count ->
    [one] ok; { $count } change waits in a journal: riskroom recover FILE
   *[other] ok; { $count } changes wait in a journal: riskroom recover FILE
}
cli-check-edited = { $count ->
    [0] edited by hand or damaged, but nothing in the session is different. riskroom check --accept FILE gives it a new checksum.
    [one] edited by hand or damaged: { $count } difference. riskroom check --accept FILE keeps it.
   *[other] edited by hand or damaged: { $count } differences. riskroom check --accept FILE keeps them.
}
cli-accepted = { $count ->
    [0] accepted; nothing in the session is different.
    [one] accepted: { $count } difference kept. Undo takes it back.
   *[other] accepted: { $count } differences kept. Undo takes them back.
}
cli-nothing-to-recover = nothing to recover.
cli-no-backups = no backups.
cli-list-copies = { $count ->
    [one] { $count } conflict copy
   *[other] { $count } conflict copies
}

## riskroom show

show-open = open
show-closed = closed
show-people = People
show-observer = observer
show-absent = not present
show-ranked = Ranked risks
show-unscored = Not yet scored
show-aside = Not on the list
show-parked = parked
show-binned = in the bin
show-merged = merged into { $risk }
show-solutions = Solutions
show-nothing = none
show-owner = owner { $owner }
show-decision = decision: { $decision }
show-review = review { $date }
show-hidden = { $cell }: votes hidden until the reveal
show-votes = { $cell }: { $votes }
show-residual = residual: { $chosen } if all chosen are done; { $today } as of today
show-status = { $status }, { $approach }, { $owner }, { $due }
show-no-one = no owner
show-due = due { $due }
show-no-date = no due date
show-standing = rank { $rank } ({ $best }–{ $worst }), top { $count } in { $percent } %
show-firm = firm
show-link = { $risk } { $cell } to { $level }
