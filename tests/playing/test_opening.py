from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from game.model.story import Part, Story
from game.playing.opening import (
    Beginning,
    NotThere,
    begin_session,
    free_slot,
    has_save,
    new_session,
    open_story,
    resume,
    saves_folder,
    shelf,
    take_up,
    ways_in,
)
from game.playing.session import Manner, Marks, NoSuchTurn, Session
from game.problem import StoryFaults
from game.saving.fault import BadSlot, Damaged, NoSave, OtherStory, ReadOnly
from tests.builders import account, choice, claim, enacts, end, line, question, scene, story
from tests.playing.sample import STORY

CROSSING = Path(__file__).resolve().parent.parent / "stories" / "crossing"


@contextmanager
def at(session: Session) -> Iterator[Session]:
    try:
        yield session
    finally:
        session.close()


def keep(folder: Path, *choices: str, slot: str = "1", tale: Story = STORY) -> None:
    with at(new_session(tale, slot=slot, folder=folder)) as session:
        session.save()
        for each in choices:
            session.choose(each)
            session.save()


def resumed(folder: Path, tale: Story = STORY) -> tuple[tuple[str, ...], tuple[str, ...]]:
    session, told = resume(tale, "1", folder)
    with at(session):
        return session.choices, told


def test_a_story_is_read_from_its_folder() -> None:
    assert open_story(CROSSING).title == "A small crossing"


def test_a_story_with_faults_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(StoryFaults) as caught:
        open_story(tmp_path)
    assert caught.value.problems


def test_saves_lie_where_one_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OTHERSIDE_SAVES", str(tmp_path / "env"))
    assert saves_folder(tmp_path / "given") == tmp_path / "given"
    assert saves_folder() == tmp_path / "env"


def test_in_a_checkout_saves_lie_beside_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OTHERSIDE_SAVES")
    assert saves_folder() == CROSSING.parents[2] / "saves"


def test_installed_saves_lie_with_the_user_s_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OTHERSIDE_SAVES")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setattr("game.playing.opening._CHECKOUT", tmp_path / "site-packages")
    assert saves_folder().name == "saves"
    assert "otherside" in str(saves_folder())


def test_a_play_goes_on_where_it_was_kept(tmp_path: Path) -> None:
    keep(tmp_path, "wait", "stay")
    assert resumed(tmp_path) == (("hill.hut/wait", "hill.hut/stay"), ())


def test_marks_and_skipped_tags_are_kept_with_the_play(tmp_path: Path) -> None:
    manner = Manner(Marks.CLEAN, frozenset({"deportation"}))
    with at(begin_session(STORY, Beginning(), slot="1", folder=tmp_path, manner=manner)) as session:
        session.save()
    again, _ = resume(STORY, "1", tmp_path)
    with at(again):
        assert (again.marks, again.skip) == (Marks.CLEAN, frozenset({"deportation"}))


def test_marks_asked_for_replace_those_kept(tmp_path: Path) -> None:
    keep(tmp_path)
    again, _ = resume(STORY, "1", tmp_path, manner=Manner(Marks.INVESTIGATOR))
    with at(again):
        assert again.marks is Marks.INVESTIGATOR


def test_a_damaged_save_opens_from_its_backup_and_says_so(tmp_path: Path) -> None:
    keep(tmp_path, "wait", "wait")
    (tmp_path / "slot1.json").write_bytes(b"rot")
    log, told = resumed(tmp_path)
    assert log == ("hill.hut/wait",)
    assert "It is kept as 'slot1.json.damaged-1'." in told[0]
    assert told[1] == "A backup of 'slot1.json' was opened instead, at turn 1."


def test_without_any_backup_the_choices_are_played_as_far_as_they_go(tmp_path: Path) -> None:
    keep(tmp_path, "wait", "wait", "forty")
    for path in tmp_path.glob("slot1.json.*"):
        path.unlink()
    main = tmp_path / "slot1.json"
    main.write_bytes(main.read_bytes().replace(b"hill.hut/forty", b"hill.hut/torty"))
    log, told = resumed(tmp_path)
    assert log == ("hill.hut/wait", "hill.hut/wait")
    assert told[-1] == "The play goes as far as choice 2."


def test_a_second_game_reads_the_slot_and_is_told_so(tmp_path: Path) -> None:
    keep(tmp_path, "wait")
    first, _ = resume(STORY, "1", tmp_path)
    with at(first):
        second, told = resume(STORY, "1", tmp_path)
        with at(second):
            assert told == ("Nothing will be saved in 'slot1': another game has it open.",)
            assert second.choose("wait").turn == 2
            with pytest.raises(ReadOnly):
                second.save()


def test_nothing_kept_cannot_be_resumed(tmp_path: Path) -> None:
    with pytest.raises(NoSave):
        resume(STORY, "1", tmp_path)


def test_a_slot_that_could_not_be_opened_is_let_go_of(tmp_path: Path) -> None:
    (tmp_path / "slot1.json").write_bytes(b"rot")
    with pytest.raises(Damaged):
        resume(STORY, "1", tmp_path)
    with at(new_session(STORY, slot="1", folder=tmp_path)) as session:
        assert session.read_only == ""


def test_a_save_of_another_story_is_neither_resumed_nor_begun_over(tmp_path: Path) -> None:
    keep(tmp_path, tale=story(scene("a.b", choice("go", to="a.c")), end("a.c"), name="other"))
    with pytest.raises(OtherStory):
        resume(STORY, "1", tmp_path)
    with pytest.raises(OtherStory):
        new_session(STORY, slot="1", folder=tmp_path)


def test_a_bad_slot_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSlot):
        new_session(STORY, slot="../x", folder=tmp_path)


def edited() -> Story:
    hut = scene("hill.hut", choice("wait", to="hill.hut"), title="The hut")
    return story(hut, end("hill.morning"))


def test_a_story_that_outgrew_the_save_asks_and_stands_at_the_newest_scene(
    tmp_path: Path,
) -> None:
    keep(tmp_path, "wait", "stay", "sleep")
    session, told = resume(edited(), "1", tmp_path)
    with at(session):
        assert session.mending is not None
        assert session.mending.back == 2
        assert session.choices == ("hill.hut/wait",)
    assert told == (session.mending.sentence,)


def test_a_save_left_alone_stays_as_it_lies(tmp_path: Path) -> None:
    keep(tmp_path, "stay")
    before = (tmp_path / "slot1.json").read_bytes()
    session, _ = resume(edited(), "1", tmp_path)
    session.close()
    assert (tmp_path / "slot1.json").read_bytes() == before


def test_to_go_on_after_an_edit_keeps_the_old_save_beside(tmp_path: Path) -> None:
    keep(tmp_path, "stay")
    before = (tmp_path / "slot1.json").read_bytes()
    session, _ = resume(edited(), "1", tmp_path)
    with at(session):
        session.choose("wait")
        session.save()
        assert session.mending is None
    (beside,) = tmp_path.glob("slot1.json.edited-*.bak")
    assert beside.read_bytes() == before


def test_the_shelf_says_where_each_play_stands_the_newest_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.saving.store.now", lambda: "2026-01-02T03:04:05+00:00")
    keep(tmp_path, "stay", slot="1")
    monkeypatch.setattr("game.saving.store.now", lambda: "2026-01-03T03:04:05+00:00")
    keep(tmp_path, slot="anna")
    newest, oldest = shelf(STORY, tmp_path)
    assert (newest.slot, newest.turn, newest.last) == ("anna", 0, "")
    assert (oldest.slot, oldest.part, oldest.scene) == ("slot1", "The hill", "The stove")
    assert (oldest.turn, oldest.last, oldest.off_record) == (1, "Stay.", True)
    assert oldest.when == "2 January 2026, 03:04 UTC"


def test_the_shelf_says_what_is_the_matter_and_touches_nothing(tmp_path: Path) -> None:
    keep(tmp_path, "wait", "wait")
    (tmp_path / "slot1.json").write_bytes(b"rot")
    (slip,) = shelf(STORY, tmp_path)
    assert slip.opens
    assert slip.turn == 1
    assert "was damaged" in slip.trouble
    assert (tmp_path / "slot1.json").read_bytes() == b"rot"


def test_a_save_of_another_story_is_on_the_shelf_and_does_not_open(tmp_path: Path) -> None:
    keep(tmp_path, tale=story(end("a.b"), name="other"))
    (slip,) = shelf(STORY, tmp_path)
    assert (slip.opens, "another story" in slip.trouble) == (False, True)


def test_the_first_slot_that_holds_nothing_is_free(tmp_path: Path) -> None:
    assert free_slot(tmp_path) == "slot1"
    keep(tmp_path, slot="1")
    keep(tmp_path, slot="3")
    assert free_slot(tmp_path) == "slot2"


def test_to_take_up_a_slot_begins_in_it_or_goes_on(tmp_path: Path) -> None:
    assert not has_save("1", tmp_path)
    first, _ = take_up(STORY, tmp_path, slot="1")
    with at(first):
        first.choose("wait")
        first.save()
    assert has_save("1", tmp_path)
    again, _ = take_up(STORY, tmp_path, slot="1")
    with at(again):
        assert again.choices == ("hill.hut/wait",)


def test_a_beginning_given_begins_anew_in_the_slot(tmp_path: Path) -> None:
    keep(tmp_path, "wait")
    session, _ = take_up(STORY, tmp_path, slot="1", beginning=Beginning(seed=4))
    with at(session):
        assert (session.choices, session.seed) == ((), 4)


def test_a_play_begun_at_a_part_was_led_there_by_a_line() -> None:
    session = begin_session(STORY, Beginning(part="far"))
    assert session.choices[-1] == "hill.hut/forty"
    assert session.page.heading.scene == "Mist"
    assert session.journal() == ()
    assert session.undo().heading.scene == "Mist"


def test_what_a_line_led_is_kept_with_the_play(tmp_path: Path) -> None:
    with at(begin_session(STORY, Beginning(part="far"), slot="1", folder=tmp_path)) as session:
        session.save()
    again, _ = resume(STORY, "1", tmp_path)
    with at(again):
        assert again.journal() == ()


def test_chance_falls_as_the_line_says_before_the_part() -> None:
    tale = story(
        scene("one.start", choice("go", to="one.fork")),
        scene("one.fork", chance={"two.left": 1, "one.right": 9}),
        end("one.right"),
        end("two.left"),
        accounts=[account("letter")],
        lines=[line("letter")],
    )
    session = begin_session(tale, Beginning(part="two"))
    assert session.page.passages[-1].scene == "two.left"


def test_a_part_that_the_line_does_not_pass_is_not_begun_at() -> None:
    tale = story(
        scene("one.start", choice("go", to="one.end"), choice("off", to="two.end")),
        end("one.end"),
        end("two.end"),
        lines=[line("letter")],
    )
    with pytest.raises(NotThere, match="There is: one"):
        begin_session(tale, Beginning(part="two"))


def test_a_part_may_be_asked_for_by_its_number() -> None:
    assert begin_session(STORY, Beginning(part="1")).choices[-1] == "hill.hut/forty"
    assert begin_session(STORY, Beginning(part="0")).choices == ()


def parted() -> Story:
    """Give a story of which one line passes the second part, by way of a scene of the first."""
    way = question("way", claim("on", "diary"), claim("off", "letter"))
    return story(
        scene(
            "one.start",
            choice("on", to="one.last", record=enacts("way/on")),
            choice("off", to="one.end", record=enacts("way/off")),
        ),
        scene("one.last", text="The last of the first part.", then="two.first"),
        scene("two.first", choice("go", to="two.end"), text="The second part.", title="Second"),
        end("one.end"),
        end("two.end"),
        questions=[way],
        lines=[line("letter"), line("diary")],
        parts=[Part("one", "One", "one.start"), Part("two", "Two", "two.first")],
    )


def test_without_a_line_the_first_that_passes_the_part_leads_there() -> None:
    assert begin_session(parted(), Beginning(part="two")).choices == ("one.start/on",)


def test_a_line_that_does_not_pass_a_part_does_not_lead_there() -> None:
    with pytest.raises(NotThere, match="There is: one"):
        begin_session(parted(), Beginning(part="two", line="letter"))


def test_the_parts_to_begin_at_name_the_lines_that_lead_there() -> None:
    first, second = ways_in(parted())
    assert (first.part, first.guides) == ("one", ())
    assert (second.number, second.title) == (1, "Two")
    assert [each.line for each in second.guides] == ["diary"]
    assert second.guides[0].teller == "Diary"


def test_whom_a_line_led_reads_from_the_part_s_first_scene_on() -> None:
    session = begin_session(parted(), Beginning(part="two"))
    assert [each.scene for each in session.page.passages] == ["two.first"]
    assert session.page.last is None
    assert session.page.made == 0
    assert "The last of the first part" not in session.transcript()
    assert "The first 1 choice followed an account's line" in session.transcript()


def test_whom_a_line_led_is_told_on_whose_way_and_what_was_decided() -> None:
    _, told = take_up(parted(), beginning=Beginning(part="two", line="diary"))
    assert told == (
        "You begin at 1 Two, on the way of: Diary. Choice 1 was taken for you; yours begin with 2.",
        "Decided on that way, last of all: On.",
    )


def test_undo_and_rewind_stop_where_the_line_ends() -> None:
    session = begin_session(parted(), Beginning(part="two"))
    session.choose("go")
    assert session.undo().heading.scene == "Second"
    assert session.undo().turn == 1
    with pytest.raises(NoSuchTurn):
        session.rewind(1)


def test_after_resuming_a_led_play_reads_the_same(tmp_path: Path) -> None:
    with at(begin_session(parted(), Beginning(part="two"), slot="1", folder=tmp_path)) as session:
        session.save()
        before = session.transcript(), session.debrief(), session.page
    again, told = resume(parted(), "1", tmp_path)
    with at(again):
        assert (again.transcript(), again.debrief()) == before[:2]
        assert again.page.passages == before[2].passages
        assert again.undo().turn == 1
        assert told == ()


@pytest.mark.parametrize(
    "beginning",
    [
        Beginning(part="nowhere"),
        Beginning(part="2"),
        Beginning(part="far", line="no"),
        Beginning(line="no"),
        Beginning(scene="hill.no"),
    ],
)
def test_what_is_not_there_is_not_begun_at(beginning: Beginning) -> None:
    with pytest.raises(NotThere):
        begin_session(STORY, beginning)


def test_a_writer_s_beginning_has_its_values_and_no_slot(tmp_path: Path) -> None:
    beginning = Beginning(scene="hill.hut", values={"watched": 2})
    with at(begin_session(STORY, beginning, slot="1", folder=tmp_path)) as session:
        assert len(session.page.offers) == 3
        assert session.slot is None
