"""What the teaching pages say of the story: every id is there, and has the status said.

An id stands between backticks. ``a.b`` is a scene, ``a.b/c`` a choice, ``a/b`` a claim; a plain
word is an account, a role or a lesson, or else something that a teacher types.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from game.classroom.decision import SAFE
from game.classroom.kit import ways
from game.classroom.lesson import Lesson
from game.linting.rules.long_brief import MOST as LONGEST_BRIEF
from game.linting.rules.long_for_class import MOST as LONGEST_SCENE
from game.model.measure import lix, longest_reading, names, paragraphs
from game.model.scene import Choice
from game.model.story import RoleKind, Story
from game.playing.lesson import course
from game.playing.opening import open_story
from game.record.finding import find
from game.reporting.phrase import status_line

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "teaching"
PAGES = sorted(FOLDER.glob("*.md"))
OF_STORY = [page for page in PAGES if page.stem != "quick-start"]
"""The pages that name things of the story; the quick start names what is typed and seen."""
PLANS = sorted(FOLDER.glob("lesson-*.md"))
TYPED = {"?", "b", "c", "f", "o", "s", "t", "lock", "hide", "hand", "from", "line", "set", "votes"}
"""What a teacher types, and what a lesson in YAML is made of."""
TYPED |= {"minutes", "ask", "briefs", "easy", "class", "otherside"}
EASY_WORDS = 120
EASY_LIX = 35
MOST_LEGS = 5
"""So many scenes, and not more, are read between two decisions."""
VOICES = 6
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_TICKED = re.compile(r"`([^`\n]+)`")
_SCENE = re.compile(r"[a-z][a-z0-9-]*\.[a-z0-9-]+")
_ID = re.compile(r"[a-z][a-z0-9.-]*/[a-z0-9-]+")
_WORD = re.compile(r"[a-z0-9-]+")
_ROW = re.compile(r"^\| `([^`]+)` \|.*\| ([^|]*) \|$", re.MULTILINE)
_DECISION = re.compile(r"^## Decision (\d+): `([^`]+)`, (.+)$", re.MULTILINE)
_SAYS = re.compile(r"\*\*It says\*\*: (.*?) `([^`/]+)/([^`]+)`, (.+)$", re.MULTILINE)
_NUMBERS = {"one": 1, "three": 3, "five": 5, "seven": 7}


@pytest.fixture(scope="module")
def shipped() -> Story:
    return open_story(None)


def read(page: Path) -> str:
    return _FENCE.sub("", page.read_text("utf-8"))


def ticked(page: Path) -> Iterator[str]:
    for found in _TICKED.finditer(read(page)):
        first = found[1].split()[0]
        yield first if first in TYPED else found[1]


def choice(story: Story, name: str) -> Choice | None:
    scene, _, its = name.partition("/")
    return story.scenes[scene].choice(its) if scene in story.scenes else None


def there(story: Story, name: str) -> bool:
    if name in TYPED:
        return True
    if _ID.fullmatch(name):
        question, _, claim = name.partition("/")
        if "." in question:
            return choice(story, name) is not None
        return question in story.questions and claim in story.questions[question].claims
    if _SCENE.fullmatch(name):
        return name in story.scenes
    if _WORD.fullmatch(name):
        return name in {*story.accounts, *story.roles, *story.lines, *story.lessons}
    return False


@pytest.mark.parametrize("page", OF_STORY, ids=lambda page: page.stem)
def test_what_a_page_names_is_in_the_story(shipped: Story, page: Path) -> None:
    typed = re.compile(r"(otherside|set|hand|--|votes:)")

    assert [
        name for name in ticked(page) if not typed.match(name) and not there(shipped, name)
    ] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_link_leads_to_a_page(page: Path) -> None:
    linked = re.findall(r"\]\(([^)#]+)\)", read(page))

    assert [each for each in linked if not (FOLDER / each).exists()] == []


def test_a_choice_has_the_status_that_the_notes_give_it(shipped: Story) -> None:
    rows = {row[1]: row[2] for row in _ROW.finditer(read(FOLDER / "answers.md"))}
    decided = {name for lesson in shipped.lessons.values() for name in lesson.decisions}
    wanted = {
        f"{name}/{each.choice}": _status(shipped, each)
        for name in decided
        for each in shipped.scenes[name].choices
    }

    assert rows == wanted


def _status(story: Story, each: Choice) -> str:
    found = (find(story, entry) for entry in each.record)
    said = [status_line(replace(one, why="")) for one in found if one.status]
    return " And: ".join(said) or "No status: it turns a page."


@pytest.mark.parametrize("page", PLANS, ids=lambda page: page.stem)
def test_a_plan_has_the_decisions_of_its_lesson(shipped: Story, page: Path) -> None:
    lesson = shipped.lessons[page.stem.removeprefix("lesson-")]
    found = [(int(number), scene, title) for number, scene, title in _DECISION.findall(read(page))]

    assert found == [
        (number, name, shipped.scenes[name].title)
        for number, name in enumerate(lesson.decisions, 1)
    ]
    first = read(page).split("\n\n")[1]
    assert f"Lesson `{lesson.lesson}`, from `{lesson.first}`" in first
    counted = re.search(r"(\w+) decisions?\b", first)
    assert counted is not None
    assert _NUMBERS[counted[1]] == len(lesson.decisions)


def test_there_is_a_plan_for_every_lesson(shipped: Story) -> None:
    assert {page.stem for page in PLANS} == {f"lesson-{name}" for name in shipped.lessons}


def test_a_source_card_has_its_account_say_so_there(shipped: Story) -> None:
    cards = re.split(r"^## \d+\. ", read(FOLDER / "source-cards.md"), flags=re.MULTILINE)[1:]

    assert cards
    for card in cards:
        account = _TICKED.search(card.split("\n")[0])
        says = _SAYS.search(card)
        assert account is not None
        assert says is not None
        claim = shipped.questions[says[2]].claims[says[3]]
        places = {told.at for told in claim.told_by if told.account == account[1]}
        assert says[4].strip() in places


def test_the_hard_passages_are_those_that_a_class_may_meet(shipped: Story) -> None:
    met: dict[str, tuple[str, list[str]]] = {}
    for name in shipped.lessons:
        taught = Lesson(course(shipped, name))
        for scene in {scene for each in ways(taught) for scene in each.scenes}:
            tags = [tag for tag in shipped.scenes[scene].tags if tag != SAFE]
            if tags:
                met.setdefault(scene, (", ".join(tags), []))[1].append(name)
    page = read(FOLDER / "hard-passages.md")
    rows = re.findall(r"^\| `([^`]+)` \| ([^|]+) \| ([^|]+) \|", page, re.MULTILINE)

    assert {scene: (tags, lessons) for scene, tags, lessons in rows} == {
        scene: (tags, ", ".join(lessons)) for scene, (tags, lessons) in met.items()
    }


def test_a_decision_of_a_lesson_has_what_a_class_needs(shipped: Story) -> None:
    readers = {name for name, role in shipped.roles.items() if role.kind is RoleKind.READER}
    known = names(shipped)

    assert len(readers) == VOICES
    for name in {name for lesson in shipped.lessons.values() for name in lesson.decisions}:
        scene = shipped.scenes[name]
        assert {brief.role for brief in scene.briefs} == readers, name
        assert all(longest_reading(brief.text) <= LONGEST_BRIEF for brief in scene.briefs), name
        assert all(lix(paragraphs(brief.text), known) <= EASY_LIX for brief in scene.briefs), name
        assert longest_reading(scene.text) <= LONGEST_SCENE, name
        assert {ask.kind for ask in scene.asks} == {"evidence", "perspective"}, name
        assert scene.easy is not None, name
        assert longest_reading(scene.easy) <= EASY_WORDS, name
        assert lix(paragraphs(scene.easy), known) <= EASY_LIX, name


def test_no_way_of_deciding_has_a_class_read_for_long(shipped: Story) -> None:
    for name in shipped.lessons:
        found = {each.scene: len(each.way) for each in ways(Lesson(course(shipped, name)))}
        assert max(found.values()) <= MOST_LEGS, name


def test_a_card_puts_nobody_into_somebody_elses_place(shipped: Story) -> None:
    opening = re.compile(r"You (read|keep|ask|count)\b")
    for scene in shipped.scenes.values():
        for brief in scene.briefs:
            text = " ".join(paragraphs(brief.text))
            assert opening.match(text), (scene.scene, brief.role)
            assert "Ask" in text, (scene.scene, brief.role)


def test_the_kit_has_every_page_once(shipped: Story) -> None:
    pages = yaml.safe_load((FOLDER / "kit.yaml").read_text("utf-8"))["pages"]

    assert sorted(each["file"] for each in pages) == [page.name for page in PAGES]
    for each in pages:
        assert each["for"] in {"teacher", "class", "home"}
        assert each["lessons"] == "all" or set(each["lessons"]) <= set(shipped.lessons)
