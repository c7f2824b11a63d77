"""This is the app as a reader drives it."""

from __future__ import annotations

import time
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import pytest
from textual.events import Key

from game.model.prose import Prose
from game.playing.session import Marks, Session
from game.tui import guard
from game.tui.screens.reading import Reading
from game.tui.sign import ASCII
from tests.builders import choice, end, marked, paragraph, scene, story
from tests.tui.driving import BROAD, NARROW, compare, kept, press
from tests.tui.sample import app, door, sample, screen_text

WALK = (
    ("title", ()),
    ("front", ("1",)),
    ("reading", ("enter",)),
    ("beat", ("2",)),
    ("read", ("space",)),
    ("card", ("e",)),
    ("journal", ("escape", "j")),
    ("asking", ("enter",)),
    ("help", ("escape", "escape", "question_mark")),
    ("last", ("escape", "2")),
    ("ending", ("enter",)),
    ("debrief", ("enter",)),
    ("closing", ("enter",)),
    ("continue", ("enter",)),
)


@pytest.mark.usefixtures("unguarded")
@pytest.mark.parametrize("size", [NARROW, BROAD], ids=lambda size: str(size[0]))
async def test_every_screen_looks_as_it_did(size: tuple[int, int], tmp_path: Path) -> None:
    running = app(door(tmp_path))
    async with running.run_test(size=size) as pilot:
        for name, keys in WALK:
            await press(pilot, keys)
            if isinstance(running.screen, Reading):
                await kept(running, pilot, running.screen.page.turn)
            compare(f"{name}-{size[0]}", screen_text(running))


@pytest.mark.usefixtures("unguarded")
async def test_ascii_marks_draw_nothing_else_in_the_chrome(tmp_path: Path) -> None:
    running = app(door(tmp_path), ASCII)
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("1", "enter", "2", "space"))
        await kept(running, pilot, 1)
        compare("ascii-80", screen_text(running))


@pytest.mark.usefixtures("unguarded")
async def test_off_the_record_a_line_stands_until_the_end(tmp_path: Path) -> None:
    running = app(door(tmp_path))
    async with running.run_test(size=BROAD) as pilot:
        await press(pilot, ("1", "enter", "4"))
        assert "Off the record since “Let him come" in screen_text(running)
        await press(pilot, ("1",))
        assert "The record has:" in screen_text(running)


@pytest.mark.usefixtures("unguarded")
async def test_marks_say_when_the_record_is_shown(tmp_path: Path) -> None:
    for marks, shown in ((Marks.STORY, 0), (Marks.INVESTIGATOR, 2), (Marks.CLEAN, 0)):
        running = app(door(tmp_path, marks=marks))
        async with running.run_test(size=NARROW) as pilot:
            begin = "2" if "Continue" in screen_text(running) else "1"
            await press(pilot, (begin, "enter"))
            assert screen_text(running).count("DISPUTED") == shown
            await press(pilot, ("1",))
            assert ("DISPUTED" in screen_text(running)) is (marks is not Marks.CLEAN)


async def test_a_burst_of_enter_takes_one_choice_only(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await pilot.pause(guard.SETTLING + 0.1)
        for _ in range(6):
            running.post_message(Key("enter", None))
        await pilot.pause(guard.SETTLING + 0.1)
        assert isinstance(running.screen, Reading)
        assert running.screen.page.turn == 1


@pytest.mark.usefixtures("unguarded")
async def test_a_click_takes_the_choice_under_it(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await pilot.click("#choices", offset=(12, 1))
        await pilot.pause()
        assert "You: Leave him in the trees." in screen_text(running)


@pytest.mark.usefixtures("unguarded")
async def test_space_pages_the_prose_and_the_caret_stays_with_the_choices(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("3",))
        first = screen_text(running)
        assert "more below" in first
        await press(pilot, ("space",))
        second = screen_text(running)
        assert first.splitlines()[2] != second.splitlines()[2]
        assert isinstance(running.screen, Reading)
        while not running.screen.is_read:
            await press(pilot, ("space",))
        assert "› 1  Fold it up." in screen_text(running)
        await press(pilot, ("enter", "down"))
        lines = screen_text(running).splitlines()
        assert "The marker" in "".join(lines[:6])
        assert any("› 2" in line for line in lines)


@pytest.mark.usefixtures("unguarded")
async def test_take_back_and_rewind_lead_to_where_the_choice_was_made(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("2", "space", "u"))
        assert "› 1  Send him back" in screen_text(running)
        await press(pilot, ("2", "space", "2", "j", "home", "enter", "1"))
        assert isinstance(running.screen, Reading)
        assert running.screen.page.turn == 0


@pytest.mark.usefixtures("unguarded")
async def test_a_play_that_is_left_can_be_continued(tmp_path: Path) -> None:
    running = app(door(tmp_path))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("1", "enter", "2", "q"))
    assert running.all_kept
    again = app(door(tmp_path))
    async with again.run_test(size=NARROW) as pilot:
        await press(pilot, ("enter",))
        assert "You: Leave him in the trees." in screen_text(again)


@pytest.mark.usefixtures("unguarded")
async def test_what_looks_like_markup_or_drives_a_terminal_is_drawn_as_words(
    tmp_path: Path,
) -> None:
    hostile = "array[0] [ok] [/] [@click=app.leave]x[/] \x1b]52;c;UFdO\x07\x9b2J\u202e!"
    told = story(
        scene("a.one", choice("go", hostile, to="a.two"), text=hostile, title=hostile),
        end("a.two", title=hostile, text=hostile),
        title=hostile,
        opening=hostile,
        advisory=hostile,
    )
    running = app(door(tmp_path, told))
    async with running.run_test(size=BROAD) as pilot:
        for keys in ((), ("1",), ("enter",), ("1",), ("e",), ("escape", "j"), ("escape", "1")):
            await press(pilot, keys)
            text = screen_text(running)
            assert "[ok] [/] [@click=app.leave]x[/]" in text
            assert not any(bad in text for bad in "\x1b\x07\x9b\u202e")


@pytest.mark.usefixtures("unguarded")
async def test_no_size_breaks_any_screen(tmp_path: Path) -> None:
    running = app(door(tmp_path))
    sizes = cycle([(20, 5), (300, 100), (40, 12), (1, 1), (110, 12), (39, 12), (80, 24)])
    async with running.run_test(size=NARROW) as pilot:
        for _, keys in WALK:
            await press(pilot, keys)
            for width, height in islice(sizes, 3):
                await pilot.resize_terminal(width, height)
                assert running.screen.size == (width, height)
                assert max(map(len, screen_text(running).splitlines()), default=0) <= width
            await pilot.resize_terminal(*NARROW)


async def test_a_window_too_small_says_so_in_a_sentence(tmp_path: Path) -> None:
    running = app(door(tmp_path))
    async with running.run_test(size=(30, 6)):
        assert "Please make the window" in screen_text(running)


@pytest.mark.usefixtures("unguarded")
async def test_a_slow_disk_does_not_hold_up_the_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save = Session.save

    def slow(play: Session) -> object:
        time.sleep(0.3)
        return save(play)

    monkeypatch.setattr(Session, "save", slow)
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("2",))
        text = screen_text(running)
        assert "The ravine" in text
        assert text.endswith("saving")
        await kept(running, pilot, 1)
        assert screen_text(running).endswith("saved · 1")


@pytest.mark.usefixtures("unguarded")
async def test_a_fault_of_the_game_keeps_the_play(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    running = app(door(tmp_path, slot="slot1"))
    monkeypatch.setattr(Reading, "action_card", broken)
    with pytest.raises(ZeroDivisionError):
        async with running.run_test(size=NARROW) as pilot:
            await press(pilot, ("2", "e"))
    running.close_play()
    assert running.broken
    assert running.all_kept
    assert door(tmp_path).shelf()[0].turn == 1


@pytest.mark.usefixtures("unguarded")
async def test_the_shelf_says_what_is_wrong_with_a_save_and_opens_the_others(
    tmp_path: Path,
) -> None:
    for slot in ("slot1", "slot2"):
        running = app(door(tmp_path, slot=slot))
        async with running.run_test(size=NARROW) as pilot:
            await press(pilot, ("2", "q"))
    (tmp_path / "slot2.json").write_text("{", encoding="utf-8")
    running = app(door(tmp_path))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("3",))
        text = screen_text(running)
        assert "slot1  The line" in text
        assert "'slot2" in text
        number = "1" if text.index("slot1") < text.index("slot2") else "2"
        await press(pilot, (number,))
        assert "You: Leave him in the trees." in screen_text(running)


@pytest.mark.usefixtures("unguarded")
async def test_a_story_edited_since_is_asked_about_and_nothing_is_guessed(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("2", "q"))
    scenes = dict(sample().scenes)
    first = scenes["line.arrive"]
    scenes["line.arrive"] = replace(first, choices=first.choices[2:])
    edited = replace(sample(), scenes=scenes, fingerprint="e" * 64)
    before = (tmp_path / "slot1.json").read_bytes()
    running = app(door(tmp_path, edited))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("1",))
        assert "The story was edited since this was saved." in screen_text(running)
        await press(pilot, ("3",))
        assert "Continue" in screen_text(running)
        assert (tmp_path / "slot1.json").read_bytes() == before
        await press(pilot, ("1", "1"))
        assert "› 1  Look at the map." in screen_text(running)


@pytest.mark.usefixtures("unguarded")
async def test_an_ending_off_the_record_says_where_the_play_left_it(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("4", "1", "1"))
        assert "This play left the record at choice 1" in screen_text(running)


@pytest.mark.usefixtures("unguarded")
async def test_escape_does_not_leave_the_title(tmp_path: Path) -> None:
    running = app(door(tmp_path))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("escape",))
        assert running.is_running
        assert not running._exit
        await press(pilot, ("q",))
        assert running._exit


@pytest.mark.usefixtures("unguarded")
async def test_ctrl_c_leaves_and_the_play_is_kept(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("2", "ctrl+c"))
        assert running._exit
    assert door(tmp_path).shelf()[0].turn == 1


@pytest.mark.usefixtures("unguarded")
@pytest.mark.parametrize(("key", "said"), [("u", "nothing to take back"), ("j", "nothing chosen")])
async def test_a_key_with_nothing_to_do_says_so_until_the_next(
    key: str, said: str, tmp_path: Path
) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, (key,))
        assert said in screen_text(running)
        await press(pilot, ("down",))
        assert said not in screen_text(running)


@pytest.mark.usefixtures("unguarded")
async def test_a_page_without_marks_and_the_screens_of_the_end_say_so(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("4", "right_square_bracket"))
        assert "no marked words" in screen_text(running)
        await press(pilot, ("1",))
        assert "Enter turn the page" in screen_text(running)
        await press(pilot, ("1", "e"))
        assert "no choice here" in screen_text(running)
        for _ in range(2):
            await press(pilot, ("enter", "l"))
            assert "the log opens from" in screen_text(running)


@pytest.mark.usefixtures("unguarded")
async def test_no_key_acts_on_a_page_that_is_too_small_to_see(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=(30, 6)) as pilot:
        reading = running.screen
        await press(pilot, ("2", "enter", "e", "question_mark", "o", "escape"))
        assert running.screen is reading
        assert isinstance(reading, Reading)
        assert reading.page.turn == 0
        await press(pilot, ("ctrl+q",))
        assert running._exit


@pytest.mark.usefixtures("unguarded")
async def test_while_a_mark_is_held_no_choice_is_pointed_at(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("right_square_bracket",))
        text = screen_text(running)
        assert "›" not in text
        assert "Enter opens 1 of 2  esc lets go" in text
        await press(pilot, ("escape",))
        assert "› 1" in screen_text(running)


@pytest.mark.usefixtures("unguarded")
async def test_the_card_lists_only_what_was_read(tmp_path: Path) -> None:
    opening = Prose(((paragraph("First."),), (paragraph(marked("The fog.", "night-weather/fog")),)))
    scenes = dict(sample().scenes)
    scenes["line.arrive"] = replace(scenes["line.arrive"], text=opening)
    running = app(door(tmp_path, replace(sample(), scenes=scenes), slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("e",))
        assert "Nothing of the record" in screen_text(running)
        await press(pilot, ("escape", "space", "e"))
        assert "Fog lay in the ravine" in screen_text(running)


@pytest.mark.usefixtures("unguarded")
async def test_a_finished_play_is_called_finished_on_the_title(tmp_path: Path) -> None:
    told = story(
        scene("a.one", choice("go", to="a.two")),
        replace(end("a.two", title="Over"), title="Over"),
    )
    running = app(door(tmp_path, told, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("1", "q"))
    again = app(door(tmp_path, told))
    async with again.run_test(size=NARROW):
        text = screen_text(again)
        assert "finished" in text
        assert "Continue" not in text
        assert "choice 1" not in text


@pytest.mark.parametrize("size", [(60, 20), (60, 18), (44, 22), (40, 12)])
async def test_the_title_keeps_every_way_on_in_sight(size: tuple[int, int], tmp_path: Path) -> None:
    kept_play = app(door(tmp_path, slot="slot1"))
    async with kept_play.run_test(size=NARROW) as pilot:
        await press(pilot, ("q",))
    running = app(door(tmp_path))
    async with running.run_test(size=size):
        text = screen_text(running)
        assert "1  Continue" in text
        assert "6  Quit" in text
        assert not running.screen.show_vertical_scrollbar
        if size == (60, 20):
            assert " ".join(text.split()).count("who is silent.") == 1
