# Lo que el programa dice mientras trabaja: negativas, avisos, preguntas.
