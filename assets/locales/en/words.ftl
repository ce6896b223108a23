# The words of the method: days, levels, bands, statuses. A `.short` fits a column of the grid.

## Months as dates show them

month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec

## Weekdays as dates show them

weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun

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
effort-s = a day
effort-m = a week
effort-l = a month
effort-xl = a quarter

## How a level is known

evidence-guess = guess
evidence-elsewhere = seen elsewhere
evidence-here = seen here

## The first glance at money and marketing

glance-none = none
glance-small = small
glance-large = large

## The three steps

step-identify = Identify
    .upper = IDENTIFY
step-assess = Assess
    .upper = ASSESS
step-solve = Solve
    .upper = SOLVE

## Keys, as they are written on a keyboard.
key-shift = Shift
key-space = Space
key-backspace = Backspace
key-delete = Delete
key-insert = Insert
key-home = Home
key-end = End
key-page-up = PgUp
key-page-down = PgDn
