from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from game.playing.writing import watching
from game.tui.writing import app as writing
from game.tui.writing.app import WritingApp
from game.tui.writing.faults import Faults
from game.tui.writing.help import WritingHelp
from game.tui.writing.jump import Jump
from game.tui.writing.preview import Preview
from game.tui.writing.shut import Closed
from game.tui.writing.state import State
from game.tui.writing.steps import Steps
from tests.linting.sample import files

STORY = """\
# story.yaml
state:
  knocks: {whole: [0, 12], start: 0}
  asked: {yes_no: false}
# scenes/01-hall/hall.yaml
- scene: hall.door
  title: The door
  text: |
    A door, and no key in it.
    ---
    She waits.
  choices:
    - choice: knock
      text: Knock.
      if: knocks < 3
      do: [knocks += 1]
      to: hall.door
      record: {invented: "She is heard."}
    - choice: open
      text: Open it.
      if: knocks >= 2
      to: hall.street
      record: {question: way, claim: door}
    - choice: dream
      text: Dream.
      if: asked and knocks > 11
      to: hall.street
      record: {invented: "She may."}
- scene: hall.street
  title: The street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""
HALL = "scenes/01-hall/hall.yaml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(writing, "CALM", 0.01)
    monkeypatch.setattr(writing, "BREATH", 0.01)
    monkeypatch.setattr(watching, "EVERY", 0.02)
    home = tmp_path / "story"
    for name, text in files(STORY).items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return home


def _edit(folder: Path, old: str, new: str) -> None:
    path = folder / HALL
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@asynccontextmanager
async def _running(
    folder: Path, size: tuple[int, int] = (80, 24)
) -> AsyncIterator[tuple[WritingApp, Pilot[None]]]:
    app = WritingApp(folder)
    async with app.run_test(size=size) as pilot:
        try:
            await _until(pilot, lambda: bool(app.bench.last.rules or app.bench.last.problems))
            yield app, pilot
        finally:
            app.close_play()


async def _until(pilot: Pilot[None] | Pilot[object], holds: Callable[[], bool]) -> None:
    for _ in range(1000):
        if holds():
            break
        await pilot.pause(0.01)
    assert holds()
    await pilot.pause()


def _seen(app: WritingApp) -> str:
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips())


async def test_the_scene_is_shown_with_open_and_closed_choices(folder: Path) -> None:
    async with _running(folder) as (app, pilot):
        await _until(pilot, lambda: "open in 2" in _seen(app))
        seen = _seen(app)
        assert "hall.door" in seen.splitlines()[0]
        assert "scenes/01-hall/hall.yaml:1" in seen.splitlines()[0]
        assert "no faults" in seen.splitlines()[0]
        assert "The door  hall.door" in seen
        assert "A door, and no key in it." in seen
        assert "She waits." in seen
        assert "› 1  Knock.  knock" in seen
        assert "open closed: knocks >= 2 · open in 2" in seen
        assert "dream closed: asked, knocks > 11 · never open" in seen


async def test_a_save_is_shown_and_the_place_and_state_are_kept(folder: Path) -> None:
    async with _running(folder) as (app, pilot):
        await pilot.press("1")
        assert "knocks 1" in _seen(app)
        _edit(folder, "no key in it", "a key in it")
        await _until(pilot, lambda: "A door, and a key in it." in _seen(app))
        assert "knocks 1" in _seen(app)


async def test_a_fault_stands_at_the_top_with_its_line_and_the_play_goes_on(folder: Path) -> None:
    async with _running(folder) as (app, pilot):
        _edit(folder, "knocks < 3", "knocks <")
        await _until(pilot, lambda: "1 fault" in _seen(app))
        lines = _seen(app).splitlines()
        assert lines[1].strip() == (
            "scenes/01-hall/hall.yaml:10:18: X004 This cannot be read from here on."
        )
        assert lines[2].strip().startswith("10 |       if: knocks <")
        assert lines[2][lines[3].index("^")] == "<"
        assert "Is a bracket, a name or a sign missing" in lines[4]
        assert any("the last story that could be read" in line for line in lines[5:9])
        await pilot.press("1")
        assert "knocks 1" in _seen(app)
        _edit(folder, "if: knocks <\n", "if: knocks < 3\n")
        await _until(pilot, lambda: "no faults" in _seen(app))
        assert "the last story that could be read" not in _seen(app)
        assert "knocks 1" in _seen(app)


async def test_a_scene_that_went_is_said_and_the_nearest_before_is_shown(folder: Path) -> None:
    async with _running(folder) as (app, pilot):
        await pilot.press("1", "1", "2")
        assert app.bench.scene == "hall.street"
        _edit(folder, "hall.street", "hall.lane")
        await _until(pilot, lambda: app.bench.scene == "hall.door")
        assert "'hall.street' is gone; you are at 'hall.door'" in _seen(app)
        assert "knocks 2" in _seen(app)


async def test_a_story_that_was_never_readable_shows_its_faults_and_waits(folder: Path) -> None:
    _edit(folder, "knocks < 3", "knocks <")
    async with _running(folder) as (app, pilot):
        assert "X004" in _seen(app)
        assert "There is no story to show yet." in _seen(app)
        await pilot.press("g", "s", "c", "j", "r", "u", "1", "enter")
        assert isinstance(app.screen, Preview)
        _edit(folder, "if: knocks <\n", "if: knocks < 3\n")
        await _until(pilot, lambda: "A door" in _seen(app))


async def test_any_scene_can_be_searched_for_and_gone_to(folder: Path) -> None:
    async with _running(folder) as (app, pilot):
        await pilot.press("g")
        assert isinstance(app.screen, Jump)
        assert "hall.street" in _seen(app)
        await pilot.press(*"waits")
        assert "hall.street" not in _seen(app)
        assert "hall.door" in _seen(app)
        await pilot.press("escape", *"the str")
        await pilot.press("enter")
        await pilot.pause()
        assert app.bench.scene == "hall.street"
        assert "The end: The street" in _seen(app)


async def test_a_closed_choice_says_why_and_leads_to_where_it_is_open(folder: Path) -> None:
    async with _running(folder) as (app, pilot):
        await pilot.press("1")
        await pilot.press("c")
        assert isinstance(app.screen, Closed)
        await _until(pilot, lambda: "Open from here after 1 choice" in _seen(app))
        said = " ".join(_seen(app).split())
        assert "`knocks >= 2` does not hold: knocks is 1, by choice 1, 'hall.door/knock':" in said
        assert "The condition is `asked and knocks > 11`. `asked` does not hold:" in said
        assert "No play opens it." in said
        await pilot.press("down", "enter")
        assert isinstance(app.screen, Closed)
        assert "no way there is known" in _seen(app)
        await pilot.press("up", "enter")
        await pilot.pause()
        assert "2  Open it.  open" in _seen(app)


async def test_state_is_shown_with_what_set_it_and_set_by_hand(folder: Path) -> None:
    async with _running(folder) as (app, pilot):
        await pilot.press("1", "s")
        assert isinstance(app.screen, State)
        assert "by choice 1, 'hall.door/knock': knocks += 1 · can be 0 to 12" in _seen(app)
        await pilot.press("right")
        assert "knocks  2" in _seen(app)
        await pilot.press("1", "2")
        assert "knocks  12" in _seen(app)
        await pilot.press("down", "right")
        assert "asked  true" in _seen(app)
        await pilot.press("9")
        assert "'asked' cannot be '9'" in _seen(app)
        await pilot.press("escape")
        await pilot.pause()
        assert isinstance(app.screen, Preview)
        assert "Dream.  dream" in _seen(app)
        assert "knocks 12 · asked true" in _seen(app)


async def test_any_step_can_be_gone_back_to(folder: Path) -> None:
    async with _running(folder) as (app, pilot):
        await pilot.press("1", "1", "2", "j")
        assert isinstance(app.screen, Steps)
        assert "3  hall.door/open" in _seen(app)
        await pilot.press("up", "up", "enter")
        await pilot.pause()
        assert "knocks 1" in _seen(app)
        await pilot.press("u")
        assert app.bench.held()[0].value == "0"
        await pilot.press("u")
        assert "nothing to take back" in _seen(app)


async def test_to_begin_anew_is_asked_once(folder: Path) -> None:
    async with _running(folder) as (app, pilot):
        await pilot.press("1", "r", "2")
        await pilot.pause()
        assert app.bench.held()[0].value == "1"
        await pilot.press("r", "1")
        await pilot.pause()
        assert len(app.bench.steps()) == 1


async def test_all_faults_stand_on_one_sheet_those_of_the_scene_apart(folder: Path) -> None:
    async with _running(folder) as (app, pilot):
        await _until(pilot, lambda: bool(app.bench.judged))
        await pilot.press("f")
        assert isinstance(app.screen, Faults)
        assert "In this scene" in _seen(app)
        _edit(folder, "knocks < 3", "knocks <")
        await _until(pilot, lambda: "In the files" in _seen(app))
        await pilot.press("f")
        assert isinstance(app.screen, Preview)


async def test_what_the_rules_find_in_the_scene_stands_at_the_top(folder: Path) -> None:
    async with _running(folder) as (app, pilot):
        await _until(pilot, lambda: bool(app.bench.judged))
        view = app.bench.view()
        assert view is not None
        assert view.advice
        assert view.advice[0].code in "\n".join(_seen(app).splitlines()[1:6])


async def test_on_a_wide_page_state_and_closed_choices_stand_in_the_margin(folder: Path) -> None:
    async with _running(folder, (120, 40)) as (app, pilot):
        await _until(pilot, lambda: "Open from here" in _seen(app))
        seen = _seen(app)
        assert "│  Closed" in seen
        assert "│  State" in seen
        assert "asked false" in seen
        assert "– open" not in seen


async def test_a_text_that_is_longer_than_the_page_says_so(folder: Path) -> None:
    _edit(folder, "    She waits.\n", "    She waits.\n" + "\n    And waits.\n" * 20)
    async with _running(folder) as (app, pilot):
        assert "more below: space" in _seen(app)
        assert _seen(app).count("And waits.") < 20
        await pilot.press("end")
        assert "She waits." not in _seen(app)
        assert "And waits." in _seen(app)


async def test_help_lists_the_keys_of_the_preview(folder: Path) -> None:
    async with _running(folder) as (app, pilot):
        await pilot.press("question_mark")
        assert isinstance(app.screen, WritingHelp)
        assert "go to any scene, with the state as it is" in _seen(app)
        await pilot.press("escape", "o")
        assert "closed choices: why, since when, what opens them" in _seen(app)


@pytest.mark.parametrize("size", [(40, 12), (60, 20), (80, 24), (200, 60)])
async def test_it_can_be_used_at_every_size(folder: Path, size: tuple[int, int]) -> None:
    async with _running(folder, size) as (app, pilot):
        await pilot.press("1", "1", "2")
        assert "The end: The street" in _seen(app)


async def test_hostile_words_are_shown_and_drive_nothing(folder: Path) -> None:
    _edit(folder, "A door, and no key", r"A \[red\]door\[/\] \{x\} and no key")
    async with _running(folder) as (app, _):
        assert "A [red]door[/] {x} and no key in it." in _seen(app)


async def test_every_thread_ends_with_the_preview(folder: Path) -> None:
    async with _running(folder) as (app, pilot):
        await pilot.press("q")
        await pilot.pause()
        await _until(pilot, lambda: all(each.is_finished for each in app.workers))


def test_a_fault_of_its_own_ends_it_with_every_thread(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(_: Preview) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Preview, "action_undo", breaks)
    app = WritingApp(folder)

    async def undo(pilot: Pilot[object]) -> None:
        await _until(pilot, lambda: app.bench.tried is not None)
        await pilot.press("u")

    app.run(headless=True, auto_pilot=undo)
    assert app.broken
    assert isinstance(app.fault, ZeroDivisionError)
