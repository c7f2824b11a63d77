"""This is choices from a file: ids or numbers, on lines or parted by spaces, ``#`` for a remark."""

from __future__ import annotations

from pathlib import Path

from game.problem import GameError

LARGEST = 1_000_000


class NoScript(GameError):
    """The file of choices cannot be read."""

    exit_code = 2

    def __init__(self, path: Path, why: str) -> None:
        """Name the file and what the system said."""
        super().__init__(f"The choices in '{path}' cannot be read: {why}. Is the path right?")


def read_script(path: Path) -> tuple[str, ...]:
    """Give the choices of a file, in order. Raises ``NoScript``."""
    try:
        with path.open("rb") as file:
            text = file.read(LARGEST + 1).decode("utf-8-sig")
    except OSError as fault:
        raise NoScript(path, (fault.strerror or "it is not there").lower()) from fault
    except UnicodeDecodeError:
        raise NoScript(path, "it is not UTF-8 text") from None
    if len(text) > LARGEST:
        raise NoScript(path, "it is too long")
    return choices(text)


def choices(text: str) -> tuple[str, ...]:
    """Give the choices in a text."""
    return tuple(word for line in text.splitlines() for word in line.partition("#")[0].split())


def still_to_take(given: tuple[str, ...], taken: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out those at the front that a resumed play has taken, if it took exactly those."""
    if taken and given[: len(taken)] == taken:
        return given[len(taken) :]
    return given
