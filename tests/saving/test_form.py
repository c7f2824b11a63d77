from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.saving import form
from game.saving.fault import Damaged, Newer
from game.saving.migration import SCHEMA
from game.saving.save import Save

SAVE = Save(
    story="other-side",
    fingerprint="ab" * 32,
    seed=7,
    log=("hall.door/climb", "hall.attic/look"),
    trail=("hall.door", "hall.attic", "hall.attic"),
    label="1 Hall: The “attic”",
    when="2026-01-02T03:04:05+00:00",
    led=1,
    marks="clean",
    skip=("suicide",),
)
DATA = form.write(SAVE, 41, "0.1.0")

ids = st.from_regex(r"[a-z][a-z0-9-]{0,8}\.[a-z][a-z0-9-]{0,8}", fullmatch=True)
saves = st.lists(ids, max_size=12).map(
    lambda scenes: Save(
        "s", "", len(scenes), tuple(f"{scene}/go" for scene in scenes), ("a.b", *scenes)
    )
)


def whole() -> dict[str, Any]:
    value: dict[str, Any] = json.loads(DATA)
    return value


def sealed(value: dict[str, Any]) -> bytes:
    value["sha256"] = form.checksum(value["body"])
    return json.dumps(value).encode()


def refusal(data: bytes) -> str:
    with pytest.raises(Damaged) as caught:
        form.read(data, "slot1.json")
    return str(caught.value)


def test_what_was_written_is_read() -> None:
    assert form.read(DATA, "slot1.json").save == SAVE


@given(saves, st.integers(1, 10_000))
def test_any_save_comes_back_as_it_went(save: Save, seq: int) -> None:
    kept = form.read(form.write(save, seq, "1.0"), "x.json")
    assert (kept.save, kept.seq) == (save, seq)


def test_the_same_save_gives_the_same_bytes() -> None:
    assert form.write(SAVE, 41, "0.1.0") == DATA


def test_a_save_cut_at_any_byte_is_refused() -> None:
    # the last byte only ends the line
    for length in range(len(DATA) - 1):
        refusal(DATA[:length])


def test_any_one_flipped_bit_is_refused_or_changes_nothing() -> None:
    for place in range(len(DATA) * 8):
        flipped = bytearray(DATA)
        flipped[place // 8] ^= 1 << (place % 8)
        try:
            kept = form.read(bytes(flipped), "slot1.json")
        except (Damaged, Newer):
            continue
        assert (kept.save, kept.seq, kept.app) == (SAVE, 41, "0.1.0")


def test_the_checksum_covers_the_number_of_the_save() -> None:
    value = whole()
    value["seq"] = 42
    assert "its head does not fit its body" in refusal(json.dumps(value).encode())


def test_a_changed_body_does_not_fit_its_checksum() -> None:
    value = whole()
    value["body"]["seed"] = 8
    assert "its checksum does not fit" in refusal(json.dumps(value).encode())


def test_keys_beside_the_body_that_are_unknown_are_ignored() -> None:
    value = whole() | {"thumbnail": "x"}
    assert form.read(json.dumps(value).encode(), "x").save == SAVE


def test_a_newer_form_is_no_damage() -> None:
    value = whole() | {"schema": SCHEMA + 1, "app": "9.0"}
    with pytest.raises(Newer, match=r"9\.0"):
        form.read(json.dumps(value).encode(), "slot1.json")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (b"", "it is no JSON from line 1, column 1 on"),
        (b"[]", "it is no JSON object"),
        (b'{"magic": "else"}', "it is no save of this game"),
        (b'{"magic": NaN}', "it holds a number that no save has (NaN)"),
        (b'{"magic": -Infinity}', "it holds a number that no save has (-Infinity)"),
        (b'{"seq": 1e999}', "it holds a number that no save has (1e999)"),
        (b'{"a": 1, "a": 1}', "a key stands in it twice"),
        (b"\xff\xfe{}", "it is not UTF-8 text"),
        (b"[" * 100_000, "it is nested too deeply"),
        (b'{"a":' * 100_000, "it is nested too deeply"),
        (b"1" * 5000, "it holds a number out of range"),
        (b" " * (form.LARGEST + 1), "it is larger than 2,000,000 bytes"),
    ],
)
def test_what_no_game_wrote_is_refused_with_the_reason(text: bytes, why: str) -> None:
    assert f"'slot1.json' is damaged: {why}." in refusal(text)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("seed", True),
        ("seed", "7"),
        ("seed", 2**63),
        ("seed", None),
        ("turn", -1),
        ("turn", 3),
        ("log", "hall.door/climb"),
        ("log", ["hall.door"]),
        ("log", [["hall.door/climb"]]),
        ("log", ["hall.door/climb"]),
        ("trail", ["hall.door"]),
        ("label", "\x1b]0;title\x07"),
        ("label", "\u202eabc"),
        ("label", "\ud800"),
        ("label", "x" * 201),
        ("marks", 1),
        ("skip", {}),
        ("led", -1),
        ("story", []),
        ("story", {"id": "../../etc", "fingerprint": ""}),
        ("story", {"id": "s", "fingerprint": "not hexadecimal"}),
    ],
)
def test_a_body_with_a_good_checksum_and_a_wrong_value_is_refused(key: str, value: object) -> None:
    changed = whole()
    changed["body"][key] = value
    refusal(sealed(changed))


@pytest.mark.parametrize("key", sorted(json.loads(DATA)["body"]))
def test_a_body_without_one_of_its_keys_is_refused(key: str) -> None:
    changed = whole()
    del changed["body"][key]
    refusal(sealed(changed))


def test_a_label_is_cleaned_before_it_is_written() -> None:
    data = form.write(Save("s", "", 0, (), ("a.b",), label="x\x1b[31m" + "y" * 300), 1, "1")
    assert form.read(data, "x").save.label.startswith("x [31my")
