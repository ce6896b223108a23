## Going on from an earlier session

cli-arg-from = Go on from the session in this file
summary-last = last time { $level }
summary-last-better = last time { $level }, ▼ better now
summary-last-same = last time { $level }, = same now
summary-last-worse = last time { $level }, ▲ worse now
typing-carry-foot = with the risks, open solutions and parked topics of { $title }
action-new-from-this = New session from this one
    .hint = new from this
