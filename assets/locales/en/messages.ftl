# What the program tells while it works: refusals, notices, questions.
