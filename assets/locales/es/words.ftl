# Las palabras del método: días, niveles, bandas, estados. Un `.short` cabe en una columna de la tabla.

## Meses como los muestran las fechas

month-1 = ene
month-2 = feb
month-3 = mar
month-4 = abr
month-5 = may
month-6 = jun
month-7 = jul
month-8 = ago
month-9 = sep
month-10 = oct
month-11 = nov
month-12 = dic

## Días de la semana como los muestran las fechas

weekday-1 = lun
weekday-2 = mar
weekday-3 = mié
weekday-4 = jue
weekday-5 = vie
weekday-6 = sáb
weekday-7 = dom

## Bandas

band-low = Bajo
    .short = BAJO
band-medium = Medio
    .short = MED
band-high = Alto
    .short = ALTO
band-critical = Crítico
    .short = CRÍT

## En qué punto está una solución

status-idea = idea
status-chosen = elegida
status-doing = en curso
status-done = hecha
status-dropped = descartada

## Qué hace una solución con un riesgo

approach-fix = arreglar
approach-prevent = prevenir
approach-reduce = reducir

## Qué cambia una solución

change-software = software
    .short = sw
change-administrative = administrativo
    .short = adm
change-process = proceso
    .short = proc

## Cuánto trabajo es una solución

effort-xs = una hora
effort-s = un día
effort-m = una semana
effort-l = un mes
effort-xl = un trimestre

## Cómo se sabe un nivel

evidence-guess = conjetura
evidence-elsewhere = visto en otro sitio
evidence-here = visto aquí

## La primera impresión de dinero e imagen

glance-none = nada
glance-small = pequeño
glance-large = grande

## Los tres pasos

step-identify = Identificar
    .upper = IDENTIFICAR
step-assess = Evaluar
    .upper = EVALUAR
step-solve = Resolver
    .upper = RESOLVER

## Las teclas, como están escritas en el teclado.
key-shift = Mayús
key-space = Espacio
key-backspace = Retroceso
key-delete = Supr
key-insert = Ins
key-home = Inicio
key-end = Fin
key-page-up = RePág
key-page-down = AvPág
