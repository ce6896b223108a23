# The pace of scoring.

pace-each = { $time } each
pace-done = done { $time }
pace-on-risk = { $time } on { $risk }
pace-long = { $time } on { $risk }, longer than average
