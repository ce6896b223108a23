## Going on from an earlier session

cli-arg-from = Continuar desde la sesión de este archivo
summary-last = la última vez { $level }
summary-last-better = la última vez { $level }, ▼ ahora mejor
summary-last-same = la última vez { $level }, = ahora igual
summary-last-worse = la última vez { $level }, ▲ ahora peor
typing-carry-foot = con los riesgos, soluciones abiertas y temas aparcados de { $title }
action-new-from-this = Sesión nueva a partir de esta
    .hint = nueva desde esta
