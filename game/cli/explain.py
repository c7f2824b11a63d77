"""This is `otherside explain`: what a code means, why it matters, and a bad and a good sample."""

from __future__ import annotations

from collections.abc import Mapping
from textwrap import fill
from typing import TYPE_CHECKING

import click

from game.cli.console import say

if TYPE_CHECKING:
    from game.linting.rule import Rule

SEARCHED: Mapping[str, str] = {
    "X101": "A scene that no play reaches.",
    "X102": "A choice that is never open.",
    "X103": "An ending that no play reaches.",
    "X104": "A claim that no play meets.",
    "X105": "A way of reading a conditional stretch that no play meets.",
    "X201": "A play can get stuck: no choice is open, and it is no ending.",
    "X202": "A play can go on for ever: no choice leads to an ending any more.",
    "X203": "Scenes can follow one another by themselves for ever.",
    "X204": "A scene can return although no detour led to it.",
    "X301": "An effect can leave the range of its variable.",
    "X302": "A remainder by nought can be asked for.",
    "X401": "A choice that leaves the record can take longer than it says to end or rejoin.",
    "X501": "More than eight variables are alive at a part's border.",
    "X502": "More than 5,000 combinations are reachable at a part's border.",
    "X503": "More than one counter, or a wide one, crosses a part's border.",
    "X601": "A property under `prove:` does not hold on every way.",
}
"""What `otherside explore` finds, each with the shortest way to it."""

READ: Mapping[str, str] = {
    "Y": "The file itself: its name, its letters, or YAML that this story's strict reader refuses, "
    "because two programs could take it for two things.",
    "F": "A key, or what stands behind it: unknown, missing, given twice, or of another kind than "
    "the key asks for.",
    "N": "A name that nothing in the story has. Names near to it are offered where there are any.",
    "X": "A condition or an effect: what is allowed looks like Python, and only a small part is.",
    "P": "The marks inside prose: emphasis, links to the record, and stretches with a condition.",
    "E": "The record: how entries, tellings, claims and accounts may hang together.",
}
"""What the reader of files finds, by the first letter of its code."""

WIDTH = 80


FOUND_READING = "Found by reading the files: the hint printed with it says what to try."


@click.command(epilog="Example: otherside explain L101")
@click.argument("code", required=False)
def explain(code: str | None) -> None:
    """Explain a code that check or explore printed; with none, list them all."""
    from game.linting.rules import ALL
    from game.loading.fault import CODES

    if code is None:
        found = [*((rule.CODE, rule.NAME) for rule in ALL), *sorted(CODES.items())]
        lines = [f"{each} {name}" for each, name in found]
        say("\n".join([*lines, *(f"{each} {text}" for each, text in SEARCHED.items())]))
        return
    asked = code.upper()
    rule = next((each for each in ALL if asked == each.CODE), None)
    if rule is not None:
        say(_page(rule))
    elif asked in CODES:
        say("\n\n".join((f"{asked} {CODES[asked]}", fill(READ[asked[0]], WIDTH), FOUND_READING)))
    elif asked in SEARCHED:
        say(f"{asked}\n\n{SEARCHED[asked]}\n\nFound by playing: the way to it is printed with it.")
    else:
        raise click.UsageError(f"There is no code '{code}'. `otherside explain` lists them.")


def _page(rule: Rule) -> str:
    head = f"{rule.CODE} {rule.NAME} ({rule.SEVERITY.value})"
    manual = (fill(each, WIDTH) for each in (rule.__doc__ or "").strip().split("\n\n"))
    bad, good = (_indented(sample) for sample in (rule.BAD, rule.GOOD))
    return "\n\n".join([head, *manual, "Bad:", bad, "Good:", good])


def _indented(sample: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in sample.splitlines())
