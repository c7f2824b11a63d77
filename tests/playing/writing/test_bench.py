from __future__ import annotations

from pathlib import Path

import pytest

from game.playing.writing.bench import MOST_SHOWN, Bench
from game.playing.writing.view import sought_said, steps_away
from tests.linting.sample import files

STATE = """\
# story.yaml
state:
  knocks: {whole: [0, 3], start: 0}
  asked: {yes_no: false}
# scenes/01-hall/hall.yaml
- scene: hall.door
  title: The door
  text: A door, and no key in it.
  choices:
    - choice: knock
      text: Knock.
      if: knocks < 3
      do: [knocks += 1]
      to: hall.door
      record: {invented: "She is heard."}
    - choice: open
      text: Open it.
      if: knocks >= 2 and not asked
      to: hall.street
      record: {question: way, claim: door}
    - choice: dream
      text: Dream.
      if: asked and knocks > 5
      to: hall.street
      record: {invented: "She may."}
- scene: hall.street
  text: The street.
  ending: {title: The street, record: {question: way, claim: door}}
"""
HALL = "scenes/01-hall/hall.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in files(STATE).items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def bench(folder: Path) -> Bench:
    bench = Bench(folder)
    bench.adopt(bench.look())
    return bench


def _edit(folder: Path, old: str, new: str) -> None:
    path = folder / HALL
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def _seek(bench: Bench) -> None:
    quest = bench.quest()
    assert quest is not None
    assert bench.learn(bench.seek(quest, lambda: False))


def test_before_anything_was_read_there_is_nothing_to_show(folder: Path) -> None:
    bench = Bench(folder)
    assert bench.view() is None
    assert bench.quest() is None
    assert (bench.story, bench.scene, bench.scenes(), bench.steps()) == (None, "", (), ())
    assert not bench.choose("knock")
    assert not bench.undo()


def test_the_page_has_the_open_choices_and_beside_them_the_closed(bench: Bench) -> None:
    view = bench.view()
    assert view is not None
    assert view.page is not None
    assert [each.choice for each in view.page.offers] == ["hall.door/knock"]
    assert [each.closed.choice for each in view.shut] == ["hall.door/open", "hall.door/dream"]
    assert view.position.file == HALL
    assert [(each.variable, each.value, each.since) for each in view.held] == [
        ("knocks", "0", ""),
        ("asked", "false", ""),
    ]


def test_a_choice_leads_on_and_can_be_taken_back(bench: Bench) -> None:
    assert bench.choose("hall.door/knock")
    assert bench.held()[0].since == "by choice 1, 'hall.door/knock': knocks += 1"
    assert bench.undo()
    assert bench.held()[0].value == "0"
    assert not bench.undo()


def test_what_cannot_be_done_is_told_and_changes_nothing(bench: Bench) -> None:
    assert not bench.choose("hall.door/open")
    assert bench.told == ("'open' is not on offer in 'hall.door'.",)
    assert not bench.give("knocks", "9")
    assert bench.told == ("'knocks' cannot be '9'; it can be 0 to 3.",)
    assert not bench.give("nothing", "1")
    assert len(bench.steps()) == 1


def test_values_are_given_and_turned(bench: Bench) -> None:
    assert bench.give("asked", "true")
    assert bench.turn("knocks", -1)
    assert [each.value for each in bench.held()] == ["3", "true"]
    assert bench.turn("knocks", 1)
    assert bench.held()[0].value == "0"
    assert [each.said for each in bench.steps()][1:] == [
        "set asked = true",
        "set knocks = 3",
        "set knocks = 0",
    ]
    assert bench.restart()
    assert len(bench.steps()) == 1


def test_the_way_to_a_closed_choice_is_found_and_can_be_gone(bench: Bench) -> None:
    _seek(bench)
    view, story = bench.view(), bench.story
    assert view is not None
    assert story is not None
    wanted, never = (each.sought for each in view.shut)
    assert sought_said(story, wanted) == (
        "Open from here after 2 choices: hall.door/knock, hall.door/knock."
    )
    assert steps_away(wanted) == "open in 2"
    assert sought_said(story, never) == "No play opens it."
    assert steps_away(never) == "never open"
    assert bench.quest() is None
    assert bench.go("hall.door/open")
    assert bench.choose("hall.door/open")
    assert bench.scene == "hall.street"


def test_from_where_no_way_leads_on_the_way_is_from_the_beginning(bench: Bench) -> None:
    bench.give("asked", "true")
    bench.give("knocks", "2")
    _seek(bench)
    view, story = bench.view(), bench.story
    assert view is not None
    assert story is not None
    sought = view.shut[0].sought
    assert sought_said(story, sought).startswith(
        "No way on from here opens it. From the beginning it is open after 2 choices: "
    )
    assert steps_away(sought) == "open in 2 from the beginning"
    assert bench.go("hall.door/open")
    assert bench.held()[1].value == "false"


def test_no_way_can_be_gone_that_was_not_found(bench: Bench) -> None:
    assert not bench.go("hall.door/open")
    assert bench.told == ("No way there is known.",)


def test_an_answer_about_what_is_past_is_not_taken_over(bench: Bench) -> None:
    quest = bench.quest()
    assert quest is not None
    answer = bench.seek(quest, lambda: False)
    bench.choose("hall.door/knock")
    assert not bench.learn(answer)


def test_a_search_that_was_stopped_says_nothing(bench: Bench) -> None:
    quest = bench.quest()
    assert quest is not None
    assert bench.seek(quest, lambda: True).found == {}


def test_a_save_is_followed_and_the_place_kept(bench: Bench, folder: Path) -> None:
    bench.choose("hall.door/knock")
    _edit(folder, "no key in it", "a key in it")
    bench.adopt(bench.look())
    view = bench.view()
    assert view is not None
    assert view.page is not None
    assert view.page.passages[0].beats[0][0][0].text == "A door, and a key in it."
    assert (bench.held()[0].value, bench.told, bench.is_old) == ("1", (), False)


def test_a_story_with_faults_leaves_the_last_one_playable(bench: Bench, folder: Path) -> None:
    bench.choose("hall.door/knock")
    _edit(folder, "knocks < 3", "knocks <")
    bench.adopt(bench.look())
    assert [each.code for each in bench.last.problems] == ["X004"]
    assert "knocks <" in bench.last.lines[0]
    assert bench.is_old
    assert bench.choose("hall.door/knock")
    _edit(folder, "if: knocks <\n", "if: knocks < 3\n")
    bench.adopt(bench.look())
    assert (bench.held()[0].value, bench.is_old) == ("2", False)


def test_of_very_many_faults_the_first_have_their_lines(bench: Bench, folder: Path) -> None:
    scenes = "".join(f"- scene: hall.x{n}\n  text: X.\n  then: hall.y{n}\n" for n in range(150))
    (folder / HALL).write_text(scenes, encoding="utf-8")
    look = bench.look()
    assert len(look.problems) > MOST_SHOWN
    assert len(look.lines) == MOST_SHOWN


def test_what_the_rules_find_in_the_scene_is_shown_with_it(bench: Bench) -> None:
    judged = bench.judge(bench.last)
    assert judged is not None
    assert bench.hear(judged)
    view = bench.view()
    assert view is not None
    assert view.advice
    assert all(each.position.line < 21 for each in view.advice)
    bench.leap("hall.street")
    elsewhere = bench.view()
    assert elsewhere is not None
    assert not set(view.advice) & set(elsewhere.advice)


def test_what_the_rules_found_in_an_older_story_is_not_taken_over(
    bench: Bench, folder: Path
) -> None:
    judged = bench.judge(bench.last)
    assert judged is not None
    _edit(folder, "no key in it", "a key in it")
    bench.adopt(bench.look())
    assert not bench.hear(judged)


def test_a_judging_that_was_stopped_is_left_to_be_done(bench: Bench, folder: Path) -> None:
    assert bench.judge(bench.last, lambda: True) is None
    assert bench.unjudged is bench.last
    good = bench.last
    _edit(folder, "knocks < 3", "knocks <")
    bench.adopt(bench.look())
    assert bench.unjudged is good
    judged = bench.judge(good)
    assert judged is not None
    assert bench.hear(judged)
    assert bench.unjudged is None


def test_a_story_with_faults_is_not_judged(bench: Bench, folder: Path) -> None:
    _edit(folder, "knocks < 3", "knocks <")
    assert bench.judge(bench.look()) is None


def test_a_fault_that_only_playing_meets_is_told_in_place_of_the_page(
    bench: Bench, folder: Path
) -> None:
    _edit(folder, "if: knocks < 3", 'if: "knocks % (knocks - knocks) == 0"')
    bench.adopt(bench.look())
    view = bench.view()
    assert view is not None
    assert view.page is None
    assert view.trouble.startswith("The story divides by nought here.")
    assert bench.quest() is None


def test_a_story_that_cannot_be_entered_says_why_and_keeps_the_place(
    bench: Bench, folder: Path
) -> None:
    _edit(folder, "  title: The door\n", "  title: The door\n  do: [knocks -= 1]\n")
    bench.adopt(bench.look())
    assert "makes 'knocks' -1, outside 0 to 3" in bench.told[0]
    assert bench.told[1] == "The way here has changed; your place and your state are kept."
    assert bench.scene == "hall.door"


def test_scenes_are_listed_with_their_words_and_places(bench: Bench) -> None:
    (door, street) = bench.scenes()
    assert (door.scene, door.title, door.text) == (
        "hall.door",
        "The door",
        "A door, and no key in it.",
    )
    assert (street.position.file, street.position.line) == (HALL, 21)
