"""This is a play in another engine beside the same play in ours: texts, offers, scenes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.engine.rules import Rules
from game.engine.state import Entered, Turn
from game.model.prose import plain


@dataclass(frozen=True, slots=True)
class Said:
    """What another engine said between two choices."""

    trail: list[str]
    """The scenes it entered."""
    lines: list[str]
    offers: list[str]
    taken: int
    """Which offer was taken then, from nought; -1 at the end."""


def normal(text: str) -> str:
    """Give a text with single blanks: other engines fold them."""
    return " ".join(text.split())


def same_play(rules: Rules, play: Sequence[Said], *, skips: bool = False) -> int:
    """Play in ours what another engine played, compare every turn, and give how many there were.

    Chance falls in ours as it fell there.
    """
    turn = outcome(rules.outcomes_at_start(), play[0].trail)
    for number, said in enumerate(play, start=1):
        lines = (normal(line) for line in told(rules, turn.entered, skips=skips))
        assert said.lines == [line for line in lines if line]
        offers = rules.offers(turn.state)
        assert said.offers == [normal(plain(rules.line(each.text, turn.state))) for each in offers]
        if said.taken >= 0:
            taken = offers[said.taken].choice
            turn = outcome(rules.outcomes(turn.state, taken), play[number].trail)
    return len(play)


def told(rules: Rules, entered: tuple[Entered, ...], *, skips: bool) -> Iterator[str]:
    """Give the lines that some scenes tell; with ``skips`` the summaries of those that have one."""
    for each in entered:
        skippable = rules.story.scenes[each.scene].skippable
        beats = rules.beats(each)
        if skips and skippable is not None:
            beats = rules.prose(skippable.summary, each.state)
        yield from (plain(line) for beat in beats for line in beat)


def outcome(found: tuple[tuple[Turn, tuple[int, ...]], ...], way: list[str]) -> Turn:
    """Give the turn in which chance fell as it did elsewhere."""
    turns = [turn for turn, _ in found if [each.scene for each in turn.entered] == way]
    assert turns, way
    return turns[0]
