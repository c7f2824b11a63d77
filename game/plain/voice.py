"""This is one stream to speak to: every line is wrapped, cleaned and put into its alphabet."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from typing import TextIO

WIDTH = 72

_CONTROL = re.compile(
    r"[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]"
)
_PLAINER = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "“": '"',
        "”": '"',
        "–": "-",
        "—": "-",
        "…": "...",
        "·": "-",
        "×": "x",
        "ø": "o",
        "Ø": "O",
        "ß": "ss",
        "æ": "ae",
        "\u00a0": " ",
    }
)


class Voice:
    """Speaks to a stream."""

    def __init__(self, stream: TextIO) -> None:
        """Speak to this stream."""
        self._stream = stream
        self._encoding = stream.encoding or "utf-8"

    def say(self, text: str = "", *, hang: int = 0) -> None:
        """Say one paragraph, wrapped; lines after the first hang in by so many columns."""
        cleaned = fit(clean(text), self._encoding)
        lines = textwrap.wrap(
            cleaned,
            WIDTH,
            subsequent_indent=" " * hang,
            break_long_words=False,
            break_on_hyphens=False,
        )
        for line in lines or [""]:
            self._stream.write(f"{line}\n")

    def prompt(self, text: str) -> None:
        """Say what is asked for; the line stays open, and all that was said is sent off."""
        self._stream.write(fit(clean(text), self._encoding))
        self._stream.flush()

    def flush(self) -> None:
        """Send off all that was said."""
        self._stream.flush()


def clean(text: str) -> str:
    """Take away whatever could steer a terminal: control, bidirectional and unseen characters."""
    return _CONTROL.sub("", text)


def fit(text: str, encoding: str) -> str:
    """Give the nearest text that an alphabet can hold."""
    if _holds(text, encoding):
        return text
    text = text.translate(_PLAINER)
    if _holds(text, encoding):
        return text
    bare = unicodedata.normalize("NFKD", text)
    bare = "".join(each for each in bare if not unicodedata.combining(each))
    return bare.encode(encoding, "replace").decode(encoding)


def _holds(text: str, encoding: str) -> bool:
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
