"""Three words or more in capitals.

Words in capitals have no shape to be known by, so they are slow to read, and hardest for those who
read slowly anyway; some voices spell them out. Say that the wire was in capitals, and write it in
small letters. Names such as NKVD may stand. It is advice, shown by `otherside check --strict`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.linting.sample import page
from game.linting.survey import matches
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "A106"
NAME = "capitals"
SEVERITY = Severity.ADVICE

_CAPITALS = re.compile(r"[A-ZÀ-ÞА-ЯЁ]{2,}(?:,? [A-ZÀ-ÞА-ЯЁ]{2,}\b){2,}")

BAD = page("A door. Somebody has chalked COME DOWN ALONE on it.")
GOOD = page("A door. Somebody has chalked on it in capitals: come down alone.")


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each run of words in capitals."""
    for text, match in matches(story, _CAPITALS):
        yield Problem(
            text.prose.position,
            CODE,
            SEVERITY,
            f"{text.where} has the words '{match.group()}' in capitals.",
            "Write them in small letters, and say that they were large.",
        )
