from __future__ import annotations

from pathlib import Path

import pytest

from tests.plain.view import heard, names, transcript


@pytest.mark.parametrize("name", names())
def test_what_is_asked_of_the_record_is_answered_in_these_words(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert heard(name) == transcript(name).read_text("utf-8")


@pytest.mark.parametrize("name", names())
def test_every_answer_comes_back_to_the_same_prompt(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    typed = (transcript(name).parent / "input.txt").read_text("utf-8").splitlines()
    lines = [line for line in typed if not line.startswith("#")]
    assert heard(name).count("? for help: ") == len(lines)
