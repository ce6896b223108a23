# Lo que hace una tecla: un nombre para la paleta y la ayuda, un `.hint` para el pie.
