"""This is the decisions of a play: what was chosen, and how well each answer is known."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine.replay import Play, choice_at
from game.engine.rules import Rules
from game.model.prose import plain
from game.model.scene import Choice, Entry, Reads
from game.record.finding import Finding, find


@dataclass(frozen=True, slots=True)
class Answer:
    """A record entry of a choice or an ending that was played, judged."""

    entry: Entry
    finding: Finding

    @property
    def claim(self) -> str | None:
        """The claim that was enacted, if one was."""
        return self.finding.claim.claim if self.finding.claim else None


@dataclass(frozen=True, slots=True)
class Decision:
    """A choice of a play that answers something."""

    number: int
    """From one, counting decisions only."""
    index: int
    """Which choice of the play it is, from nought."""
    scene: str
    title: str
    choice: Choice
    words: str
    answers: tuple[Answer, ...]

    @property
    def name(self) -> str:
        """What a table calls it."""
        return f"{self.number}. {self.title}"

    @property
    def known(self) -> str:
        """How well its answers are known."""
        return known(self.answers)


def decisions(rules: Rules, play: Play, led: int = 0) -> tuple[Decision, ...]:
    """Give the decisions of a play, without the choices that a line took at its front."""
    found: list[Decision] = []
    for index in range(led, len(play.choices)):
        scene, choice = choice_at(rules.story, play, index)
        judged = answers(rules, choice.record)
        if judged:
            words = plain(rules.line(choice.text, play.turns[index].state))
            title = rules.story.scenes[scene].title or scene
            number = len(found) + 1
            found.append(Decision(number, index, scene, title, choice, words, judged))
    return tuple(found)


def answers(rules: Rules, record: tuple[Entry, ...]) -> tuple[Answer, ...]:
    """Judge every entry of a record that has a status."""
    return tuple(
        Answer(entry, find(rules.story, entry)) for entry in record if not isinstance(entry, Reads)
    )


def known(judged: tuple[Answer, ...]) -> str:
    """Give the statuses of some answers, each once."""
    statuses = (each.finding.status for each in judged)
    return "; ".join(dict.fromkeys(status.value for status in statuses if status))
