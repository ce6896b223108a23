# Preparar una sesión, su plantilla y las personas con sus asientos.

prepare-title = Preparar el taller
prepare-foot = Enter edita · Esc empieza
prepare-foot-later = Enter edita · Esc vuelve
prepare-template = Plantilla
prepare-template-of = { $name } · { $levels } niveles
prepare-template-fixed = {" "}· fija: ya hay niveles o votos
prepare-people = Personas
prepare-people-count =
    { $n ->
        [0] nadie aún: Enter añade personas
       *[other] { $n }
    }
prepare-no-revenue = opcional: por ejemplo 5 M u 800 mil
prepare-bands = Daño D€: { $bands }
prepare-bands-none = Con los ingresos anuales en línea, los niveles del daño económico (D€) se muestran en dinero.
template-online-shop = Tienda en línea
template-online-shop-short = Tienda en línea, corta
template-own = copia propia
choice-template = Plantilla: categorías, niveles, pesos
typing-new-workshop-foot = Enter empieza · Tab prepara tienda, ingresos, personas
typing-new-person = Persona nueva: nombre, equipo
typing-new-person-foot = ; empieza la siguiente · Enter añade · Esc termina
draft-new-person = persona nueva
field-person-name = Nombre
field-team = Equipo
people-title = Personas y asientos
people-none = Aún no hay nadie. Pulsa a y escribe un nombre, con una coma y el equipo si quieres; Enter, el siguiente, Enter… Una lista pegada añade a todos de una vez.
people-counts = { $here } presentes · { $voting } votan
people-votes = vota
people-observes = observa
people-here = presente
people-absent = ausente
notice-people-added =
    { $n ->
        [one] 1 persona añadida
       *[other] { $n } personas añadidas
    }
notice-person-removed = «{ $what }» ya no está en la lista (u deshace)
notice-person-needed = Se conservan votos o palabras de «{ $what }», así que sigue en la lista. Espacio marca su ausencia.
notice-template-fixed = La plantilla no cambia: ya hay niveles o votos.
scope-prepare = preparación
scope-people = personas
entry-choose-template = plantilla
entry-toggle-seat = voto u observación
entry-remove-person = fuera de la lista
entry-move-person-up = asiento
entry-move-person-down = asiento
