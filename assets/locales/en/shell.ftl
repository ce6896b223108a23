# What the program tells about terminal, files and other windows.

shell-locked = Open in another window (pid { $pid }, since { $since }).
shell-copy = This is the session that is open here, under another name: { $open }.
shell-locked-somewhere = Open in another window.
shell-elsewhere = Open in another window (pid { $pid }, since { $since }). Read-only.
shell-elsewhere-somewhere = Open in another window. Read-only.
shell-no-lock = The session cannot be locked: { $cause }. Make room or set RISKROOM_STATE, then open it again.
shell-unlocked = No lock ({ $cause }), so read-only. Make room or give the rights.
shell-not-durable = The last changes of { $path } are not on disk yet, so it stays open here.
shell-lost = The last changes could not be saved. Check the session when it is opened again.
shell-bad-demo = The demo cannot be opened.
shell-no-suspend = There is no shell to come back to, so the program cannot be suspended here.
shell-suspend-failed = The program could not be suspended.
shell-no-mouse = The terminal does not let the mouse be switched.
shell-no-theme = There is no theme “{ $name }”. There are: { $names }.
shell-no-terminal = The terminal cannot be used: { $cause }
shell-no-thread = The system does not let the program start its threads: { $cause }
shell-not-written = Cannot write ({ $cause }): { $folder }.
shell-changed = Another program changed this file at { $time }. Both versions are kept: yours goes on as { $name }.
shell-removed = The file was removed. Your work continues as { $name }.
shell-not-ours = The lock of this session was removed: another window may be working on it. Yours goes on as { $name }; both are kept. Close one and compare.
shell-folded = { $name } has become very large. Its oldest changes cannot be undone once it is closed; a backup has them.
shell-unbacked = The earlier version could not be kept in { $folder }: { $cause }. The new one is saved.
