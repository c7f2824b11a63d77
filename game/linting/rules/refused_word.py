"""A word or turn that this story does not use in its own voice.

Some are the perpetrators' words: "liquidated", "cleansed", "repressed", "special settlers", "enemy
of the people", "fifth column". In the narrator's voice we write deported, arrested, shot. Within
quotation marks they may stand, since then somebody says them; say who. Others are any thriller's:
"little did he know", hearts that hammer, eyes that flash, silence that stretches.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.linting.sample import page
from game.linting.survey import all_words, texts
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "P105"
NAME = "refused-word"
SEVERITY = Severity.ERROR

_QUOTED = re.compile(r"\"[^\"\n]*\"|“[^”\n]*”|‘[^’\n]*’(?!\w)")
_THEIRS = "Whose word is it? Write deported, arrested or shot, or quote whoever says it."
_THRILLER = "What happens here that no other story has? Write that."

REFUSED: tuple[tuple[str, re.Pattern[str], str], ...] = tuple(
    (stem, re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE), hint)
    for stem, pattern, hint in (
        ("liquidat", r"liquidat(?:e[ds]?|ing|ions?)", _THEIRS),
        ("cleans", r"(?:ethnically )?cleans(?:e[ds]?|ing)", _THEIRS),
        ("repress", r"repress(?:ed|es|ing|ions?)", _THEIRS),
        ("special settler", r"special settlers?", _THEIRS),
        ("of the people", r"enem(?:y|ies) of the people", _THEIRS),
        ("fifth column", r"fifth column(?:ists?)?", _THEIRS),
        ("little d", r"little (?:did|does|do) (?:he|she|they|you) know", _THRILLER),
        ("heart", r"hearts? (?:hammer|pound|race|thump|skip)(?:s|ed|ing)?", _THRILLER),
        ("heartbeat", r"heartbeats?", _THRILLER),
        ("breath", r"breath (?:he|she|you|they) d(?:id|o)(?: not|n[’']t) know", _THRILLER),
        ("flash", r"eyes? flash(?:es|ed|ing)?", _THRILLER),
        ("silence", r"silence stretch(?:es|ed|ing)?", _THRILLER),
        ("no return", r"point of no return", _THRILLER),
    )
)
"""What a refused turn always holds, in small letters; the turn itself; and what to write."""

BAD = page("A door. Those who lived here were liquidated in the spring.")
GOOD = page('A door. The order says "liquidated". Those who lived here were shot in the spring.')


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each refused turn outside quotation."""
    said = all_words(story).lower()
    for stem, pattern, hint in REFUSED:
        if stem not in said:
            continue
        for text in texts(story):
            if stem in text.words.lower():
                for match in pattern.finditer(_QUOTED.sub(" ", text.words)):
                    statement = f"{text.where} says '{match.group()}' in its own voice."
                    yield Problem(text.prose.position, CODE, SEVERITY, statement, hint)
