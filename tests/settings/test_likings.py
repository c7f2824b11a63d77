from __future__ import annotations

import sys
from pathlib import Path
from subprocess import run

import pytest

from game.saving import store
from game.settings.likings import LARGEST, Likings, NotKept, likings, settings_file
from game.settings.setting import Settings, decided, rekeyed


def here(path: Path, **variables: str) -> Likings:
    return likings({"OTHERSIDE_SETTINGS": str(path / "settings.json"), **variables})


def test_without_a_file_everything_is_as_usual(tmp_path: Path) -> None:
    found = here(tmp_path)
    assert (found.settings, found.told) == (Settings(), ())


def test_what_was_kept_is_read_again(tmp_path: Path) -> None:
    first = here(tmp_path / "a" / "b")
    first.settle("theme", "paper")
    first.take_over(rekeyed(decided(first.settings, ["torture"], "skip"), "undo", "z"))
    first.keep()
    again = here(tmp_path / "a" / "b").settings
    assert again == Settings(theme="paper", skip=frozenset({"torture"}), keys={"undo": "z"})


def test_tags_and_keys_can_be_taken_away_again(tmp_path: Path) -> None:
    found = here(tmp_path)
    found.take_over(Settings(skip=frozenset({"torture"}), keys={"undo": "z", "card": "x"}))
    found.take_over(Settings(keys={"card": "x"}))
    assert found.settings == Settings(keys={"card": "x"})


def test_the_environment_holds_for_once_and_is_not_kept(tmp_path: Path) -> None:
    found = here(tmp_path, OTHERSIDE_THEME="paper", OTHERSIDE_SKIP="torture", OTHERSIDE_WIDTH="70")
    assert found.settings == Settings(theme="paper", skip=frozenset({"torture"}), width=70)
    assert found.for_once == ("theme", "width", "skip")
    found.settle("marks", "clean")
    found.keep()
    assert here(tmp_path).settings == Settings(marks="clean")


def test_what_is_settled_is_stronger_than_the_environment(tmp_path: Path) -> None:
    found = here(tmp_path, OTHERSIDE_THEME="paper", OTHERSIDE_SKIP="torture")
    assert found.settle("theme", "mono").theme == "mono"
    assert found.take_over(decided(found.settings, ["torture"], "ask")).skip == frozenset()


def test_a_wrong_word_in_the_environment_is_said_and_passed_over(tmp_path: Path) -> None:
    found = here(tmp_path, OTHERSIDE_WIDTH="wide")
    assert found.settings == Settings()
    assert found.told[0].startswith("OTHERSIDE_WIDTH is passed over. 'width' cannot be 'wide'")


@pytest.mark.parametrize(
    "data",
    [b"{", b"\x00\xff", b"[]", b" " * (LARGEST + 9)],
    ids=["cut short", "no text", "no object", "too large"],
)
def test_a_damaged_file_is_set_aside_and_said(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(data)
    found = here(tmp_path)
    assert found.settings == Settings()
    assert "'settings.json' was damaged" in found.told[0]
    assert "It is kept as 'settings.json.damaged-1'." in found.told[0]
    assert (tmp_path / "settings.json.damaged-1").read_bytes() == data
    assert not file.exists()
    assert here(tmp_path).told == ()


def test_a_folder_in_the_file_s_place_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "settings.json").mkdir()
    found = here(tmp_path)
    assert found.settings == Settings()
    assert "no ordinary file" in found.told[0]


def test_what_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    found = here(tmp_path / "file")
    with pytest.raises(NotKept, match=r"could not be written to 'settings\.json'"):
        found.keep()


def test_a_power_cut_leaves_the_settings_from_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = here(tmp_path)
    found.settle("theme", "paper")
    found.keep()

    def cut(*_: object) -> None:
        raise OSError(28, "No space left on device")

    found.settle("theme", "mono")
    monkeypatch.setattr(store, "_write_all", cut)
    with pytest.raises(NotKept):
        found.keep()
    assert here(tmp_path).settings.theme == "paper"


def test_settings_lie_with_the_user_s_configuration() -> None:
    assert settings_file({}).parts[-2:] == ("otherside", "settings.json")


def test_likings_without_a_place_are_kept_nowhere() -> None:
    found = Likings()
    found.settle("theme", "paper")
    found.keep()
    assert found.settings.theme == "paper"


def test_reading_settings_imports_nothing_heavy(tmp_path: Path) -> None:
    (tmp_path / "settings.json").write_text("{}")
    script = (
        "import sys; from game.settings.likings import likings; "
        f"likings({{'OTHERSIDE_SETTINGS': {str(tmp_path / 'settings.json')!r}}}); "
        "heavy = {'game.saving', 'platformdirs', 'tempfile', 'textual', 'yaml', 'click'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
