"""This is `otherside explain`: what a code means, why it matters, and a bad and a good sample."""

from __future__ import annotations

from textwrap import fill

import click

from game.cli.console import say
from game.cli.handbook import pages
from game.cli.page import Page

WIDTH = 80


@click.command(epilog="Example: otherside explain L101")
@click.argument("code", required=False)
@click.option("--manual", is_flag=True, help="Print the whole reference of story files, Markdown.")
def explain(code: str | None, manual: bool) -> None:
    """Explain a code that check or explore printed; with none, list them all."""
    known = pages()
    if manual:
        from game.cli.manual import reference

        say(reference(known).rstrip("\n"))
    elif code is None:
        say("\n".join(f"{page.code} {page.name}" for page in known.values()))
    elif code.upper() in known:
        say(_page(known[code.upper()]))
    else:
        raise click.UsageError(f"There is no code '{code}'. `otherside explain` lists them.")


def _page(page: Page) -> str:
    paragraphs = (page.statement, *page.why.split("\n\n"))
    said = [fill(" ".join(each.split()), WIDTH) for each in paragraphs]
    bad, good = (_indented(each, in_words=page.in_words) for each in (page.bad, page.good))
    head = f"{page.code} {page.name} ({page.severity})"
    return "\n\n".join([head, *said, "Bad:", bad, "Good:", good])


def _indented(sample: str, *, in_words: bool) -> str:
    lines = fill(sample, WIDTH - 4).splitlines() if in_words else sample.splitlines()
    return "\n".join(f"    {line}".rstrip() for line in lines)
