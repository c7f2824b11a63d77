"""This is what is on the wall for joining: the address, and its QR code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import segno

USUAL: Final = 80
"""The port that an address needs not say."""
QUIET: Final = 4
"""Light cells around a QR code; readers need them."""


@dataclass(frozen=True, slots=True)
class Poster:
    """How one comes to the lesson."""

    address: str
    """``192.168.1.5:8765``, as it is typed."""
    link: str
    """What the QR code holds."""

    @property
    def rows(self) -> tuple[str, ...]:
        """Give the QR code, a word of noughts and ones a row; without its light border."""
        if not self.link:
            return ()
        code = segno.make_qr(self.link, error="m")
        return tuple("".join("1" if cell else "0" for cell in row) for row in code.matrix)


def poster(host: str, port: int, code: str) -> Poster:
    """Give the poster of a lesson. In capitals the link needs fewer cells, and means the same."""
    address = f"{host}:{port}" if port != USUAL else host
    return Poster(address, f"http://{address}/{code}".upper())


def blocks(rows: tuple[str, ...]) -> Iterator[str]:
    """Draw a QR code in half blocks, two rows a line, light cells filled."""
    width = len(rows) + 2 * QUIET
    empty = "0" * width
    padded = [f"{'0' * QUIET}{row}{'0' * QUIET}" for row in rows]
    cells = [empty] * QUIET + padded + [empty] * (QUIET + len(rows) % 2)
    for upper, lower in zip(cells[::2], cells[1::2], strict=True):
        yield "".join(_BLOCKS[pair] for pair in zip(upper, lower, strict=True))


_BLOCKS: Final = {("0", "0"): "█", ("0", "1"): "▀", ("1", "0"): "▄", ("1", "1"): " "}
