"""This is a play as a report to keep: the transcript of what was read, the journal of choices."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.replay import Play, choice_at, read_at
from game.engine.rules import Rules
from game.engine.state import Entered
from game.reporting.decision import answers, known
from game.reporting.document import Block, Document, Heading, Paragraph, Quote, Table
from game.reporting.phrase import closed
from game.reporting.transcript import as_read, led_there, passed_over, taken_text


def transcript(
    rules: Rules, play: Play, *, led: int = 0, passed: frozenset[str] = frozenset()
) -> Document:
    """Give everything that was read and chosen, the choices with their statuses.

    The first ``led`` choices were a line's and are left out; of scenes that were ``passed`` over
    the summaries stand there.
    """
    told = (led_there(led), passed_over(rules, play, led, passed))
    said = tuple(Paragraph(each) for each in told if each)
    blocks = (*said, *_read(rules, play, led, passed))
    return Document(f"{rules.story.title}. Transcript", rules.story.language, blocks)


def journal(rules: Rules, play: Play, *, led: int = 0) -> Document:
    """Give every choice with where it was made and how well it is known."""
    rows = tuple(_row(rules, play, index) for index in range(led, len(play.choices)))
    blocks: list[Block] = [
        Table(
            "Every choice, oldest first", ("Choice", "Where", "You chose", "How well known"), rows
        )
        if rows
        else Paragraph("No choice was made yet.")
    ]
    ending = rules.story.scenes[play.state.scene].ending
    if ending is not None:
        blocks.append(Paragraph(_end(rules, play)))
    return Document(f"{rules.story.title}. Journal", rules.story.language, tuple(blocks))


def _row(rules: Rules, play: Play, index: int) -> tuple[str, ...]:
    scene, choice = choice_at(rules.story, play, index)
    title = rules.story.scenes[scene].title or scene
    status = known(answers(rules, choice.record)) or "turns a page"
    return (str(index + 1), title, taken_text(rules, play, index), status)


def _read(rules: Rules, play: Play, led: int, passed: frozenset[str]) -> Iterator[Block]:
    for index in range(led, len(play.turns)):
        yield from _scenes(rules, read_at(rules.story, play, index, led), passed)
        if index < len(play.choices):
            _, choice = choice_at(rules.story, play, index)
            status = known(answers(rules, choice.record)).capitalize()
            yield Quote(taken_text(rules, play, index), closed(status) if status else "")
    if rules.story.scenes[play.state.scene].ending is not None:
        yield Paragraph(_end(rules, play))


def _scenes(rules: Rules, read: tuple[Entered, ...], passed: frozenset[str]) -> Iterator[Block]:
    for entered in read:
        scene = rules.story.scenes[entered.scene]
        yield Heading(2, scene.title or scene.scene)
        beats, tags = as_read(rules, entered, passed)
        if tags:
            yield Paragraph(f"Passed over: {tags}. In two lines:")
        for beat in beats:
            for line in beat:
                yield Paragraph(line)


def _end(rules: Rules, play: Play) -> str:
    ending = rules.story.scenes[play.state.scene].ending
    if ending is None:
        return ""
    status = known(answers(rules, ending.record)).capitalize()
    return f"The end: {closed(ending.title)} {closed(status) if status else ''}".rstrip()
