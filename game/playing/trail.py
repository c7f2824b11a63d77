"""This is what a reader met on the way, and what is marked on the page before them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.engine.replay import Play, choice_at
from game.engine.rules import Rules
from game.model.prose import Line, Mark, MarkKind, plain
from game.model.scene import Enacts, Entry, Reads, Scene
from game.playing.composition import Composer
from game.playing.evidence import Marked, Met
from game.playing.page import Page, Passage
from game.record.finding import claim_finding, find


def met(
    rules: Rules,
    composer: Composer,
    play: Play,
    led: int,
    passed: frozenset[str] = frozenset(),
) -> tuple[Met, ...]:
    """Give everything of the record that was met, in the order of the play, each thing once.

    What choices and endings played, and what prose that was shown rests on; read off the trail.
    The first ``led`` choices were nobody's and are left out; of the scenes ``passed`` over only the
    summaries were read.
    """
    first: dict[tuple[str, str, bool], Met] = {}
    for turn in range(led, len(play.turns)):
        read = composer.passages(play, turn, led=led, passed=passed)
        for each in _at(rules, read, play, turn, chosen=turn > led):
            first.setdefault((each.question, each.claim or each.says, each.enacted), each)
    return tuple(first.values())


def marked(page: Page) -> tuple[Marked, ...]:
    """Give the marks of a page in the order of its words: prose first, then what is on offer."""
    lines = [line for passage in page.passages for beat in passage.beats for line in beat]
    lines += [offer.text for offer in page.offers]
    stretches = [each for line in lines for each in _stretches(line)]
    return tuple(
        Marked(number, words, mark.kind, mark.target)
        for number, (mark, words) in enumerate(stretches, start=1)
    )


def _at(
    rules: Rules, read: Iterable[Passage], play: Play, turn: int, *, chosen: bool
) -> Iterator[Met]:
    story = rules.story
    if chosen:
        name, choice = choice_at(story, play, turn - 1)
        words = plain(rules.line(choice.text, play.turns[turn - 1].state))
        yield from _enacted(rules, story.scenes[name], choice.record, words, turn)
    for passage in read:
        lines = (line for beat in passage.beats for line in beat)
        yield from _read(rules, passage.title, lines, turn)
    state = play.turns[turn].state
    scene = story.scenes[state.scene]
    offers = (rules.line(choice.text, state) for choice in rules.offers(state))
    yield from _read(rules, scene.title, offers, turn)
    if scene.ending is not None:
        yield from _enacted(rules, scene, scene.ending.record, scene.ending.title, turn)


def _enacted(
    rules: Rules, scene: Scene, record: Iterable[Entry], words: str, turn: int
) -> Iterator[Met]:
    for entry in record:
        finding = find(rules.story, entry)
        if isinstance(entry, Reads) or finding.status is None:
            continue
        claim = entry.claim if isinstance(entry, Enacts) else None
        question = finding.question
        yield Met(
            turn=turn,
            question=question.question if question else "",
            claim=claim or "",
            asks=question.asks if question else "",
            says=finding.claim.says if finding.claim else words,
            status=finding.status,
            enacted=True,
            scene_title=scene.title,
        )


def _read(rules: Rules, title: str, lines: Iterable[Line], turn: int) -> Iterator[Met]:
    for line in lines:
        for mark, _ in _stretches(line):
            if mark.kind is MarkKind.CLAIM:
                yield from _rested_on(rules, mark, title, turn)


def _rested_on(rules: Rules, mark: Mark, title: str, turn: int) -> Iterator[Met]:
    name, _, claim = mark.target.partition("/")
    question = rules.story.questions[name]
    status = claim_finding(rules.story, question, claim).status
    if status is not None:
        says = question.claims[claim].says
        yield Met(turn, name, claim, question.asks, says, status, enacted=False, scene_title=title)


def _stretches(line: Line) -> list[tuple[Mark, str]]:
    """Give the marked stretches of a line; one with emphasis inside is still one."""
    found: list[tuple[Mark, str]] = []
    before: Mark | None = None
    for run in line:
        if run.mark is not None and run.mark == before:
            found[-1] = (run.mark, found[-1][1] + run.text)
        elif run.mark is not None:
            found.append((run.mark, run.text))
        before = run.mark
    return found
