"""A conditional stretch reads the same whichever way it goes.

All its arms hold the same words, so the condition asks and nothing comes of it. Usually one of them
was copied and not yet rewritten.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.sample import window
from game.model.prose import Arm, Piece, Stretch, Value
from game.model.story import Story
from game.model.walk import shown, stretches
from game.problem import Problem, Severity

CODE = "L109"
NAME = "same-arms"
SEVERITY = Severity.ERROR

_STATE = """\
# story.yaml
state:
  torn: {yes_no: false}
"""

BAD = window("torn = true", "{if torn: Your sleeve is torn. | else: Your sleeve is torn.}") + _STATE
GOOD = window("torn = true", "{if torn: Your sleeve is torn. | else: Nobody looks round.}") + _STATE


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each stretch with an `else` and nothing to tell its arms apart."""
    for scene in story.scenes.values():
        for prose in shown(scene):
            for stretch in stretches(prose):
                if _is_one(stretch):
                    condition = stretch.arms[0].condition
                    assert condition is not None  # noqa: S101 - only the last has none
                    yield Problem(
                        condition.position,
                        CODE,
                        SEVERITY,
                        f"Whether '{condition.source}' or not, the same words stand here.",
                        "What should a reader see in the one case and not in the other?",
                    )


def _is_one(stretch: Stretch) -> bool:
    has_else = len(stretch.arms) > 1 and stretch.arms[-1].condition is None
    return has_else and len({_words(arm) for arm in stretch.arms}) == 1


def _words(arm: Arm) -> tuple[tuple[str, str], ...]:
    return tuple((_text(piece), piece.mark.target if piece.mark else "") for piece in arm.pieces)


def _text(piece: Piece) -> str:
    return f"{{{piece.variable}}}" if isinstance(piece, Value) else piece.text
