"""A number is written in two ways.

"172,000" in one scene and "172000" in another are one number to the writer and two to whoever
searches for it, and a voice reads the second digit by digit. The way that fewer texts have is
found. Years are left alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from game.linting.sample import page
from game.linting.survey import Text, matches
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "P109"
NAME = "number-two-ways"
SEVERITY = Severity.WARNING

_NUMBER = re.compile(
    r"[1-9](?<![\d,.][1-9])(?:\d{0,2}(?:[,\u00a0\u202f ]\d{3})+|\d{3,})(?![,.]?\d)"
)
_LAST_YEAR = 2100

BAD = page(
    "The count of October says 171,781. The list on the door says 171781, and 171,781 below."
)
GOOD = page("The count of October says 171,781, and so does the list on the door.")


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each text with the rarer way of writing a number."""
    found: dict[int, dict[str, list[Text]]] = defaultdict(lambda: defaultdict(list))
    for text, match in matches(story, _NUMBER):
        value = int(re.sub(r"\D", "", match.group()))
        if value > _LAST_YEAR or not match.group().isdigit():
            found[value][match.group()].append(text)
    for ways in found.values():
        usual = max(ways, key=lambda way: len(ways[way]))
        for way in ways:
            for text in dict.fromkeys(ways[way]) if way != usual else ():
                yield Problem(
                    text.prose.position,
                    CODE,
                    SEVERITY,
                    f"{text.where} writes '{way}' for what stands elsewhere as '{usual}'.",
                    "Write it in one way everywhere.",
                )
