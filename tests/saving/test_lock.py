from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.saving import lock

HOLDER = """
import sys, time
from pathlib import Path
from game.saving import lock
print(lock.take(Path(sys.argv[1])) is not None, flush=True)
time.sleep(60)
"""


def test_a_lock_is_had_by_one_at_a_time(tmp_path: Path) -> None:
    held = lock.take(tmp_path / "slot1.lock")
    assert held is not None
    assert lock.take(tmp_path / "slot1.lock") is None
    lock.let_go(held)


def test_a_lock_let_go_of_can_be_had_again(tmp_path: Path) -> None:
    held = lock.take(tmp_path / "slot1.lock")
    assert held is not None
    lock.let_go(held)
    again = lock.take(tmp_path / "slot1.lock")
    assert again is not None
    lock.let_go(again)


def test_a_lock_outlives_no_death(tmp_path: Path) -> None:
    path = tmp_path / "slot1.lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "True\n"
        assert lock.take(path) is None
        holder.kill()
        holder.wait()
        held = lock.take(path)
    assert held is not None
    lock.let_go(held)


@pytest.mark.skipif(os.name != "posix", reason="flock")
def test_a_disk_that_knows_no_locks_gives_one_to_everybody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unable(*_args: object) -> None:
        raise OSError(errno.ENOLCK, "no locks")

    monkeypatch.setattr("fcntl.flock", unable)
    held = lock.take(tmp_path / "slot1.lock")
    assert held is not None
    lock.let_go(held)
