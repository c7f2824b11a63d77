"""This is the record on the screen as a reader goes through it."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.model.gazetteer import Person
from game.model.prose import Mark, MarkKind, Words
from game.model.scene import ClaimRef
from game.playing.session import Marks
from game.tui.app import OtherSideApp
from game.tui.screens.card import Card
from game.tui.screens.citing import Citing
from game.tui.screens.comparing import Comparing
from game.tui.screens.debrief import Debrief
from game.tui.screens.descent import Descent
from game.tui.screens.entry import Entry
from game.tui.screens.log import Log
from game.tui.screens.reading import Reading
from game.tui.sign import ASCII
from game.tui.widgets.paper import Paper
from tests.builders import (
    account,
    choice,
    claim,
    enacts,
    end,
    infers,
    invents,
    paragraph,
    paragraphs,
    prose,
    question,
    scene,
    story,
    telling,
)
from tests.tui.driving import BROAD, NARROW, compare, kept, press
from tests.tui.sample import app, door, screen_text

pytestmark = pytest.mark.usefixtures("unguarded")

NEXT, LAST = "right_square_bracket", "left_square_bracket"
RAVINE = ("2", "space")
"""Choose what is disputed, and read to the choices."""
ROOMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("compare", ("c", "down")),
    ("compare-cell", ("c", "right", "end")),
    ("tree", ("t",)),
    ("tree-taken", ("c", "left", "t")),
    ("source", ("e", "down", "enter")),
    ("log", ("l",)),
    ("log-only", ("l", "1")),
    ("log-search", ("l", "slash", "f", "o", "g")),
    ("people", ("w",)),
    ("entry", ("w", "d", "a", "m", "a", "e", "v", "enter")),
    ("map", ("m",)),
    ("map-wide", ("m", "tab")),
    ("timeline", ("d",)),
    ("story-map", ("s",)),
    ("accuracy", ("a",)),
    ("menu", ("o",)),
    ("marks-asked", ("v",)),
)


async def back(running: OtherSideApp, pilot: Pilot[None]) -> None:
    """Press escape until the page lies open."""
    for _ in range(9):
        if isinstance(running.screen, Reading):
            return
        await press(pilot, ("escape",))
    raise AssertionError("escape does not lead back to the page")


def reading(running: OtherSideApp) -> Reading:
    assert isinstance(running.screen, Reading)
    return running.screen


@pytest.mark.parametrize("size", [NARROW, BROAD], ids=lambda size: str(size[0]))
async def test_every_room_of_the_record_looks_as_it_did(
    size: tuple[int, int], tmp_path: Path
) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=size) as pilot:
        await press(pilot, RAVINE)
        await kept(running, pilot, 1)
        for name, keys in ROOMS:
            await press(pilot, keys)
            compare(f"{name}-{size[0]}", screen_text(running))
            await back(running, pilot)
        await press(pilot, ("u", NEXT))
        await kept(running, pilot, 0)
        compare(f"marks-{size[0]}", screen_text(running))


async def test_the_tree_is_drawn_in_ascii_where_fine_marks_break(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"), ASCII)
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("1", "space", "t"))
        assert "`- Kotkin" in screen_text(running) or "Lyushkov" in screen_text(running)
        assert screen_text(running).isascii()


async def test_the_maps_are_drawn_in_ascii_where_fine_marks_break(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"), ASCII)
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, RAVINE)
        for key in ("m", "s", "d"):
            await press(pilot, (key,))
            assert screen_text(running).isascii()
            await back(running, pilot)


async def test_the_story_map_leads_back_to_a_scene_after_asking(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, RAVINE)
        await press(pilot, ("s", "left", "enter"))
        assert "Go back to: The marker?" in screen_text(running)
        await press(pilot, ("1",))
        assert reading(running).page.turn == 0


async def test_the_story_map_does_not_lead_where_the_reader_is(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, RAVINE)
        await press(pilot, ("s", "enter"))
        assert "you are here" in screen_text(running)


async def test_a_way_through_the_record_leads_back_to_the_same_place(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=(80, 14)) as pilot:
        await press(pilot, (NEXT, NEXT))
        before = screen_text(running)
        scrolled = running.screen.query_one("#prose", Paper).scroll_offset.y
        await press(pilot, ("enter",))
        assert isinstance(running.screen, Entry)
        await press(pilot, ("escape", "c", "t", "enter"))
        assert isinstance(running.screen, Citing)
        await press(pilot, ("escape", "escape", "right"))
        assert isinstance(running.screen, Comparing)
        await press(pilot, ("escape",))
        assert screen_text(running) == before
        assert running.screen.query_one("#prose", Paper).scroll_offset.y == scrolled


async def test_brackets_step_through_marked_words_and_enter_opens_them(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        assert reading(running).marks == 2
        await press(pilot, (NEXT,))
        assert "Enter opens 1 of 2" in screen_text(running)
        await press(pilot, ("enter",))
        assert isinstance(running.screen, Card)
        assert "Fog lay in the ravine until seven." in screen_text(running)
        await press(pilot, ("escape", NEXT, NEXT))
        assert "Enter opens 2 of 2" in screen_text(running)
        await press(pilot, (LAST, LAST))
        assert "Enter opens 1 of 2" in screen_text(running)
        await press(pilot, ("escape",))
        assert reading(running).page.turn == 0
        await press(pilot, ("enter",))
        assert reading(running).page.turn == 1


async def test_back_from_the_first_bracket_begins_at_the_last_marked_words(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, (LAST,))
        assert "Enter opens 2 of 2" in screen_text(running)
        await press(pilot, ("down",))
        assert "Enter open" not in screen_text(running)


async def test_marked_words_that_were_stepped_to_come_into_sight(tmp_path: Path) -> None:
    text = paragraphs(
        *(f"Paragraph {number}." for number in range(40)),
        paragraph("Then ", Words("Kim", mark=Mark(MarkKind.PERSON, "kim")), "."),
    )
    kim = Person("kim", "Kim", prose("A railwayman."))
    told = story(scene("a.one", choice("go", to="a.two"), text=text), end("a.two"))
    running = app(door(tmp_path, replace(told, people={"kim": kim}), slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        assert "Then Kim." not in screen_text(running)
        await press(pilot, (NEXT,))
        assert "Then Kim." in screen_text(running)


async def test_a_click_on_marked_words_opens_them(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        lines = screen_text(running).splitlines()
        row = next(n for n, line in enumerate(lines) if "marker. It is" in line)
        await pilot.click(offset=(lines[row].index("marker. It is") + 2, row))
        await pilot.pause()
        assert isinstance(running.screen, Entry)
        assert "A post of larch" in screen_text(running)
        await press(pilot, ("escape",))
        await pilot.click(offset=(8, row))
        await pilot.pause()
        assert isinstance(running.screen, Reading)


async def test_clean_keeps_the_record_back_until_it_is_asked_for(tmp_path: Path) -> None:
    running = app(door(tmp_path, marks=Marks.CLEAN, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, (NEXT,))
        assert "Enter open" not in screen_text(running)
        prose_lines = running.screen.query_one("#prose", Paper).written
        assert not any("underline" in str(each.spans) for each in prose_lines)
        await press(pilot, RAVINE)
        for key in ("e", "c", "t", "l"):
            await press(pilot, (key,))
            assert "read clean" in screen_text(running)
            await press(pilot, ("escape",))
        await press(pilot, ("w", "d", "a", "m", "enter"))
        assert "shown at the end" in screen_text(running)
        await back(running, pilot)
        await press(pilot, ("v", "2"))
        assert "INVENTED" in screen_text(running)
        await press(pilot, ("c",))
        assert isinstance(running.screen, Comparing)


async def test_before_a_choice_an_investigator_sees_how_well_it_is_known(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        assert "DISPUTED" not in screen_text(running)
        await press(pilot, ("v", "2"))
        assert screen_text(running).count("DISPUTED") == 2
        assert running._sitting is not None
        assert running._sitting.play.marks is Marks.INVESTIGATOR


async def test_the_card_says_that_he_is_recorded_as_doing_it_only_where_he_is(
    tmp_path: Path,
) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("2", "e"))
        assert "He is recorded as doing this." in screen_text(running)
        await press(pilot, ("escape", "u", "4", "e"))
        assert "He is recorded" not in screen_text(running)


async def test_a_caret_goes_from_account_to_account_and_enter_opens_the_source(
    tmp_path: Path,
) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, (*RAVINE, "e"))
        assert "› Magazine article, line 189" in screen_text(running)
        await press(pilot, ("down",))
        assert "› Lyushkov, to his captors" in screen_text(running)
        await press(pilot, ("enter",))
        assert isinstance(running.screen, Citing)
        assert "made under arrest" in screen_text(running)
        await press(pilot, ("escape",))
        assert "› Lyushkov, to his captors" in screen_text(running)


async def test_from_a_card_compare_and_tree_begin_at_the_claim_of_the_caret(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, (*RAVINE, "e", "down", "t"))
        assert isinstance(running.screen, Descent)
        assert "half a kilometre back" in screen_text(running).splitlines()[3]
        await press(pilot, ("escape", "c"))
        assert "He sent the escort half a kilometre back" in screen_text(running)


async def test_tab_goes_from_question_to_question(tmp_path: Path) -> None:
    told = story(
        scene(
            "a.one",
            choice("go", to="a.two", record=(enacts("when/dawn"), enacts("where/marsh"))),
        ),
        scene("a.two", choice("on", to="a.three")),
        end("a.three"),
        questions=(
            question("when", claim("dawn", "diary"), asks="When was it?"),
            question("where", claim("marsh", "letter"), asks="Where was it?"),
        ),
    )
    running = app(door(tmp_path, told, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("1", "c"))
        assert "When was it?" in screen_text(running)
        assert "question 1 of 2" in screen_text(running)
        await press(pilot, ("tab",))
        assert "Where was it?" in screen_text(running)
        await press(pilot, ("shift+tab", "escape", "t", "tab"))
        assert "It was marsh." in screen_text(running)


async def test_the_arrows_bring_every_claim_into_sight_and_the_accounts_stay(
    tmp_path: Path,
) -> None:
    claims = [claim(f"c{number}", "diary", says=f"It was {number}.") for number in range(9)]
    told = story(
        scene("a.one", choice("go", to="a.two", record=enacts("when/c0"))),
        scene("a.two", choice("on", to="a.three")),
        end("a.three"),
        questions=(question("when", *claims),),
    )
    running = app(door(tmp_path, told, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("1", "c"))
        for number in range(9):
            assert f"It was {number}." in screen_text(running)
            assert "› Diary" in screen_text(running)
            await press(pilot, ("right",))
        await press(pilot, ("left",) * 9)
        assert "It was 0." in screen_text(running)


async def test_the_citation_is_sent_to_the_clipboard(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, (*RAVINE, "e", "enter", "y"))
        assert running.clipboard == "magazine."
        assert "sent to the clipboard" in screen_text(running)


async def test_the_log_is_filtered_searched_and_written_out(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, (*RAVINE, "2", "l"))
        log = running.screen
        assert isinstance(log, Log)
        assert "3 met" in screen_text(running)
        await press(pilot, ("6",))
        assert "1 of 3" in screen_text(running)
        await press(pilot, ("0", "slash", *"forest", "enter"))
        assert "1 of 3" in screen_text(running)
        await press(pilot, ("enter",))
        assert isinstance(running.screen, Comparing)
        await press(pilot, ("escape", "x", "2"))
        assert (tmp_path / "slot1-log.csv").is_file()
        assert "3 written to" in screen_text(running)
        await press(pilot, ("x", "2", "x", "1"))
        assert (tmp_path / "slot1-log-2.csv").is_file()
        assert (tmp_path / "slot1-log.md").is_file()


async def test_what_is_typed_in_a_search_is_no_key(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, ("w", *"qo?1", "backspace"))
        assert "/ qo?" in screen_text(running)
        assert "Nothing has these letters." in screen_text(running)
        await press(pilot, ("escape",))
        assert "Damaev" in screen_text(running)
        await press(pilot, (*"damaëv", "enter"))
        assert "He waited in the trees." in screen_text(running)
        await press(pilot, ("enter",))
        assert isinstance(running.screen, Card)


async def test_the_menu_does_what_the_key_does(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, (*RAVINE, "o", *"tree", "enter"))
        assert isinstance(running.screen, Descent)
        await press(pilot, ("escape", "f2", *"take back", "enter"))
        assert reading(running).page.turn == 0


async def test_all_that_is_invented_can_be_read_before_a_play(tmp_path: Path) -> None:
    running = app(door(tmp_path))
    async with running.run_test(size=BROAD) as pilot:
        await press(pilot, ("2",))
        text = screen_text(running)
        assert "Keep the compass." in text
        assert "Nobody says." in text
        await press(pilot, ("escape",))
        assert "What is invented" in screen_text(running)


async def test_a_debrief_is_read_before_names_and_numbers(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, (*RAVINE, "2", "1", "enter"))
        assert isinstance(running.screen, Debrief)
        top = screen_text(running)
        await press(pilot, (NEXT,))
        assert screen_text(running) != top
        await press(pilot, (LAST,))
        assert screen_text(running) == top
        await press(pilot, ("end",))
        assert "Kim" not in screen_text(running)
        await press(pilot, ("enter",))
        assert "Kim" in screen_text(running)


async def test_where_nothing_came_up_a_sentence_says_so(tmp_path: Path) -> None:
    told = story(scene("a.one", choice("go", to="a.two")), end("a.two"))
    running = app(door(tmp_path, told, slot="slot1"))
    async with running.run_test(size=NARROW) as pilot:
        for key in ("e", "c", "t"):
            await press(pilot, (key,))
            assert "Nothing of the record has come up" in screen_text(running)
            await press(pilot, ("escape",))
        await press(pilot, ("l",))
        assert "You have met nothing of the record yet." in screen_text(running)


async def test_what_looks_like_markup_stays_words_all_over_the_record(tmp_path: Path) -> None:
    bad = "[ok] [/] [@click=app.leave]x[/] \x1b]52;c;UFdO\x07\x9b2J\u202e!"
    tells = telling("diary", bad, note=bad, quote=bad)
    told = story(
        scene(
            "a.one",
            choice("go", bad, to="a.two", record=(enacts("when/dawn", bad), invents(bad))),
            title=bad,
        ),
        scene("a.two", choice("on", to="a.three", record=infers("when", "when/dawn", why=bad))),
        end("a.three", invents(bad), title=bad),
        accounts=(replace(account("diary", label=bad), cite={"title": bad}, interest=bad),),
        questions=(question("when", claim("dawn", tells, says=bad), asks=bad),),
        title=bad,
    )
    kim = Person("kim", bad, prose(bad), (bad,), claims=(ClaimRef("when", "dawn"),))
    told = replace(told, people={"kim": kim})
    running = app(door(tmp_path, told, slot="slot1"))
    rooms = [("e",), ("e", "enter"), ("c",), ("t",), ("l",), ("w",), ("w", "enter"), ("a",)]
    async with running.run_test(size=BROAD) as pilot:
        await press(pilot, ("1",))
        for keys in rooms:
            await press(pilot, keys)
            _harmless(screen_text(running))
            await back(running, pilot)
        await press(pilot, ("1", "1", "enter"))
        assert isinstance(running.screen, Debrief)
        _harmless(screen_text(running))


def _harmless(text: str) -> None:
    assert "[ok]" in text
    assert "[/]" in text
    assert "[@click=app.leave]x[/]" in text.replace("\n", "") or "[@click" in text
    assert not any(bad in text for bad in "\x1b\x07\x9b\u202e")


async def test_no_size_breaks_any_room_of_the_record(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    sizes = cycle([(20, 5), (300, 100), (40, 12), (1, 1), (110, 12), (39, 12), (80, 24)])
    async with running.run_test(size=NARROW) as pilot:
        await press(pilot, RAVINE)
        for _, keys in ROOMS:
            await press(pilot, keys)
            for width, height in islice(sizes, 3):
                await pilot.resize_terminal(width, height)
                assert running.screen.size == (width, height)
                assert max(map(len, screen_text(running).splitlines()), default=0) <= width
            await pilot.resize_terminal(*NARROW)
            await back(running, pilot)


async def test_at_the_least_size_everything_can_be_reached(tmp_path: Path) -> None:
    running = app(door(tmp_path, slot="slot1"))
    async with running.run_test(size=(40, 12)) as pilot:
        await press(pilot, RAVINE)
        for _, keys in ROOMS:
            await press(pilot, keys)
            assert not isinstance(running.screen, Reading)
            await press(pilot, ("down", "end", "up", "home"))
            await back(running, pilot)
