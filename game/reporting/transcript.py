"""This is a play as a text to read: what was shown, what was chosen, what the record has of it."""

from __future__ import annotations

from collections.abc import Iterator

from game.engine.replay import Play, choice_at, read_at
from game.engine.rules import Rules
from game.engine.state import Entered
from game.model.prose import Beats, plain
from game.record.finding import findings
from game.reporting.phrase import listing, number, status_line, wrapped


def transcript(
    rules: Rules, play: Play, *, led: int = 0, passed: frozenset[str] = frozenset()
) -> str:
    """Write a play out, with the ids of the choices taken and their statuses.

    The first ``led`` choices were a line's and are left out; of scenes that were ``passed`` over
    the summaries stand there.
    """
    return "\n\n".join(_parts(rules, play, led, passed)) + "\n"


def led_there(led: int) -> str:
    """Say that a line took the first choices of a play; nothing where the reader took them all."""
    if not led:
        return ""
    return f"The first {number(led, 'choice')} followed an account's line; this begins after them."


def as_read(rules: Rules, entered: Entered, passed: frozenset[str]) -> tuple[Beats, str]:
    """Give a scene's text as it was read, and the tags for which it was passed over if it was."""
    hard = rules.story.scenes[entered.scene].skippable
    if hard is None or entered.scene not in passed:
        return rules.beats(entered), ""
    return rules.prose(hard.summary, entered.state), listing(hard.tags)


def passed_over(rules: Rules, play: Play, led: int, passed: frozenset[str]) -> str:
    """Say how many passages of a play were passed over, and for what; nothing where none was."""
    scenes = (each.scene for turn in _turns(rules, play, led) for each in turn)
    hard = [rules.story.scenes[scene].skippable for scene in scenes if scene in passed]
    tags = dict.fromkeys(tag for each in hard if each for tag in each.tags)
    if not tags:
        return ""
    return f"Passed over: {number(len(hard), 'passage')} ({listing(tags)})."


def taken_text(rules: Rules, play: Play, index: int) -> str:
    """Give the words of a choice that was taken, counted from nought."""
    _, choice = choice_at(rules.story, play, index)
    return plain(rules.line(choice.text, play.turns[index].state))


def statuses(rules: Rules, play: Play, index: int) -> tuple[str, ...]:
    """Give the statuses of a choice that was taken, one for each entry that has one."""
    _, choice = choice_at(rules.story, play, index)
    judged = findings(rules.story, choice.record)
    return tuple(finding.status.value for finding in judged if finding.status)


def _parts(rules: Rules, play: Play, led: int, passed: frozenset[str]) -> Iterator[str]:
    if led:
        yield wrapped(led_there(led))
    for index, read in enumerate(_turns(rules, play, led), start=led):
        yield from _scenes(rules, read, passed)
        if index < len(play.choices):
            yield _choice(rules, play, index)
    yield from _end(rules, play)
    left_out = passed_over(rules, play, led, passed)
    if left_out:
        yield wrapped(left_out)


def _turns(rules: Rules, play: Play, led: int) -> Iterator[tuple[Entered, ...]]:
    return (read_at(rules.story, play, turn, led) for turn in range(led, len(play.turns)))


def _end(rules: Rules, play: Play) -> Iterator[str]:
    ending = rules.story.scenes[play.state.scene].ending
    if ending is not None:
        lines = [f"The end: {ending.title}"]
        lines += [
            wrapped(status_line(finding), "  ") for finding in findings(rules.story, ending.record)
        ]
        yield "\n".join(lines)


def _scenes(rules: Rules, read: tuple[Entered, ...], passed: frozenset[str]) -> Iterator[str]:
    for entered in read:
        scene = rules.story.scenes[entered.scene]
        yield f"{scene.title} ({scene.scene})" if scene.title else f"({scene.scene})"
        beats, tags = as_read(rules, entered, passed)
        if tags:
            yield wrapped(f"(Passed over: {tags}. In two lines:)")
        for beat in beats:
            for line in beat:
                yield wrapped(plain(line))


def _choice(rules: Rules, play: Play, index: int) -> str:
    _, choice = choice_at(rules.story, play, index)
    lines = [wrapped(f"{taken_text(rules, play, index)} [{play.choices[index]}]", "> ")]
    lines += [
        wrapped(status_line(finding), "  ") for finding in findings(rules.story, choice.record)
    ]
    return "\n".join(lines)
