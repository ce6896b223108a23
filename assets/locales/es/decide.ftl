# Las decisiones, la pajarita y el presupuesto.

## Las decisiones

decision-undecided = sin decisión
decision-treat = se tratará
decision-accept = aceptado
decision-transfer = transferido
decision-avoid = evitado
decision-review = {" "}· revisar { $date }
decision-review-past = {" "}· tocaba revisar { $date }: hay que volver a mirarlo
decision-no-review = {" "}· sin fecha de revisión
decision-no-reason = falta el motivo
summary-undecided = sin decisión aún (A decide)
choice-course = decisión
course-undecided = sin decisión aún
course-treat = tratarlo con soluciones
course-accept = aceptarlo: vivir con ello
course-transfer = transferirlo: un seguro, un proveedor
course-avoid = evitarlo: dejar lo que lo provoca
typing-decision = { $risk } · { $course }: ¿por qué?
typing-decision-foot = una línea; vacía: falta el motivo
typing-review = ¿cuándo volver a mirarlo?
typing-review-foot = como 2026-12-24, o +6m para dentro de seis meses
