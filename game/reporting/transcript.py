"""This is a play as a text to read: what was shown, what was chosen, what the record has of it."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.replay import Play, choice_at
from game.engine.rules import Rules
from game.engine.state import Turn
from game.model.prose import plain
from game.record.finding import findings
from game.reporting.phrase import status_line, wrapped


def transcript(rules: Rules, play: Play) -> str:
    """Write a play out, with the ids of the choices taken and their statuses."""
    return "\n\n".join(_parts(rules, play)) + "\n"


def taken_text(rules: Rules, play: Play, index: int) -> str:
    """Give the words of a choice that was taken, counted from nought."""
    _, choice = choice_at(rules.story, play, index)
    return plain(rules.line(choice.text, play.turns[index].state))


def statuses(rules: Rules, play: Play, index: int) -> tuple[str, ...]:
    """Give the statuses of a choice that was taken, one for each entry that has one."""
    _, choice = choice_at(rules.story, play, index)
    judged = findings(rules.story, choice.record)
    return tuple(finding.status.value for finding in judged if finding.status)


def _parts(rules: Rules, play: Play) -> Iterator[str]:
    for index, turn in enumerate(play.turns):
        yield from _scenes(rules, turn)
        if index < len(play.choices):
            yield _choice(rules, play, index)
    ending = rules.story.scenes[play.state.scene].ending
    if ending is not None:
        lines = [f"The end: {ending.title}"]
        lines += [
            wrapped(status_line(finding), "  ") for finding in findings(rules.story, ending.record)
        ]
        yield "\n".join(lines)


def _scenes(rules: Rules, turn: Turn) -> Iterator[str]:
    for entered in turn.entered:
        scene = rules.story.scenes[entered.scene]
        yield f"{scene.title} ({scene.scene})" if scene.title else f"({scene.scene})"
        for beat in rules.beats(entered):
            for line in beat:
                yield wrapped(plain(line))


def _choice(rules: Rules, play: Play, index: int) -> str:
    _, choice = choice_at(rules.story, play, index)
    lines = [wrapped(f"{taken_text(rules, play, index)} [{play.choices[index]}]", "> ")]
    lines += [
        wrapped(status_line(finding), "  ") for finding in findings(rules.story, choice.record)
    ]
    return "\n".join(lines)
