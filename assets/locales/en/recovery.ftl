# What the program tells of a session that was put together again, copied or edited outside.

recovery-recovered = { $changes ->
    [one] Recovered { $changes } change after an unexpected stop (last { $last }). Nothing lost.
   *[other] Recovered { $changes } changes after an unexpected stop (last { $last }). Nothing lost.
}
recovery-in-part = { $changes ->
    [one] Recovered { $changes } change after an unexpected stop (last { $last }).
   *[other] Recovered { $changes } changes after an unexpected stop (last { $last }).
}
recovery-broken = { $lines ->
    [one] About { $lines } change
   *[other] About { $lines } changes
} after that cannot be read. A copy is kept in { $folder }.
recovery-torn = The last change was not complete and is not included. Check what was done last.
recovery-at = Damaged at line { $line }.
recovery-at-path = Damaged at line { $line } ({ $path }).
recovery-unread = The file is empty.
recovery-from-backup = { $damage } { $risks ->
    [one] Recovered { $risks } risk
   *[other] Recovered { $risks } risks
} from the backup of { $at }, now in { $file }. Original untouched.
recovery-from-file = { $damage } { $risks ->
    [one] Recovered { $risks } risk
   *[other] Recovered { $risks } risks
} from what is left of it, now in { $file }. Original untouched.
recovery-shown-backup = { $damage } { $risks ->
    [one] { $risks } risk from the backup of { $at } is
   *[other] { $risks } risks from the backup of { $at } are
} shown. Nothing was written.
recovery-shown-file = { $damage } { $risks ->
    [one] { $risks } risk from what is left of it is
   *[other] { $risks } risks from what is left of it are
} shown. Nothing was written.
recovery-before = { $damage } It was recovered before: the work goes on in { $file }. Original untouched.
recovery-mine = Changes from { $at } belong to an older version of this file. Both are kept; the other one is { $file }.
recovery-brought-back = A session's file was removed before { $changes ->
    [one] its last change was
   *[other] its last { $changes } changes were
} in it. It is back as { $file }.
recovery-lost = Changes from { $at } belong to a version of this file that is not there any more. They are kept in { $path }; check what was done last.
recovery-unreadable = Changes that cannot be read are kept in { $path }. Check what was done last.
recovery-barred = A journal cannot be read now, so read-only. Give the rights to it.
recovery-waits = { $why } It may have changes of this session, so nothing is written before it can be read: give the rights and try again. riskroom recover puts it aside and goes on without it.
recovery-unlocked = { $folder } takes no lock: { $cause }. Without one two windows could write at once, so the session is only shown. Make room or give the rights, and try again.
recovery-put-aside = Changes that cannot be read now were put aside as { $path }; the session goes on without them.
recovery-no-risks = No risks are on the list.
recovery-copied = This is a copy of { $original } and is a session of its own from now on. The original is untouched.
recovery-converted = Converted from format { $from }; original kept.
recovery-edited = { $count ->
    [0] Edited outside the program; no difference in the session.
    [one] Edited outside the program: { $count } difference to accept.
   *[other] Edited outside the program: { $count } differences to accept.
}
