# Lo que dice la línea de órdenes.
