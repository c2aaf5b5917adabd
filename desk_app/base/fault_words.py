# SPDX-License-Identifier: Apache-2.0
"""Why the disk or a stick refused, in the user's words: systems say it in their own language."""

import errno

from desk_app.base.text import _

_HELD = (32, 33)
"""What Windows says while a virus scanner or Explorer holds a file (ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION)."""


def of(fault: OSError) -> str:
    """A few words for a sentence such as "Tidak dapat menulis ke …: {reason}."; else what the system says."""
    if getattr(fault, "winerror", None) in _HELD:
        return _("sedang dipakai program lain")
    match fault.errno:
        case errno.EROFS:
            return _("terkunci, tidak dapat ditulis")
        case errno.EACCES | errno.EPERM:
            return _("tidak diizinkan")
        case errno.ENOSPC | errno.EDQUOT:
            return _("penuh")
        case errno.EIO:
            return _("rusak atau tersenggol")
        case errno.ENOENT | errno.ENODEV | errno.ENXIO | errno.ENOTCONN:
            return _("sudah dicabut atau tidak ada lagi")
    return fault.strerror or str(fault)
