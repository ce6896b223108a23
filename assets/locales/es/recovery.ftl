# Lo que el programa cuenta de una sesión recompuesta, copiada o editada fuera.

recovery-recovered = { $changes ->
    [one] Recuperado { $changes } cambio tras una parada inesperada (el último, a las { $last }). No se ha perdido nada.
   *[other] Recuperados { $changes } cambios tras una parada inesperada (el último, a las { $last }). No se ha perdido nada.
}
recovery-in-part = { $changes ->
    [one] Recuperado { $changes } cambio tras una parada inesperada (el último, a las { $last }).
   *[other] Recuperados { $changes } cambios tras una parada inesperada (el último, a las { $last }).
}
recovery-broken = { $lines ->
    [one] Alrededor de { $lines } cambio posterior no se puede leer.
   *[other] Alrededor de { $lines } cambios posteriores no se pueden leer.
} Hay una copia en { $folder }.
recovery-torn = El último cambio no estaba completo y no se incluye. Revisa lo último que se hizo.
recovery-at = Dañado en la línea { $line }.
recovery-at-path = Dañado en la línea { $line } ({ $path }).
recovery-unread = El archivo está vacío.
recovery-from-backup = { $damage } { $risks ->
    [one] Recuperado { $risks } riesgo
   *[other] Recuperados { $risks } riesgos
} de la copia de seguridad de las { $at }, ahora en { $file }. El original no se ha tocado.
recovery-from-file = { $damage } { $risks ->
    [one] Recuperado { $risks } riesgo
   *[other] Recuperados { $risks } riesgos
} de lo que queda de él, ahora en { $file }. El original no se ha tocado.
recovery-shown-backup = { $damage } { $risks ->
    [one] Se muestra { $risks } riesgo
   *[other] Se muestran { $risks } riesgos
} de la copia de seguridad de las { $at }. No se ha escrito nada.
recovery-shown-file = { $damage } { $risks ->
    [one] Se muestra { $risks } riesgo
   *[other] Se muestran { $risks } riesgos
} de lo que queda de él. No se ha escrito nada.
recovery-before = { $damage } Ya se recuperó antes: el trabajo sigue en { $file }. El original no se ha tocado.
recovery-mine = Los cambios de las { $at } pertenecen a una versión anterior de este archivo. Se conservan ambas; la otra es { $file }.
recovery-brought-back = Se eliminó el archivo de una sesión antes de que tuviera { $changes ->
    [one] su último cambio
   *[other] sus últimos { $changes } cambios
}. Vuelve a estar como { $file }.
recovery-lost = Los cambios de las { $at } pertenecen a una versión de este archivo que ya no existe. Se conservan en { $path }; revisa lo último que se hizo.
recovery-unreadable = Hay cambios que no se pueden leer; se conservan en { $path }. Revisa lo último que se hizo.
recovery-barred = Ahora no se puede leer un diario: solo lectura. Da permisos.
recovery-waits = { $why } Puede tener cambios de esta sesión, así que no se escribe nada hasta poder leerlo: da permisos e inténtalo de nuevo. riskroom recover lo aparta y sigue sin él.
recovery-unlocked = { $folder } no admite un bloqueo: { $cause }. Sin él podrían escribir dos ventanas a la vez, así que la sesión solo se muestra. Libera espacio o da permisos, e inténtalo de nuevo.
recovery-put-aside = Los cambios que ahora no se pueden leer se han apartado como { $path }; la sesión sigue sin ellos.
recovery-no-risks = No hay riesgos en la lista.
recovery-copied = Es una copia de { $original } y desde ahora es una sesión propia. El original no se ha tocado.
recovery-converted = Convertido del formato { $from }; se conserva el original.
recovery-edited = { $count ->
    [0] Editado fuera del programa; sin diferencias en la sesión.
    [one] Editado fuera del programa: { $count } diferencia por aceptar.
   *[other] Editado fuera del programa: { $count } diferencias por aceptar.
}
