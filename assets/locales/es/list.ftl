# La lista de riesgos: orden, grupos, marcas, quién lo dijo.

list-sort-entry = Riesgos
list-sort-category = Riesgos · por categoría
list-sort-glance = Riesgos · por 1.ª vista
list-sort-title = Riesgos · por título
grid-sort-entry = Tabla de puntuación
grid-sort-category = Tabla de puntuación · por categoría
grid-sort-glance = Tabla de puntuación · por 1.ª vista
grid-sort-title = Tabla de puntuación · por título
list-marked =
    { $n ->
        [one] ✓ 1 marcado
       *[other] ✓ { $n } marcados
    }
group-none = Sin categoría
group-missing = aún sin riesgos: { $names }
said-by-hidden = anotado, no se muestra
choice-category =
    { $n ->
        [one] Categoría
       *[other] Categoría de { $n } riesgos
    }
choice-bin-foot = Espacio marca · Enter recupera · Esc vuelve
notice-category-set =
    { $n ->
        [one] 1 riesgo tiene ahora esta categoría
       *[other] { $n } riesgos tienen ahora esta categoría
    }
notice-restored =
    { $n ->
        [one] 1 elemento vuelve a su sitio
       *[other] { $n } elementos vuelven a su sitio
    }
notice-not-in-entry-order = Los riesgos solo se mueven en el orden de entrada; { $what } lo recupera.
notice-names-on = se muestra quién dijo qué, hasta que se ejecute otra vez
notice-names-off = ya no se muestra quién dijo qué
entry-set-category = categoría
