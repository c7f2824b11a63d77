from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.settings.form import Unreadable, read, write
from game.settings.setting import CHOSEN, Settings, decided, rekeyed, settled

TAGS = st.sampled_from(["torture", "execution", "child-loss"])
KEYS = st.dictionaries(
    st.sampled_from(["undo", "card", "read-on"]), st.sampled_from(["x", "f4,ctrl+z", "space"])
)


@st.composite
def some_settings(draw: st.DrawFn) -> Settings:
    settings = Settings()
    for each in CHOSEN:
        settings = settled(settings, each.name, draw(st.sampled_from(each.values)))
    for tag in draw(st.lists(TAGS)):
        settings = decided(settings, [tag], draw(st.sampled_from(["skip", "show"])))
    for binding, keys in draw(KEYS).items():
        settings = rekeyed(settings, binding, keys)
    return settings


@given(some_settings())
def test_what_is_written_reads_as_it_was(settings: Settings) -> None:
    assert read(write(settings)) == (settings, ())


@given(st.binary(max_size=200))
def test_no_bytes_do_more_than_be_unreadable(data: bytes) -> None:
    try:
        settings, _ = read(data)
    except Unreadable:
        return
    assert isinstance(settings, Settings)


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b"\xff\xfe", b"7", b"[" * 60_000, b'{"width": 1e999'],
    ids=["nothing", "cut short", "a list", "no text", "a number", "nested", "no end"],
)
def test_what_nobody_wrote_is_unreadable(data: bytes) -> None:
    with pytest.raises(Unreadable):
        read(data)


def test_a_value_that_cannot_be_is_said_and_the_others_hold() -> None:
    settings, told = read(b'{"width": 300, "theme": "paper", "keys": {"undo": 7}}')
    assert settings == Settings(theme="paper")
    assert told[0] == "'width' cannot be '300'; it can be 66 to 72."
    assert "'undo' cannot be '?'" in told[1]


def test_names_of_some_other_version_are_passed_over() -> None:
    assert read(b'{"moods": [1, {"a": null}]}') == (Settings(), ())
