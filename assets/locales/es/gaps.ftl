## Lo que falta

scope-gaps = lo que falta
gaps-title = Lo que falta
gaps-none = No falta nada: cada riesgo sobre la línea tiene responsable y decisión, cada solución elegida tiene responsable y fecha.
action-go-gaps = Ir a lo que falta
action-open-gap = Ir a donde se arregla lo que falta
    .hint = arreglar
gap-risk-owner = sobre la línea, nadie responde de él
gap-decision = sobre la línea, sin decisión
gap-only-ideas = sobre la línea, nada elegido contra él
gap-acceptance = crítico, aceptado sin motivo o sin fecha
gap-review = ya pasó la fecha de volver a mirarlo
gap-reason = { $cell }: falta el motivo de otro nivel
gap-owner = elegida, sin responsable
gap-due = elegida, sin fecha
gap-late = con retraso
gap-no-effect = ya no baja nada en { $what }
gap-unscored =
    { $n ->
        [one] 1 riesgo sin valorar
       *[other] { $n } riesgos sin valorar
    }
gap-parked = aparcado
gap-no-date = sin fecha

## El cierre

closing-title = Cierre
closing-sentence =
    { $n ->
        [0] No falta nada. x cierra la sesión.
        [one] Falta 1 cosa. Enter va a donde se arregla; x cierra de todos modos y pregunta por qué.
       *[other] Faltan { $n } cosas. Enter va a donde se arregla cada una; x cierra de todos modos y pregunta por qué.
    }
closing-nothing = No se eligió nada y ningún riesgo está sobre la línea.
closing-gaps = Lo que falta ({ $n })
closing-solutions = Quién hace qué y hasta cuándo ({ $n })
closing-risks = Riesgos sobre la línea ({ $n })
action-close-now = Cerrar la sesión, con un motivo si falta algo
    .hint = cerrar
typing-close-session = Cerrar aunque falte algo: ¿por qué?
typing-close-session-foot = lo que sigue aparcado pasa a la próxima sesión
draft-close-session = motivo del cierre
notice-reason-to-close = Falta algo: di en pocas palabras por qué se cierra de todos modos, por ejemplo «sin tiempo». Esc vuelve atrás.
