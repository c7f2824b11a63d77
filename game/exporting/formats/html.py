"""This is a story as one HTML file that plays it in a browser, without a network.

The page has the whole story and its record in it, and the rules of play in plain JavaScript: the
same plays, word for word, as in every other face. What the page may do is said in its policy: run
this script, use this style, and nothing else. The words of the story are data to it; the script
makes text of them and never markup. It keeps the play in the reader's browser, and writes the log
that ``otherside play --choices`` takes.
"""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from html import escape
from importlib.resources import files

from game.exporting.data import data
from game.exporting.expression import Dialect
from game.model.prose import Prose, Words
from game.model.story import Story

NAME = "html"
ENDING = ".html"
SAYS = "one page that plays the story in a browser, without a network"

MOST = 2**53 - 1
"""The greatest whole number that JavaScript holds exactly."""
SCRIPTS = ("rules.js", "composer.js", "evidence.js", "reader.js")
"""The page's script, in the order in which each is built on those before it."""
UNUSED = ("lessons", "lines", "renames", "prove", "waive")
"""What the page has no use for."""


def write(story: Story) -> str:
    """Give the whole page. Raises ``CannotSay`` where a number is beyond JavaScript."""
    Dialect("html", MOST, read=str, times=str, signs={}).demand(story)
    style, script = _sheet("reader.css"), "\n".join(map(_sheet, SCRIPTS))
    return f"""\
<!DOCTYPE html>
<html lang="{escape(story.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>{escape(story.title)}</title>
<style>{style}</style>
</head>
<body>
{_body(story)}
<script type="application/json" id="story">{_embedded(story)}</script>
<script>{script}</script>
</body>
</html>
"""


def _sheet(name: str) -> str:
    return (files("game.exporting") / "reader" / name).read_text(encoding="utf-8")


def _policy(style: str, script: str) -> str:
    """Allow this style and this script by their sums, and nothing else."""
    return "; ".join(
        (
            "default-src 'none'",
            f"style-src 'sha256-{_sum(style)}'",
            f"script-src 'sha256-{_sum(script)}'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _sum(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()


def _embedded(story: Story) -> str:
    """Give the story as JSON in which nothing can end a script or begin a comment."""
    kept = {name: value for name, value in data(story).items() if name not in UNUSED}
    written = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    return written.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _body(story: Story) -> str:
    title = escape(story.title)
    front = "\n".join([*_paragraphs(story.opening), *_paragraphs(story.advisory)])
    return f"""\
<a class="skip" href="#offers">To the choices</a>
<header class="bar"><nav aria-label="Play">
<span class="name">{title}</span>
<button type="button" id="undo" disabled>Take back<kbd aria-hidden="true">u</kbd></button>
<button type="button" id="to-journal">Journal<kbd aria-hidden="true">j</kbd></button>
<button type="button" id="to-sources">Sources<kbd aria-hidden="true">s</kbd></button>
<button type="button" id="to-help">Help<kbd aria-hidden="true">?</kbd></button>
</nav></header>
<main>
<h1>{title}</h1>
{front}
<noscript><p>This page needs JavaScript to be played. It loads nothing from anywhere.</p></noscript>
<div id="turns"></div>
<section id="offers" tabindex="-1" aria-label="Choices"></section>
<p id="news" class="unseen" role="status"></p>
</main>
<footer><p>{escape(_credits(story))}</p></footer>
{_JOURNAL}
{_SOURCES}
{_help(story)}"""


def _credits(story: Story) -> str:
    reviewed = story.reviewed.strip().rstrip(".")
    review = f"Reviewed: {reviewed}." if reviewed.lower() != "not yet" else "Not yet reviewed."
    return f"Written by {', '.join(story.authors)}. Licence of the text: {story.licence}. {review}"


def _paragraphs(prose: Prose) -> list[str]:
    """Give what stands before a play; it depends on no state, for none has begun."""
    return [
        f"<p>{''.join(escape(each.text) for each in line.pieces if isinstance(each, Words))}</p>"
        for beat in prose.beats
        for line in beat
    ]


_CLOSE = '<button type="button" class="close">Close</button>'
_JOURNAL = f"""\
<dialog id="journal" aria-labelledby="journal-title">
{_CLOSE}
<h2 id="journal-title">Journal</h2>
<div id="choices-made"></div>
<h3><label for="log">The log of this play</label></h3>
<p><code>otherside play --choices FILE</code> plays it again.</p>
<textarea id="log" rows="6" readonly spellcheck="false"></textarea>
<p><button type="button" id="save">Save the log</button>
<button type="button" id="copy">Copy the log</button>
<button type="button" id="again">Begin again</button></p>
<p><label for="take-up">Take up a log that was saved:</label>
<input type="file" id="take-up" accept=".txt,text/plain"></p>
</dialog>"""
_SOURCES = f"""\
<dialog id="sources" aria-labelledby="sources-title">
{_CLOSE}
<h2 id="sources-title">Sources</h2>
<dl id="accounts"></dl>
</dialog>"""


def _help(story: Story) -> str:
    statuses = "\n".join(
        f"<dt>{escape(each['glyph'])} {escape(name.capitalize())}</dt>"
        f"<dd>{escape(each['meaning'])}</dd>"
        for name, each in data(story)["statuses"].items()
    )
    return f"""\
<dialog id="help" aria-labelledby="help-title">
{_CLOSE}
<h2 id="help-title">Help</h2>
<p>Choose by number key or pointer. Under each choice stands how well it is known, and who tells it,
tells it otherwise, or is silent. Dotted words rest on the record; they lead to what.</p>
<p><kbd>1</kbd> to <kbd>9</kbd> choose, <kbd>u</kbd> take back, <kbd>e</kbd> evidence,
<kbd>j</kbd> journal, <kbd>s</kbd> sources, <kbd>?</kbd> help.</p>
<p><label><input type="checkbox" id="keys" checked> Single keys act</label></p>
<p><label for="hard">Passages that report hard things</label>
<select id="hard">
<option value="ask">ask me first</option>
<option value="show">read them</option>
<option value="skip">two lines instead</option>
</select></p>
<h3>How well a thing is known</h3>
<dl>
{statuses}
</dl>
<p>The play is kept in this browser on this machine, and nowhere else.</p>
</dialog>"""
