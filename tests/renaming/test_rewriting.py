from __future__ import annotations

import pytest

from game.loading.name import Family, Names
from game.loading.source import decode
from game.renaming import rewriting
from game.renaming.mention import Use, mentions
from game.renaming.request import KINDS, NotRenamed
from game.renaming.rewriting import NewFaults, rewrite
from game.saving.mending import choice_today, name_today
from tests.renaming.sample import FILES, STORY, read, said, with_

HALL, YARD = "scenes/01-hall/hall.yaml", "scenes/02-yard/yard.yaml"
FRESH = {Family.SCENE: "hall.zz-fresh", Family.VARIABLE: "zz_fresh"}
DECLARED = sorted(
    {
        (each.family.value, each.name)
        for file, data in FILES.items()
        for each in mentions(decode(file, data, Names())) or ()
        if each.use is Use.DECLARED
    }
)


@pytest.fixture
def unjudged(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ask no rules: the laws below read what comes out themselves."""
    monkeypatch.setattr(rewriting, "_faults", lambda _: ())


@pytest.mark.usefixtures("unjudged")
@pytest.mark.parametrize(("kind", "name"), DECLARED)
def test_whatever_is_renamed_the_story_says_the_same_in_other_names(kind: str, name: str) -> None:
    family = KINDS[kind]
    own = name.rpartition("/")[2]
    fresh = FRESH.get(family, "zz-fresh")
    if family is Family.SCENE:
        fresh = fresh.replace("hall", name.partition(".")[0])
    done = rewrite(FILES, name, fresh, family)
    after = said(read({**FILES, **done.after}))
    assert fresh in after
    assert after.replace(fresh, own) == said(read(FILES))


@pytest.mark.usefixtures("unjudged")
@pytest.mark.parametrize(("kind", "name"), DECLARED)
def test_a_renaming_that_is_taken_back_leaves_all_but_the_ledger_as_it_was(
    kind: str, name: str
) -> None:
    family = KINDS[kind]
    fresh = FRESH.get(family, "zz-fresh")
    if family is Family.SCENE:
        fresh = fresh.replace("hall", name.partition(".")[0])
    there = rewrite(FILES, name, fresh, family)
    files = {**FILES, **there.after}
    back = rewrite(files, there.change.new, name, family)
    files |= back.after
    ledgerless = {file: data for file, data in FILES.items() if file != "story.yaml"}
    assert {file: files[file] for file in ledgerless} == ledgerless
    assert said(read(files)) == said(read(FILES))


def test_only_the_names_change_and_everything_between_stays_to_the_byte() -> None:
    done = rewrite(FILES, "yard.end", "yard.gone", None)
    assert done.after[YARD] == FILES[YARD].replace(b"yard.end", b"yard.gone")
    assert b"\r\n" in done.after[YARD]
    assert set(done.after) == {"story.yaml", YARD}
    assert done.places == 4


def test_a_mark_at_the_beginning_of_a_file_stays() -> None:
    done = rewrite(FILES, "way/gate", "back-gate", None)
    assert done.after["record/01-way.yaml"].startswith(b"\xef\xbb\xbf- question: way")
    assert b"claim: back-gate" in done.after["record/01-way.yaml"]
    assert b"way/back-gate" in done.after["places.yaml"]


def test_a_word_of_prose_that_looks_like_the_name_is_left_alone() -> None:
    done = rewrite(FILES, "knocks", "raps", None)
    hall = done.after[HALL].decode()
    assert "\\{knocks\\}" in hall
    assert "note: knocks and hall.door" in hall
    assert "raps < 3 and" in hall


def test_a_part_takes_its_scenes_along_and_each_has_its_entry() -> None:
    done = rewrite(FILES, "yard", "garden", None)
    story = read({**FILES, **done.after})
    assert set(story.parts) == {"hall", "garden"}
    assert done.entries == (
        ("yard.gate", "garden.gate"),
        ("yard.walk", "garden.walk"),
        ("yard.end", "garden.end"),
    )
    assert name_today(story.renames, "yard.walk") == "garden.walk"


def test_saves_of_every_age_find_a_choice_that_was_renamed_with_its_scene() -> None:
    files = dict(FILES)
    for old, new in (
        ("hall.door", "hall.gate"),
        ("hall.gate/open", "push"),
        ("hall.gate", "hall.door"),
        ("hall.door/push", "shove"),
    ):
        files |= rewrite(files, old, new, None).after
    renames = read(files).renames
    for age in ("hall.door/open", "hall.gate/open", "hall.gate/push", "hall.door/push"):
        assert choice_today(renames, age) == "hall.door/shove"


def test_an_entry_goes_behind_the_last_one_of_a_block() -> None:
    done = rewrite(FILES, "hall.look", "hall.gaze", None)
    after = done.after["story.yaml"].decode()
    assert "  hall.door/rap: hall.door/knock\n  hall.look: hall.gaze\nwaive:\n" in after
    assert "  # before the first spring\n  hall.old: hall.door\n" in after


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (
            "renames: {hall.old: hall.door}\n",
            "renames: {hall.old: hall.door, hall.look: hall.gaze}\n",
        ),
        ("renames: {}\n", "renames: {hall.look: hall.gaze}\n"),
        ("", "\nrenames:\n  hall.look: hall.gaze\n"),
    ],
)
def test_a_ledger_is_written_on_as_it_was_begun(written: str, expected: str) -> None:
    begin, end = STORY.index("renames:"), STORY.index("waive:")
    story = STORY[:begin] + written + STORY[end:]
    after = rewrite(with_(story=story), "hall.look", "hall.gaze", None).after["story.yaml"]
    assert expected in after.decode()


def test_a_name_that_a_save_still_gives_to_something_else_is_refused() -> None:
    with pytest.raises(NotRenamed, match=r"'hall.old' is an old name of 'hall.door'"):
        rewrite(FILES, "hall.look", "hall.old", None)


def test_an_old_name_can_be_given_back() -> None:
    story = read({**FILES, **rewrite(FILES, "hall.door", "hall.old", None).after})
    assert name_today(story.renames, "hall.door") == "hall.old"
    assert "hall.old" in story.scenes


def test_a_name_that_is_spelt_with_an_escape_is_refused_with_its_place() -> None:
    hall = FILES[HALL].decode().replace("to: hall.door", 'to: "hall.d\\x6for"')
    with pytest.raises(NotRenamed, match=r"'hall.door' at scenes/01-hall/hall.yaml:19 is spelt"):
        rewrite(with_(hall=hall), "hall.door", "hall.gate", None)


def test_a_story_that_cannot_be_read_to_its_end_is_not_touched() -> None:
    hall = FILES[HALL].decode() + "- scene: [\n"
    with pytest.raises(NotRenamed, match=r"cannot be read to its end.* at line \d+"):
        rewrite(with_(hall=hall), "hall.door", "hall.gate", None)


def test_faults_that_were_there_before_do_not_stand_in_the_way() -> None:
    hall = FILES[HALL].decode().replace("role: anna-herself", "role: nobody")
    done = rewrite(with_(hall=hall), "hall.look", "hall.gaze", None)
    assert done.places == 3


def test_a_renaming_that_would_bring_a_fault_is_refused_with_it() -> None:
    with pytest.raises(NewFaults, match="would have 1 new fault,") as refused:
        rewrite(FILES, "hall.door", "yard.door", None)
    (problem,) = refused.value.problems
    assert problem.code == "F016"


def test_a_waiver_that_could_mean_two_things_stays_with_the_other() -> None:
    story = STORY.replace("waive:\n", "waive:\n  - {code: L999, at: diary, why: Nobody knows.}\n")
    done = rewrite(with_(story=story), "diary", "journal", Family.ACCOUNT)
    after = done.after["story.yaml"].decode()
    assert "at: diary" in after
    assert "follows: [journal, letter]" in after


def test_comments_that_still_have_the_old_name_are_listed() -> None:
    done = rewrite(FILES, "hall.door", "hall.gate", None)
    assert [str(each) for each in done.comments] == ["story.yaml:1:22"]


def test_the_change_can_be_shown_line_by_line() -> None:
    diff = rewrite(FILES, "letter", "note-home", None).diff()
    assert "--- a/record/accounts.yaml\n+++ b/record/accounts.yaml\n" in diff
    assert "-- account: letter\n+- account: note-home\n" in diff
