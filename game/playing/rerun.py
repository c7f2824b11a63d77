"""This is a log of choices played again, whatever form it is in, as far as it fits the story.

A log is a save, a file of choice ids or numbers, or JSON: a list of them, or an object with
``choices`` and perhaps ``seed``, such as `otherside line --json` prints. Renamed ids are followed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.engine.replay import Play, begin, take
from game.engine.rules import NotOffered, Rules
from game.playing.writing.closed import acts_of, why_closed
from game.problem import GameError
from game.saving import form, store
from game.saving.fault import OtherStory
from game.saving.form import MAGIC
from game.saving.mending import choice_today, name_today
from game.saving.save import Save

_MOST_NAMED = 6


class NoLog(GameError):
    """A file holds no choices that can be read."""

    exit_code = 2

    def __init__(self, name: str, why: str) -> None:
        """Name the file and say why."""
        super().__init__(f"'{name}' cannot be read as a log of choices: {why}.")


@dataclass(frozen=True, slots=True)
class Log:
    """Choices to take, and what else is known of the play they are from."""

    choices: tuple[str, ...]
    """Each ``scene/choice``, a choice's own id, or its number on the page."""
    seed: int = 0
    save: Save | None = None
    """The save that it is from, if it is from one."""


@dataclass(frozen=True, slots=True)
class Rerun:
    """A play as far as its log fits."""

    play: Play
    renamed: tuple[tuple[str, str], ...]
    """Names of the log, each with what it is called today."""
    stopped: str = ""
    """Why it went no further; empty where all of it fits."""
    exit_code: int = 0


def log_from(data: bytes, name: str) -> Log:
    """Read a log. Raises ``NoLog``, and what reading a save raises."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NoLog(name, "it is not UTF-8 text") from None
    if text.lstrip()[:1] not in ("{", "["):
        lines = (line.partition("#")[0] for line in text.splitlines())
        return Log(tuple(word for line in lines for word in line.split()))
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        raise NoLog(name, "it begins like JSON, and is not") from None
    if isinstance(found, dict) and found.get("magic") == MAGIC:
        save = form.read(data, name).save
        return Log(save.log, save.seed, save)
    seed = found.get("seed", 0) if isinstance(found, dict) else 0
    if type(seed) is not int:
        raise NoLog(name, "its seed is no whole number")
    return Log(_choices(found, name), seed)


def log_at(path: Path) -> Log:
    """Read the log in a file. Raises ``NoLog``, and what reading a save raises."""
    return log_from(store.read(path), path.name)


def rerun(rules: Rules, log: Log, name: str) -> Rerun:
    """Take the choices of a log one after another. Raises ``OtherStory``."""
    if log.save is not None and log.save.story != rules.story.story:
        raise OtherStory(name, log.save.story, rules.story.story)
    play = begin(rules, log.seed)
    trail = log.save.trail if log.save else ()
    renames = rules.story.renames
    followed: dict[str, str] = {}
    for number, written in enumerate(log.choices, start=1):
        asked = _named(rules, play, written)
        now = choice_today(renames, asked)
        if now != asked:
            followed[asked] = now
        try:
            further = take(rules, play, now)
        except NotOffered as fault:
            return _stopped(play, followed, _why(rules, play, number, written, now), fault)
        except GameError as fault:
            return _stopped(play, followed, f"Choice {number}, '{now}': {fault}", fault)
        expected = name_today(renames, trail[number]) if number < len(trail) else None
        play = further
        if expected is not None and play.state.scene != expected:
            said = f"Choice {number}, '{now}', leads to '{play.state.scene}', not '{expected}'."
            return _stopped(play, followed, said, NotOffered(now, expected))
    return Rerun(play, tuple(followed.items()))


def _stopped(play: Play, followed: dict[str, str], said: str, fault: GameError) -> Rerun:
    return Rerun(play, tuple(followed.items()), said, fault.exit_code)


def _named(rules: Rules, play: Play, written: str) -> str:
    """Give a choice of a log in full: a number is that of an open choice here."""
    scene = play.state.scene
    if written.isascii() and written.isdecimal():
        offers = rules.offers(play.state)
        if 0 < int(written) <= len(offers):
            return f"{scene}/{offers[int(written) - 1].choice}"
    return written if "/" in written else f"{scene}/{written}"


def _why(rules: Rules, play: Play, number: int, written: str, now: str) -> str:
    """Say why a choice cannot be taken."""
    head = f"Choice {number}, '{written}', does not fit: "
    scene, _, local = now.rpartition("/")
    here = play.state.scene
    found = rules.story.scenes[here]
    if found.ending is not None:
        return f"{head}the play ended at '{here}' before it."
    if scene != here:
        known = "" if scene in rules.story.scenes else f" The story has no scene '{scene}'."
        return f"{head}the play stands at '{here}' by then.{known}"
    choice = found.choice(local)
    if choice is None:
        names = [each.choice for each in rules.offers(play.state)]
        listed = ", ".join(names[:_MOST_NAMED]) or "nothing"
        return f"{head}'{here}' has no such choice. Open there: {listed}."
    closed = why_closed(rules, acts_of(play), choice)
    grounds = [each for part in closed.failing for each in part.grounds]
    said = [f"it can be taken once, and was {closed.spent}"] if closed.spent else []
    said += [f"{each.says} {each.since}".rstrip() for each in grounds]
    asks = f" It asks for `{closed.condition}`." if closed.condition and grounds else ""
    return f"{head}it is closed: {'; '.join(said)}.{asks}"


def _choices(found: Any, name: str) -> tuple[str, ...]:  # noqa: ANN401 - whatever JSON can hold
    listed = found.get("choices") if isinstance(found, dict) else found
    if not isinstance(listed, list):
        raise NoLog(name, "its JSON has no list of `choices`")
    return tuple(_texts(listed, name))


def _texts(listed: list[Any], name: str) -> Iterator[str]:
    for each in listed:
        if type(each) not in (str, int):
            raise NoLog(name, "a choice in it is neither an id nor a number")
        yield str(each)
