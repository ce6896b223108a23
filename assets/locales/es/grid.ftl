# La tabla de puntuación: la pasada rápida, lo firme que es un puesto.

grid-quick-scored = { $n } de { $all } puntuados (rápida)
grid-quick-by-row = pasada rápida: P, D€, D◎ · por la fila
grid-quick-by-column = pasada rápida: P, D€, D◎ · por la columna
grid-quick-head = P. rápida
notice-quick-pass = pasada rápida: P, D€, D◎ · f la termina
notice-full-pass = pasada completa: las cinco casillas
notice-nothing-empty-quick = todos los riesgos mostrados tienen P, D€ y D◎

## Puestos

notice-appetite = línea de apetito: desde { $what }
ranks-unscored = sin puntuar aún
summary-top = en el top { $count }: { $percent } %

## Lo que pregunta la tabla

typing-duty-foot = ¿qué ley o contrato? Será al menos Alto; vacío: ninguno
choice-evidence-foot = lo supuesto hace menos firme el puesto
