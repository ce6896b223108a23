# Lo que el programa dice del terminal, los archivos y otras ventanas.

shell-locked = Abierta en otra ventana (pid { $pid }, desde las { $since }).
shell-copy = Es la sesión que está abierta aquí, con otro nombre: { $open }.
shell-locked-somewhere = Abierta en otra ventana.
shell-elsewhere = Abierta en otra ventana (pid { $pid }, desde las { $since }).
shell-elsewhere-somewhere = Abierta en otra ventana. Solo lectura.
shell-no-lock = No se puede bloquear la sesión: { $cause }. Libera espacio o indica RISKROOM_STATE, y ábrela de nuevo.
shell-unlocked = Sin bloqueo ({ $cause }): solo lectura. Libera espacio o da permisos.
shell-not-durable = Los últimos cambios de { $path } aún no están en el disco, así que sigue abierta aquí.
shell-lost = Los últimos cambios no se pudieron guardar. Revisa la sesión al abrirla de nuevo.
shell-bad-demo = No se puede abrir la demo.
shell-no-suspend = No hay un intérprete de órdenes al que volver, así que aquí no se puede suspender el programa.
shell-suspend-failed = No se pudo suspender el programa.
shell-no-mouse = El terminal no deja activar ni desactivar el ratón.
shell-no-theme = No hay ningún tema «{ $name }». Hay: { $names }.
shell-no-terminal = No se puede usar el terminal: { $cause }
shell-no-thread = El sistema no deja al programa iniciar sus hilos: { $cause }
shell-not-written = No se puede escribir ({ $cause }): { $folder }.
shell-changed = Otro programa cambió este archivo a las { $time }. Se conservan ambas versiones: la tuya continúa como { $name }.
shell-removed = El archivo se eliminó. Tu trabajo continúa como { $name }.
shell-not-ours = Se eliminó el bloqueo de esta sesión: puede que otra ventana esté trabajando en ella. La tuya continúa como { $name }; se conservan ambas. Cierra una y compara.
shell-folded = { $name } es ya muy grande. Sus cambios más antiguos no podrán deshacerse cuando se cierre; una copia de seguridad los conserva.
shell-unbacked = La versión anterior no se pudo conservar en { $folder }: { $cause }. La nueva está guardada.
