## Trends

scope-trend = trend
action-go-trend = Go to the trend of the risk, or of the sessions
action-open-trended = Show it in its session
    .hint = show
action-turn-trend = Follow the sessions as a whole, or the risk
    .hint = sessions/risk
trend-risk = Trend · { $title }
trend-chain = Trend of the sessions: points above the line
trend-none = This is in no session of the library yet.
trend-head-points = points
trend-head-band = band
trend-head-rank = rank
trend-head-above = above
trend-head-done = done
trend-head-overdue = overdue
trend-hidden = Hidden until the room has given its own levels.
