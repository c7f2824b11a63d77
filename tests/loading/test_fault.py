from __future__ import annotations

import re
from pathlib import Path

import game.loading.fault
from game.loading.fault import CODES

ROOM = Path(game.loading.fault.__file__).parent


def written() -> set[str]:
    return {
        code
        for file in ROOM.glob("*.py")
        for code in re.findall(r'"([YFNXPE]\d{3})"(?!:)', file.read_text(encoding="utf-8"))
    }


def test_every_code_that_is_reported_stands_in_the_table_and_no_other() -> None:
    assert written() == set(CODES)


def test_no_two_codes_have_one_name() -> None:
    assert len(set(CODES.values())) == len(CODES)
