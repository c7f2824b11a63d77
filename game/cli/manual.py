"""This is the reference of story files: every key and every code, as one page of Markdown.

It is drawn from the forms that the reader reads by and from the pages that `explain` prints, so it
cannot say anything else than they do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from game.cli.console import safe
from game.cli.page import Page
from game.loading.catalogue import FILES, File, forms
from game.loading.field import Form, Key, Kind, Known, KnownClaim, ListOf, Nested, OneOrMore
from game.loading.name import Family
from game.loading.record import AccountForm, NameForm, TellingForm
from game.loading.scene import ENTRY_FORMS, WAYS_ON, AskForm, ChoiceForm, EntryForm, SceneForm
from game.loading.story import KINDS, PropertyForm, StoryForm, VariableForm

_HEAD: Final = """\
# Reference

<!-- Printed by `otherside explain --manual`; a test holds it equal: change the program instead. -->

Every key of every file, then every code that `otherside check` and `otherside explore` can print.
Begin with the [tutorial](tutorial.md); the [cookbook](cookbook.md) has ways of building; marks in
prose, conditions and effects have [a page of their own](prose.md). `otherside explain CODE` prints
one code's page.
"""
_CODES: Final = """\
## What check and explore say

`otherside check` prints `file:line:column: CODE statement` and a hint. An error keeps a story from
being played or breaks a promise to its reader; a warning is worth a look; advice is given with
`--strict` only. Errors of the files themselves (Y, F, N, X, P and E with a nought after the letter)
cannot be waived; everything else can, under [`waive`](#a-waiver) in story.yaml, with a reason.
"""
_FAMILIES: Final[Mapping[str, str]] = {
    "Y0": "Y: the file and its YAML",
    "F0": "F: keys and what stands behind them",
    "N0": "N: names that nothing has",
    "X0": "X: conditions and effects",
    "P0": "P: marks in prose",
    "E0": "E: how the record hangs together",
    "S1": "S: structure",
    "L1": "L: logic",
    "E1": "E: evidence",
    "P1": "P: prose",
    "A1": "A: access",
    "H1": "H: what is owed to those harmed",
    "X1": "X: what playing every way finds",
}


def reference(pages: Mapping[str, Page]) -> str:
    """Give the whole page."""
    parts = [_HEAD, "## The files\n", _table(_of_files()), *map(_file, FILES.values()), _CODES]
    parts.append(_table(_index(pages.values())))
    family = ""
    for page in pages.values():
        key = page.code[0] + ("0" if page.code[1] == "0" else "1")
        if key != family:
            family = key
            parts.append(f"### {_FAMILIES[family]}\n")
        parts.append(_page(page))
    return "\n".join(parts)


def _of_files() -> Iterator[tuple[str, ...]]:
    yield "file", "what it is for"
    for file in FILES.values():
        yield f"[{file.where}](#{_anchor(_heading(file))})", file.about


def _heading(file: File) -> str:
    return f"`{file.where}`"


def _file(file: File) -> str:
    parts = [f"## {_heading(file)}\n", f"{file.about}{_how_many(file.holds)}\n"]
    for form in forms(file.holds):
        if form is not StoryForm:
            about = " ".join((form.__doc__ or "").split())
            parts.append(f"### {form.word.capitalize()}\n")
            parts.append(f"{about} {_NOTES[form]}\n" if form in _NOTES else f"{about}\n")
        parts.append(_table(_of_keys(form)))
    return "\n".join(parts)


def _how_many(kind: Kind[Any]) -> str:
    return " The file is a list." if isinstance(kind, ListOf) else ""


def _of_keys(form: type[Form]) -> Iterator[tuple[str, ...]]:
    yield "key", "holds", "meaning"
    for name, key in form.keys.items():
        must = " (required)" if key.required else ""
        yield f"`{name}`{must}", _held(key.kind), f"{key.meaning}"


def _held(kind: Kind[Any]) -> str:
    match kind:
        case Known(family=Family.ANY):
            return "any id"
        case Known():
            return (
                f"the id of {'an' if kind.family.value[0] in 'aeiou' else 'a'} {kind.family.value}"
            )
        case KnownClaim():
            return "`question/claim`"
        case Nested():
            return f"[{kind.form.word}](#{_anchor(kind.form.word)})"
        case ListOf():
            return f"a list: {_held(kind.kind)}"
        case OneOrMore():
            return f"{_held(kind.kind)}, or a list"
        case _:
            return kind.words


def _named(keys: Iterable[Key[Any]]) -> str:
    names = [f"`{key.name}`" for key in keys]
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _entries() -> str:
    said = [
        f"`{key.name}`" + (f" (with {', '.join(f'`{each}`' for each in others)})" if others else "")
        for key, others in ENTRY_FORMS
    ]
    return f"Exactly one of these makes it what it is: {'; '.join(said)}."


_NOTES: Final[Mapping[type[Form], str]] = {
    SceneForm: f"Of {_named(WAYS_ON)} it has exactly one.",
    ChoiceForm: f"Of {_named((ChoiceForm.to, ChoiceForm.detour))} it has exactly one.",
    EntryForm: _entries(),
    AskForm: "It has exactly one key.",
    PropertyForm: "It has exactly one key.",
    NameForm: f"Of {_named((NameForm.family, NameForm.literal))} it has exactly one.",
    VariableForm: f"Of {_named(KINDS)} it has exactly one.",
    AccountForm: f"`{AccountForm.method.name}` and `kind: computed` go together.",
    TellingForm: "Under `told_by` and `denied_by`, `at` is required.",
}


def _page(page: Page) -> str:
    parts = [f"#### {page.code} {page.name}\n"]
    parts.append(f"{page.statement} ({page.severity.capitalize()}.)\n")
    parts += [f"{' '.join(each.split())}\n" for each in page.why.split("\n\n")]
    if page.in_words:
        parts.append(f"Bad: {page.bad}\n\nGood: {page.good}\n")
    else:
        bad, good = safe(page.bad).rstrip(), safe(page.good).rstrip()
        parts.append(f"Bad:\n\n```yaml\n{bad}\n```\n\nGood:\n\n```yaml\n{good}\n```\n")
    return "\n".join(parts)


def _index(pages: Iterable[Page]) -> Iterator[tuple[str, ...]]:
    yield "code", "severity", "what it says"
    for page in pages:
        name = f"{page.code} {page.name}"
        yield f"[{name}](#{_anchor(name)})", page.severity, page.statement


def _table(rows: Iterable[tuple[str, ...]]) -> str:
    head, *rest = ([cell.replace("|", "\\|") for cell in row] for row in rows)
    lines = [head, ["---"] * len(head), *rest]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _anchor(heading: str) -> str:
    """Give the anchor that a heading has where Markdown is shown."""
    kept = (each for each in heading.lower() if each.isalnum() or each in " -_")
    return "".join(kept).replace(" ", "-")
