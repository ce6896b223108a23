# Títulos, cabeceras y etiquetas de las pantallas.
