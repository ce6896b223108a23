# Las palabras del método: días, niveles, bandas, estados. Un `.short` cabe en una columna de la tabla.

## Meses como los muestran las fechas

month-1 = ene
    .full = enero
month-2 = feb
    .full = febrero
month-3 = mar
    .full = marzo
month-4 = abr
    .full = abril
month-5 = may
    .full = mayo
month-6 = jun
    .full = junio
month-7 = jul
    .full = julio
month-8 = ago
    .full = agosto
month-9 = sep
    .full = septiembre
month-10 = oct
    .full = octubre
month-11 = nov
    .full = noviembre
month-12 = dic
    .full = diciembre

## Días de la semana, desde el lunes

weekday-1 = lunes
    .short = lun
weekday-2 = martes
    .short = mar
weekday-3 = miércoles
    .short = mié
weekday-4 = jueves
    .short = jue
weekday-5 = viernes
    .short = vie
weekday-6 = sábado
    .short = sáb
weekday-7 = domingo
    .short = dom

## Los cinco niveles, el peor al final

level-1 = muy bajo
level-2 = bajo
level-3 = medio
level-4 = alto
level-5 = muy alto

## Quién puede arreglarlo, por nivel

fix-1 = turno
    .short = tur
fix-2 = equipo
    .short = equ
fix-3 = experto
    .short = exp
fix-4 = externo
    .short = ext
fix-5 = nadie
    .short = nad

## Los cuatro criterios y sus cinco celdas

criterion-probability = Probabilidad
    .short = Prob
criterion-impact = Impacto
    .short = Afec
criterion-damage = Daño
    .short = Daño
criterion-financial = Daño económico
    .short = D€
criterion-marketing = Daño de imagen
    .short = D◎
criterion-fix = Dificultad de arreglo
    .short = Arr

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
    .short = XS
effort-s = un día
    .short = S
effort-m = una semana
    .short = M
effort-l = un mes
    .short = L
effort-xl = un trimestre
    .short = XL

## Cómo se sabe un nivel

evidence-guess = conjetura
evidence-elsewhere = visto en otro sitio
evidence-here = visto aquí

## La primera impresión de dinero e imagen

glance-none = nada
glance-small = pequeño
glance-large = grande

## Qué puede tener un riesgo en lugar de una solución

treatment-accept = aceptado
treatment-transfer = transferido
treatment-avoid = evitado

## Los tres pasos

step-identify = Identificar
    .upper = IDENTIFICAR
step-assess = Evaluar
    .upper = EVALUAR
step-solve = Resolver
    .upper = RESOLVER
