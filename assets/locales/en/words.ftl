# The words of the method: days, levels, bands, statuses. A `.short` fits a column of the grid.

## Months as dates show them

month-1 = Jan
    .full = January
month-2 = Feb
    .full = February
month-3 = Mar
    .full = March
month-4 = Apr
    .full = April
month-5 = May
    .full = May
month-6 = Jun
    .full = June
month-7 = Jul
    .full = July
month-8 = Aug
    .full = August
month-9 = Sep
    .full = September
month-10 = Oct
    .full = October
month-11 = Nov
    .full = November
month-12 = Dec
    .full = December

## Weekdays, Monday first

weekday-1 = Monday
    .short = Mon
weekday-2 = Tuesday
    .short = Tue
weekday-3 = Wednesday
    .short = Wed
weekday-4 = Thursday
    .short = Thu
weekday-5 = Friday
    .short = Fri
weekday-6 = Saturday
    .short = Sat
weekday-7 = Sunday
    .short = Sun

## The five levels, worst last

level-1 = very low
level-2 = low
level-3 = medium
level-4 = high
level-5 = very high

## Who can fix it, by level

fix-1 = shift
    .short = shf
fix-2 = team
    .short = tea
fix-3 = expert
    .short = exp
fix-4 = vendor
    .short = ven
fix-5 = nobody
    .short = nob

## The four criteria and their five cells

criterion-probability = Probability
    .short = Prob
criterion-impact = Impact
    .short = Hit
criterion-damage = Damage
    .short = Damage
criterion-financial = Financial damage
    .short = D€
criterion-marketing = Marketing damage
    .short = D◎
criterion-fix = Fix difficulty
    .short = Fix

## Bands

band-low = Low
    .short = LOW
band-medium = Medium
    .short = MED
band-high = High
    .short = HIGH
band-critical = Critical
    .short = CRIT

## Where a solution stands

status-idea = idea
status-chosen = chosen
status-doing = doing
status-done = done
status-dropped = dropped

## What a solution does to a risk

approach-fix = fix
approach-prevent = prevent
approach-reduce = reduce

## What a solution changes

change-software = software
    .short = sw
change-administrative = administrative
    .short = adm
change-process = process
    .short = proc

## How much work a solution is

effort-xs = an hour
    .short = XS
effort-s = a day
    .short = S
effort-m = a week
    .short = M
effort-l = a month
    .short = L
effort-xl = a quarter
    .short = XL

## How a level is known

evidence-guess = guess
evidence-elsewhere = seen elsewhere
evidence-here = seen here

## The first glance at money and marketing

glance-none = none
glance-small = small
glance-large = large

## What a risk may get instead of a solution

treatment-accept = accepted
treatment-transfer = transferred
treatment-avoid = avoided

## The three steps

step-identify = Identify
    .upper = IDENTIFY
step-assess = Assess
    .upper = ASSESS
step-solve = Solve
    .upper = SOLVE
