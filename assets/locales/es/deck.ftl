# La baraja de tarjetas: el panel, lo que se dice de ella y por qué se deja fuera una baraja propia.

deck-card = Tarjeta
deck-place = { $n } de { $all }
deck-no-category = Sin categoría
deck-quote = «{ $text }»
deck-source = Fuente:{" "}
deck-draw = n saca una tarjeta de la categoría con menos riesgos.
deck-all-dealt = Todas las tarjetas están tratadas. «Recuperar una tarjeta descartada», entre las órdenes, vuelve a mostrar una.
deck-none = No hay tarjetas: ninguna baraja está elegida. «Elegir las barajas», entre las órdenes, activa una.
deck-summary = adoptadas { $adopted } · descartadas { $dismissed } · quedan { $left } · tocadas { $touched }/{ $all }
deck-risks = riesgos
deck-left = tarj.

choice-dismissed = Consideradas y descartadas: Enter recupera una tarjeta
choice-decks = Barajas de las que se sacan tarjetas

notice-card-adopted = { $what } está en la lista; e edita su título, u lo deshace
notice-no-cards = ninguna baraja está elegida: «Elegir las barajas», entre las órdenes
notice-all-cards-dealt = todas las tarjetas están tratadas
notice-cards-again = { $n ->
    [one] la única tarjeta que queda ya se vio; aquí está otra vez
   *[other] las { $n } tarjetas que quedan ya se vieron; otra vez desde la primera
}
unavailable-no-card-in-hand = no hay tarjeta en la mano; n saca una

deck-left-out = { $what } Se deja fuera; corrige el archivo o sácalo de la carpeta, y abre de nuevo el programa.
deck-broken = La baraja { $path }:{ $fault }
deck-flaw-no-cards = no hay tarjetas.
deck-flaw-too-many = hay más de { $n } tarjetas.
deck-flaw-key-twice = otra tarjeta tiene esta clave.
deck-flaw-key-too-long = junto con la clave de la baraja pasa de 60 caracteres.
deck-flaw-language = «{ $found }» no es un idioma del programa; lo son en y es, o déjalo fuera.
deck-flaw-taken = otra baraja tiene esta clave, en este idioma o en cualquiera.
deck-flaw-card-taken = una tarjeta de otra baraja tiene esta clave.
deck-too-large = La baraja { $path } tiene más de { $limit } bytes.
deck-not-a-file = { $path } no es un archivo.
deck-unread = No se puede leer la baraja { $path }: { $cause }.
decks-too-many = Hay más de { $n } barajas en { $path }; las demás se dejan fuera.
decks-unread = No se pueden leer las barajas de { $path }: { $cause }.
