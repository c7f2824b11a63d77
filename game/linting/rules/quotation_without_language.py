"""A quotation does not say in which language it is, or a language stands without a quotation.

What a source says in its own words is read aloud and set by its language, and a reader must see
whether the words are the source's or a translation's. Write `lang:` beside `quote:`.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.linting.survey import claims, tellings
from game.model.story import Story
from game.problem import Problem, Severity

CODE = "E112"
NAME = "quotation-without-language"
SEVERITY = Severity.ERROR

_RECORD = """\
# record/01-way.yaml
- question: way
  asks: Which way did she leave?
  claims:
    - claim: door
      says: She left by the door.
      told_by: [{account: diary, at: page 1, quote: Durch die Tür.LANG}]
"""

BAD = _RECORD.replace("LANG", "")
GOOD = _RECORD.replace("LANG", ", lang: de")


def check(story: Story) -> Iterator[Problem]:
    """Yield one problem for each telling with one of the two and not the other."""
    for _, _, claim in claims(story):
        for telling in tellings(claim):
            if bool(telling.quote) != bool(telling.lang):
                what = "quotation" if telling.quote else "language"
                yield Problem(
                    telling.position,
                    CODE,
                    SEVERITY,
                    f"A {what} stands here without its {'language' if telling.quote else 'words'}.",
                    "Write `lang:` with the language of the words, such as `lang: ru`."
                    if telling.quote
                    else "Write `quote:` with the words, or take `lang:` out.",
                )
