# Preparing a session, its template, and the people with their seats.

prepare-title = Prepare the workshop
prepare-foot = Enter edits · Esc starts
prepare-foot-later = Enter edits · Esc goes back
prepare-template = Template
prepare-template-of = { $name } · { $levels } levels
prepare-template-fixed = {" "}· fixed: there are levels or votes
prepare-people = People
prepare-people-count =
    { $n ->
        [0] nobody yet: Enter adds people
       *[other] { $n }
    }
prepare-no-revenue = optional: such as 5 M or 800k
prepare-bands = Damage D€: { $bands }
prepare-bands-none = With the yearly online revenue, the levels of financial damage (D€) are shown in money.
template-online-shop = Online shop
template-online-shop-short = Online shop, short
template-own = its own copy
choice-template = Template: categories, levels, weights
typing-new-workshop-foot = Enter starts · Tab prepares shop, revenue, people
typing-new-person = New person: name, team
typing-new-person-foot = ; begins the next person · Enter adds · Esc ends
draft-new-person = new person
field-person-name = Name
field-team = Team
people-title = People and seats
people-none = Nobody has a seat yet. Press a and type a name, with a comma and the team if you like; Enter, the next one, Enter… A pasted list adds everybody at once.
people-counts = { $here } here · { $voting } vote
people-votes = votes
people-observes = observes
people-here = here
people-absent = absent
notice-people-added =
    { $n ->
        [one] 1 person added
       *[other] { $n } people added
    }
notice-person-removed = “{ $what }” is off the list (u brings them back)
notice-person-needed = Votes or words of “{ $what }” are kept, so they stay. Space makes them absent.
notice-template-fixed = The template stays: there are levels or votes.
scope-prepare = preparing
scope-people = people
entry-choose-template = template
entry-toggle-seat = voter or observer
entry-remove-person = taken off the list
entry-move-person-up = seat
entry-move-person-down = seat
