"""This is the handbook: a page for every code, by whatever finds the fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.cli.page import Page
from game.cli.played import PLAYED


def pages() -> Mapping[str, Page]:
    """Give every page by its code: what files can be, what rules find, what playing finds."""
    return {page.code: page for page in (*_of_files(), *_of_rules(), *PLAYED)}


def _of_files() -> Iterator[Page]:
    from game.loading.fault import CODES
    from game.loading.manual import PAGES

    for each in PAGES.values():
        yield Page(
            each.code,
            CODES[each.code],
            "error",
            each.statement,
            each.why,
            each.bad,
            each.good,
            in_words=each.in_words,
        )


def _of_rules() -> Iterator[Page]:
    from game.linting.rules import ALL

    for rule in ALL:
        statement, _, why = (rule.__doc__ or "").strip().partition("\n\n")
        said = " ".join(statement.split())
        yield Page(rule.CODE, rule.NAME, rule.SEVERITY.value, said, why, rule.BAD, rule.GOOD)
