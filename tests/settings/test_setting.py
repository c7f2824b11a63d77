from __future__ import annotations

import pytest

from game.settings.setting import (
    CHOSEN,
    Setting,
    Settings,
    WrongSetting,
    decided,
    how,
    rekeyed,
    settled,
    written,
)


@pytest.mark.parametrize("setting", CHOSEN, ids=lambda setting: setting.name)
def test_every_value_on_offer_can_be_settled_and_is_written_as_it_was(setting: Setting) -> None:
    name = setting.name
    assert [written(settled(Settings(), name, each), name) for each in setting.values] == [
        *setting.values
    ]


@pytest.mark.parametrize("setting", CHOSEN, ids=lambda setting: setting.name)
def test_the_usual_value_is_on_offer(setting: Setting) -> None:
    assert written(Settings(), setting.name) in setting.values


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("width", "300", "'width' cannot be '300'; it can be 66 to 72."),
        ("motion", "yes", "'motion' cannot be 'yes'; it can be off or on."),
        ("skip", "Torture!", "'skip' cannot be 'Torture!'; it can be tags with commas between"),
        ("colour", "red", "There is no setting 'colour'. There are: theme, width,"),
        ("theme", "\x1b[2J", "'theme' cannot be '?[2J'"),
    ],
)
def test_what_cannot_be_settled_is_said_with_what_can(name: str, value: str, said: str) -> None:
    with pytest.raises(WrongSetting) as caught:
        settled(Settings(), name, value)
    assert said in str(caught.value)


def test_tags_are_written_with_commas() -> None:
    settings = settled(Settings(), "skip", " torture,execution ,")
    assert settings.skip == {"torture", "execution"}
    assert written(settings, "skip") == "execution, torture"


def test_a_tag_is_passed_over_read_or_asked_about() -> None:
    settings = Settings()
    assert how(settings, "torture") == "ask"
    for wanted in ("skip", "show", "ask"):
        settings = decided(settings, ["torture"], wanted)
        assert how(settings, "torture") == wanted
    assert settings == Settings()


def test_keys_are_given_and_given_back() -> None:
    settings = rekeyed(Settings(), "undo", "u,ctrl+z")
    assert settings.keys == {"undo": "u,ctrl+z"}
    assert written(settings, "keys") == "undo: u,ctrl+z"
    assert rekeyed(settings, "undo", "") == Settings()


@pytest.mark.parametrize(("binding", "keys"), [("undo", "u u"), ("Undo", "u"), ("undo", "u,,x")])
def test_what_is_no_key_is_refused(binding: str, keys: str) -> None:
    with pytest.raises(WrongSetting):
        rekeyed(Settings(), binding, keys)
