"""This is one writer a slot: a lock that the system lets go of when its holder dies.

It is taken on a file of its own, since the save itself changes its identity with every rename. On a
disk that knows no locks everybody gets one; the keeper then still sees whether it was overtaken.
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_NO_LOCKS = {errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL}
_HELD = {errno.EACCES, errno.EAGAIN, errno.EDEADLK}


def take(path: Path) -> int | None:
    """Take the lock and give what to let go of; ``None`` where another holds it.

    Raises ``OSError`` where the lock's file cannot be made.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _lock(descriptor)
    except OSError as fault:
        if fault.errno in _NO_LOCKS:
            return descriptor
        os.close(descriptor)
        if fault.errno in _HELD:
            return None
        raise
    return descriptor


def let_go(descriptor: int) -> None:
    """Let go of a lock. The file stays: to remove it would race with who waits for it."""
    os.close(descriptor)


if sys.platform == "win32":

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
