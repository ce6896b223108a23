# Un riesgo mostrado a la sala, en letras grandes.

action-present = Mostrar el riesgo a la sala en letras grandes, o volver
present-back = volver
present-unknown = { $n ->
    [one] uno no sabe
   *[other] { $n } no saben
 }
present-in = { $n } de { $all } votos
