# El ritmo al puntuar.

pace-each = { $time } cada uno
pace-done = fin { $time }
pace-on-risk = { $time } en { $risk }
pace-long = { $time } en { $risk }, más que la media
