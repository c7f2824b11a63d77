from __future__ import annotations

from pathlib import Path

import pytest

from game.engine.rules import Rules
from game.playing.notebook import NotExported
from game.playing.quotation import keep, reference
from game.playing.session import Session
from tests.plain.test_inquiry import PAGE
from tests.playing.sample import STORY


def test_a_page_is_quoted_with_where_it_is_from() -> None:
    session = Session(Rules(STORY))
    quoted = session.quotation(session.page)
    assert quoted.startswith("The hut\n\nA hut.\n\n")
    assert quoted.splitlines()[-1] == reference(STORY, session.page)
    assert "A test story. The hill. The hut. 12 June 1938. Scene hill.hut." in quoted


def test_marked_words_are_quoted_with_the_claim_and_who_tells_it() -> None:
    session = Session(Rules(PAGE))
    quoted = session.quotation(session.page, 1).split("\n\n")
    assert quoted[:2] == ["“Fog”", "Fog lay. Disputed."]
    assert quoted[2].startswith("Told by: ")
    assert quoted[3].startswith("Against: ")


def test_a_quotation_goes_into_a_new_file(tmp_path: Path) -> None:
    keep(tmp_path / "page.txt", "Fog.")
    assert (tmp_path / "page.txt").read_text("utf-8") == "Fog.\n"


@pytest.mark.parametrize("name", ["page", "page.pdf", "there.txt", "no/where.txt"])
def test_what_cannot_be_a_new_file_is_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "there.txt").write_text("Mine.", encoding="utf-8")
    with pytest.raises(NotExported, match=r"^The passage was not written: "):
        keep(tmp_path / name, "Fog.")
    assert (tmp_path / "there.txt").read_text("utf-8") == "Mine."
