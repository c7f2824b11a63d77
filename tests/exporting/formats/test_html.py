from __future__ import annotations

import json
import re
import shutil
import subprocess
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from game.engine.replay import Play, begin, take
from game.engine.rules import Rules
from game.exporting.data import data
from game.exporting.formats import html
from game.model.prose import Beats, Line, MarkKind, plain
from game.model.story import Story
from game.playing.composition import Composer
from game.playing.matter import cited, closing
from game.playing.page import Page as Shown
from game.playing.page import Taken
from game.record.finding import Finding, claim_finding
from game.record.voice import Voice
from tests.builders import end
from tests.builders import story as tale
from tests.drivers import Sample, samples, told
from tests.exporting.invented import invented
from tests.exporting.node import NODE, needs_node, run

SCRIPT = Path(__file__).with_name("core.cjs")
READER = Path(str(files("game.exporting"))) / "reader"
SAMPLES = samples()


def theirs(story: Story, plays: list[dict[str, Any]]) -> list[Any]:
    """Play in the page's core; the story goes there as the page has it."""
    whole = json.loads(json.dumps(data(story)))
    played: list[Any] = run(
        SCRIPT, READER / "rules.js", READER / "composer.js", given={"story": whole, "plays": plays}
    )
    return played


def ours(rules: Rules, seed: int, choices: list[str]) -> list[dict[str, Any]]:
    """Play the same in ours, in the form in which the page's core says it."""
    play = begin(rules, seed)
    composer = Composer(rules)
    pages = [as_said(rules, composer, play)]
    for choice in choices:
        play = take(rules, play, choice)
        pages.append(as_said(rules, composer, play))
    return pages


def as_said(rules: Rules, composer: Composer, play: Play) -> dict[str, Any]:
    page = composer.page(play)
    heading = page.heading
    return {
        "turn": page.turn,
        "heading": {
            "part": heading.part,
            "when": heading.when,
            "where": heading.where,
            "role": heading.role,
        },
        "passages": [
            {
                "scene": each.scene,
                "title": each.title,
                "beats": runs(each.beats),
                "summarised": False,
                "hard": list(hard.tags)
                if (hard := rules.story.scenes[each.scene].skippable)
                else [],
            }
            for each in page.passages
        ],
        "offers": [
            {"number": each.number, "choice": each.choice, "text": line(each.text)}
            for each in page.offers
        ],
        "last": taken(rules.story, page.last),
        "offRecord": page.off_record,
        "finish": finish(rules.story, page),
        "marks": marks(rules.story, page),
        "closing": last_screen(rules, play) if page.finish else None,
    }


def runs(beats: Beats) -> list[Any]:
    return [[line(each) for each in beat] for beat in beats]


def line(words: Line) -> list[dict[str, Any]]:
    return [
        {
            "text": run.text,
            **({"emphasis": True} if run.emphasis else {}),
            **({"strong": True} if run.strong else {}),
            **({run.mark.kind.value: run.mark.target} if run.mark else {}),
        }
        for run in words
    ]


def taken(story: Story, last: Taken | None) -> dict[str, Any] | None:
    if last is None:
        return None
    return {
        "turn": last.turn,
        "scene": last.scene,
        "sceneTitle": last.scene_title,
        "choice": last.choice,
        "text": line(last.text),
        "findings": [finding(story, each) for each in last.findings],
        "leaves": last.leaves,
        "offRecord": last.off_record,
        "his": last.his,
    }


def finish(story: Story, page: Shown) -> dict[str, Any] | None:
    if page.finish is None:
        return None
    return {
        "title": page.finish.title,
        "findings": [finding(story, each) for each in page.finish.findings],
        "leftAt": taken(story, page.finish.left_at),
    }


def finding(story: Story, known: Finding) -> dict[str, Any]:
    heard = known.voices
    return {
        "status": known.status.value if known.status else None,
        "asks": known.question.asks if known.question else "",
        "says": known.claim.says if known.claim else "",
        "witnessesFor": known.witnesses_for,
        "witnessesAgainst": known.witnesses_against,
        "remark": known.remark,
        "why": known.why,
        "note": known.note,
        "premises": [
            story.questions[each.question].claims[each.claim].says for each in known.premises
        ],
        "told": voices(heard.told),
        "against": voices(heard.against),
        "retold": voices(heard.retold),
        "reported": voices(heard.reported),
        "doubted": voices(heard.doubted),
        "silent": [account.label for account in known.silent],
    }


def voices(speaking: tuple[Voice, ...]) -> list[dict[str, Any]]:
    return [
        {
            "cited": cited(each.account, each.telling),
            "says": each.claim.says,
            "denies": each.telling in each.claim.denied_by,
            "quote": each.telling.quote,
            "lang": each.telling.lang,
            "note": each.telling.note,
        }
        for each in speaking
    ]


def marks(story: Story, page: Shown) -> list[str]:
    found = []
    for passage in page.passages:
        for words in (each for beat in passage.beats for each in beat):
            for mark in (each.mark for each in words):
                if mark is not None and mark.kind is MarkKind.CLAIM:
                    name, _, claim = mark.target.partition("/")
                    status = claim_finding(story, story.questions[name], claim).status
                    found.append(status.value if status else "")
    return found


def last_screen(rules: Rules, play: Play) -> dict[str, Any]:
    shown = closing(rules, play.state)
    return {
        "numbers": [
            (each.asks, each.says, each.status, list(each.told_by)) for each in shown.numbers
        ],
        "names": [each.name for each in shown.names],
    }


def compared(story: Story, plays: list[dict[str, Any]]) -> int:
    """Play in both, compare every page, and give how many pages that were."""
    rules = Rules(story)
    pages = 0
    for asked, said in zip(plays, theirs(story, plays), strict=True):
        assert said["fault"] == ""
        assert said["same"]
        for mine, their in zip(
            ours(rules, asked["seed"], said["choices"]), said["pages"], strict=True
        ):
            if their["closing"]:
                their["closing"] = {
                    "numbers": [
                        (each["asks"], each["says"], each["status"], each["toldBy"])
                        for each in their["closing"]["numbers"]
                    ],
                    "names": [each["name"] for each in their["closing"]["names"]],
                }
            assert their == mine
            pages += 1
    return pages


@needs_node
@pytest.mark.slow
def test_the_page_plays_the_corpus_as_every_face_does() -> None:
    by_story: dict[Path | None, list[Sample]] = {}
    for sample in SAMPLES:
        by_story.setdefault(sample.story, []).append(sample)
    for folder, found in by_story.items():
        plays = [{"seed": each.seed, "choices": list(each.choices)} for each in found]
        assert compared(told(folder), plays) == sum(len(each.choices) + 1 for each in found)


@needs_node
@pytest.mark.slow
def test_the_page_plays_the_shipped_story_as_ours_does_whatever_is_chosen() -> None:
    plays = [{"seed": seed, "choices": None, "most": 150} for seed in range(50)]
    assert compared(told(None), plays) > len(plays)


@needs_node
@pytest.mark.parametrize("seed", range(12))
def test_the_page_plays_an_invented_story_as_ours_does(seed: int) -> None:
    plays = [{"seed": each, "choices": None, "most": 40} for each in range(30)]
    assert compared(invented(seed), plays) > len(plays)


class Page(HTMLParser):
    """A page as a browser takes it apart: elements, their attributes, and the words in them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: dict[str, list[str]] = {}
        self.inside = ""
        self.said = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.inside = tag

    def handle_endtag(self, tag: str) -> None:
        self.inside = f"/{tag}"

    def handle_data(self, data: str) -> None:
        self.said += data
        self.words.setdefault(self.inside, []).append(data)

    @property
    def policy(self) -> str:
        metas = (attrs for tag, attrs in self.elements if tag == "meta")
        found = (each for each in metas if each.get("http-equiv") == "Content-Security-Policy")
        return str(next(found)["content"])


def taken_apart(told: Story) -> Page:
    return Page(html.write(told))


def summed(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def test_the_policy_allows_this_script_and_this_style_and_nothing_else() -> None:
    page = taken_apart(invented(1))
    style, script = "".join(page.words["style"]), page.words["script"][-1]
    allowed = dict(each.split(" ", 1) for each in page.policy.split("; "))
    assert allowed["default-src"] == "'none'"
    assert allowed["style-src"] == f"'sha256-{summed(style)}'"
    assert allowed["script-src"] == f"'sha256-{summed(script)}'"
    assert allowed["require-trusted-types-for"] == "'script'"


def test_the_page_asks_for_nothing_from_elsewhere() -> None:
    asking = {"src", "href", "action", "data", "poster", "srcset", "style", "onclick"}
    asked = [
        value
        for _, attributes in taken_apart(invented(1)).elements
        for name, value in attributes.items()
        if name in asking
    ]
    assert asked == ["#offers"]


@pytest.mark.parametrize("seed", range(20))
def test_no_words_of_a_story_become_an_element(seed: int) -> None:
    other = taken_apart(tale(end("hall.end"), title="A title", opening="One.", advisory="Two."))
    hostile = taken_apart(invented(seed))
    assert [tag for tag, _ in hostile.elements] == [tag for tag, _ in other.elements]
    assert "".join(hostile.words["title"]).strip() == invented(seed).title


@pytest.mark.parametrize("seed", range(20))
def test_the_story_comes_out_of_the_page_as_it_went_in(seed: int) -> None:
    inside = json.loads(taken_apart(invented(seed)).words["script"][0])
    whole = json.loads(json.dumps(data(invented(seed))))
    assert inside == {name: value for name, value in whole.items() if name not in html.UNUSED}


@pytest.mark.parametrize("name", html.SCRIPTS)
def test_the_script_makes_no_markup_of_words_and_no_code(name: str) -> None:
    script = (READER / name).read_text(encoding="utf-8")
    sinks = (
        r"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function|\bimport\b|fetch"
    )
    assert re.findall(sinks, script) == []
    assert "</" not in script
    assert "<!--" not in script


def test_every_part_of_the_page_that_the_script_asks_for_is_there() -> None:
    script = (READER / "reader.js").read_text(encoding="utf-8")
    asked = set(re.findall(r'\bat\("([a-z-]+)"\)', script))
    there = {attributes.get("id") for _, attributes in taken_apart(invented(1)).elements}
    assert asked <= there


@needs_node
@pytest.mark.parametrize("name", html.SCRIPTS)
def test_the_script_can_be_read_by_node(name: str) -> None:
    assert NODE is not None
    assert subprocess.run([NODE, "--check", str(READER / name)], check=False).returncode == 0


CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium")


def shown(told: Story, folder: Path) -> str:
    """Open a story's page from a file in a browser without a network, and give what it became."""
    file = folder / "story.html"
    file.write_text(html.write(told), encoding="utf-8")
    quiet = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run"]
    quiet += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    done = subprocess.run(
        [
            str(CHROMIUM),
            *quiet,
            f"--user-data-dir={folder / 'browser'}",
            "--dump-dom",
            file.as_uri(),
        ],
        capture_output=True,
        check=True,
        timeout=120,
    )
    return done.stdout.decode()


@needs_chromium
@pytest.mark.slow
@pytest.mark.parametrize("seed", [0, 3])
def test_a_browser_shows_the_first_page_and_its_choices_as_words(seed: int, tmp_path: Path) -> None:
    story = invented(seed)
    rules = Rules(story)
    first = begin(rules)
    page = Page(shown(story, tmp_path))
    offers = rules.offers(first.state)
    classes = [attributes.get("class") for _, attributes in page.elements]
    assert classes.count("number") == len(offers)
    for choice in offers:
        assert plain(rules.line(choice.text, first.state)) in page.said
    assert {"img", "b", "iframe"}.isdisjoint(tag for tag, _ in page.elements)
