"""This is a report as one HTML file: no scripts, nothing asked of the network, made to be printed.

Headings, captions and row headings are real, so that a screen reader can go by them. A table that
is wider than the window scrolls by itself, by keyboard too, and the page never does.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import assert_never

from game.model.prose import Line, Words
from game.reporting.document import Block, Document, Heading, Paragraph, Points, Quote, Table, runs

MANY_COLUMNS = 6
"""With this many columns a table is printed across the page."""

MANY_SECTIONS = 4
"""From this many on a report begins with a list of them."""

STYLE = """\
:root {
  color-scheme: light dark;
  --ink: #1c1b19; --paper: #fbfaf7; --line: #8a857c; --shade: #efece5; --link: #0f2a7a;
}
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9e6df; --paper: #171614; --line: #8a857c; --shade: #26241f; --link: #8fcbf7; }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0; padding: 1.25rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.55 Georgia, "Noto Serif", "DejaVu Serif", serif;
}
main { max-width: 68rem; margin: 0 auto; }
h1, h2, h3, p, ul, ol, blockquote, nav { max-width: 42rem; overflow-wrap: break-word; }
h1 { font-size: 1.7rem; line-height: 1.2; }
h2 { font-size: 1.3rem; line-height: 1.25; margin: 2.5rem 0 .75rem; }
h3 { font-size: 1.08rem; line-height: 1.3; margin: 2rem 0 .5rem; }
a { color: var(--link); }
li { margin: .3rem 0; }
blockquote { margin: .75rem 0; padding: .1rem 0 .1rem 1rem; border-left: .25rem solid var(--line); }
blockquote p { margin: .25rem 0; }
.table { overflow-x: auto; margin: 1.25rem 0; }
.table:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
table { border-collapse: collapse; font-size: .94rem; line-height: 1.4; min-width: 100%; }
caption { text-align: left; font-weight: bold; padding: 0 0 .5rem; }
th, td {
  text-align: left; vertical-align: top; padding: .4rem .7rem .4rem .4rem;
  border-bottom: 1px solid var(--line); min-width: 6.5rem; max-width: 24rem;
}
thead th { background: var(--shade); border-bottom-width: 2px; }
tbody th { font-weight: bold; }
@media screen {
  tbody th, thead th:first-child { position: sticky; left: 0; }
  tbody th { background: var(--paper); }
}
@media screen and (min-width: 40.01rem) { .across td:nth-child(2) { min-width: 11rem; } }
@media (max-width: 40rem) {
  body { padding: 1rem; }
  caption { max-width: calc(100vw - 2rem); }
  th, td { min-width: 5.5rem; max-width: 14rem; padding: .4rem .5rem .4rem 0; }
  tbody th, thead th:first-child { max-width: 6.5rem; overflow-wrap: break-word; }
}
@page { size: A4; margin: 16mm 14mm; }
@page across { size: A4 landscape; }
@media print {
  :root { --ink: #000; --paper: #fff; --line: #777; --shade: #eee; --link: #000; }
  body { padding: 0; font-size: 10.5pt; }
  main, h1, h2, h3, p, ul, ol, blockquote { max-width: none; }
  nav { display: none; }
  h1, h2, h3 { break-after: avoid; }
  tr, blockquote, li { break-inside: avoid; }
  thead { display: table-header-group; }
  p { orphans: 3; widows: 3; }
  .table { overflow: visible; }
  .across { page: across; }
  table { font-size: 9pt; }
  th, td { min-width: 0; max-width: none; padding: 1.2mm 2mm 1.2mm 1mm; }
}
"""

_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def write(document: Document) -> str:
    """Write a report out as a whole page; whatever could be taken for markup is escaped."""
    body = "\n".join(_body(document))
    return f"""\
<!DOCTYPE html>
<html lang="{escape(document.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{escape(document.title)}</title>
<style>
{STYLE}</style>
</head>
<body>
<main>
{body}
</main>
</body>
</html>
"""


def _body(document: Document) -> Iterator[str]:
    yield f"<h1>{escape(document.title)}</h1>"
    yield from _contents(document)
    for number, block in enumerate(document.blocks, start=1):
        yield from _block(block, number)


def _contents(document: Document) -> Iterator[str]:
    sections = [
        (number, block.text)
        for number, block in enumerate(document.blocks, start=1)
        if isinstance(block, Heading) and block.level == 2  # noqa: PLR2004 - a section's level
    ]
    if len(sections) < MANY_SECTIONS:
        return
    yield '<nav aria-label="Contents"><ul>'
    for number, text in sections:
        yield f'<li><a href="#b{number}">{escape(text)}</a></li>'
    yield "</ul></nav>"


def _block(block: Block, number: int) -> Iterator[str]:
    match block:
        case Heading(level, text):
            yield f'<h{level} id="b{number}">{escape(text)}</h{level}>'
        case Paragraph(words):
            yield f"<p>{_line(runs(words))}</p>"
        case Quote(words, below):
            paragraphs = "".join(f"<p>{escape(each)}</p>" for each in (words, below) if each)
            yield f"<blockquote>{paragraphs}</blockquote>"
        case Points(items, numbered):
            kind = "ol" if numbered else "ul"
            yield f"<{kind}>"
            yield from (f"<li>{escape(item)}</li>" for item in items)
            yield f"</{kind}>"
        case Table():
            yield from _table(block, number)
        case _:
            assert_never(block)


def _table(table: Table, number: int) -> Iterator[str]:
    name = f"b{number}"
    kind = "table across" if len(table.columns) >= MANY_COLUMNS else "table"
    yield f'<div class="{kind}" role="region" aria-labelledby="{name}" tabindex="0">'
    yield f'<table>\n<caption id="{name}">{escape(table.caption)}</caption>'
    heads = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
    yield f"<thead><tr>{heads}</tr></thead>\n<tbody>"
    for head, *cells in table.rows:
        rest = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
        yield f'<tr><th scope="row">{escape(head)}</th>{rest}</tr>'
    yield "</tbody>\n</table>\n</div>"


def _line(line: Line) -> str:
    return "".join(_run(run) for run in line)


def _run(run: Words) -> str:
    text = escape(run.text)
    if run.emphasis:
        text = f"<em>{text}</em>"
    return f"<strong>{text}</strong>" if run.strong else text
