"""This is a story's cover: where the shipped one lies, and a name that is known before the rest.

It imports next to nothing, because a start waits for it.
"""

from __future__ import annotations

import re
import stat
from pathlib import Path
from typing import Final

STORY: Final = "story.yaml"
_LOOKED_AT: Final = 4096
_TITLE: Final = re.compile(
    rb"""^title:[ ]+(?:"([^"\\\r\n]*)"|'([^'\r\n]*)'|([\w][^#:'"\r\n]*))[ ]*\r?$""", re.MULTILINE
)


def shipped_story() -> Path:
    """Give the folder of the story that comes with the program.

    In a checkout that is ``story/`` beside the package, else a folder inside the package.
    """
    package = Path(__file__).resolve().parents[1]
    checkout = package.parent
    if (checkout / "pyproject.toml").is_file() and (checkout / "story").is_dir():
        return checkout / "story"
    return package / "shipped_story"


def title_at_a_glance(folder: Path) -> str:
    """Give the title that a story's file begins with.

    It is empty where it is not written on one plain line near the top, or cannot be read: whoever
    reads the whole story says what is wrong with it.
    """
    try:
        file = folder / STORY
        if not stat.S_ISREG(file.lstat().st_mode):
            return ""
        with file.open("rb") as stream:
            found = _TITLE.search(stream.read(_LOOKED_AT))
    except OSError:
        return ""
    return next(filter(None, found.groups()), b"").decode(errors="replace").strip() if found else ""
