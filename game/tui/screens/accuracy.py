"""This is the accuracy page: all that is invented or inferred, part by part, with the reasons."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from textual.content import Content

from game.playing.evidence import Departure
from game.record.status import Status
from game.tui.evidence import badge
from game.tui.ink import MARK, QUIET, STRONG, Block, words
from game.tui.screens.sheet import Sheet
from game.tui.sign import Signs

PREFACE = (
    "What no account tells, and the game has all the same. Everything else that has a status is "
    "told by somebody."
)


class Accuracy(Sheet):
    """Lists every departure, scene by scene."""

    TITLE_LINE = "Invented and inferred"

    def __init__(self, signs: Signs, departures: tuple[Departure, ...]) -> None:
        super().__init__(signs)
        self._departures = departures

    def _counts(self) -> Content:
        """Say how many there are of each."""
        there = Counter(each.status for each in self._departures)
        said = (f"{there[status]} {status.value}" for status in Status if there[status])
        return words(", ".join(said), QUIET)

    def blocks(self) -> list[Block]:
        """Give the departures under their parts and scenes."""
        blocks = [Block(words(PREFACE))]
        if not self._departures:
            return [*blocks, Block(words("There is none in this story."), gap=1)]
        blocks.append(Block(self._counts(), gap=1))
        shown = ""
        for (part, scene, title), found in groupby(
            self._departures, key=lambda each: (each.part, each.scene, each.scene_title)
        ):
            if part != shown:
                shown = part
                blocks.append(Block(words(part, f"bold {MARK}"), gap=2))
            blocks.append(Block(words(title or scene, STRONG), gap=1))
            for number, each in enumerate(found):
                blocks += self._departure(each, gap=min(number, 1))
        return blocks

    def _departure(self, each: Departure, gap: int) -> list[Block]:
        blocks = [Block(words(each.act), indent=2, gap=gap)]
        blocks.append(Block(badge(each.status, self.signs), indent=4))
        if each.reason:
            blocks.append(Block(words(each.reason), indent=4))
        if each.premises:
            blocks.append(Block(words("reasoned from", QUIET), indent=4))
        blocks += [Block(words(premise), indent=6) for premise in each.premises]
        return blocks
