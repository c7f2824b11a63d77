"""This is the record's accounts as sources for other programs: CSL-JSON and BibTeX.

An entry has its account's id, so a note that cites it goes on doing so when the story is edited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from game.model.record import Account, CiteValue, Extent
from game.model.story import Story

DATES = frozenset(
    {"accessed", "available-date", "event-date", "issued", "original-date", "submitted"}
)
"""The date variables of CSL 1.0.2."""

RENAMED: Mapping[str, str] = {
    "part-number": "part",
    "printing-number": "printing",
    "supplement-number": "supplement",
}
"""Variables that CSL-JSON calls otherwise than the specification of styles does."""

ELSEWHERE = frozenset({"editor-translator", "license"})
"""Variables that CSL-JSON has no key for; they stand under ``custom``."""

EXTENTS: Mapping[Extent, str] = {
    Extent.WHOLE: "read whole",
    Extent.EXCERPT: "read in excerpt",
    Extent.CITED: "known only through others",
}

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z", re.ASCII)
_KINDS: Mapping[str, str] = {
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "entry-dictionary": "incollection",
    "entry-encyclopedia": "incollection",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "report": "techreport",
    "thesis": "phdthesis",
}
_FALLBACK = "misc"
_CONTAINERS: Mapping[str, str] = {"article": "journal", "misc": "howpublished"}
_PUBLISHERS: Mapping[str, str] = {
    "techreport": "institution",
    "phdthesis": "school",
    "booklet": "howpublished",
}
_FIELDS: Mapping[str, str] = {
    "publisher-place": "address",
    "volume": "volume",
    "issue": "number",
    "number": "number",
    "page": "pages",
    "edition": "edition",
    "collection-title": "series",
    "ISBN": "isbn",
    "ISSN": "issn",
    "DOI": "doi",
    "note": "note",
}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPECIAL: Mapping[str, str] = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces even behind a backslash
    "}": r"\textbraceright{}",
    "%": r"\%",
    "#": r"\#",
    "$": r"\$",
    "&": r"\&",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}


def csl(story: Story) -> list[dict[str, Any]]:
    """Give every account as an item of CSL-JSON, valid against its schema, version 1.0.

    What CSL has no word for, the kind of the account and how far it was read, is under ``custom``.
    """
    return [_item(account) for account in story.accounts.values()]


def bibtex(story: Story) -> str:
    """Give every account as an entry of BibTeX, in UTF-8, with an empty line between two."""
    return "\n\n".join(_entry(account) for account in story.accounts.values())


def date_parts(written: str) -> list[list[int]] | None:
    """Give ``1938-06`` as ``[[1938, 6]]``, ``1938/1945`` as two; ``None`` for what is no date."""
    found = [_DAY.match(each) for each in written.split("/")]
    if len(found) > 2:  # noqa: PLR2004 - a range has two ends
        return None
    parts = [[int(each) for each in day.groups() if each] for day in found if day]
    return parts if len(parts) == len(found) else None


def escaped(text: str) -> str:
    """Write a text so that BibTeX and TeX print it as it is."""
    return "".join(_SPECIAL.get(each, each) for each in " ".join(text.split()))


def _item(account: Account) -> dict[str, Any]:
    item: dict[str, Any] = {"id": account.account, **_described(account)}
    custom: dict[str, Any] = {
        "label": account.label,
        "kind": account.kind,
        "read": account.read.value,
        "made": account.made.value,
    }
    for name, value in account.cite.items():
        if name in ELSEWHERE:
            custom[name] = _plain(value)
        else:
            item[RENAMED.get(name, name)] = _variable(name, value)
    if account.method:
        custom["method"] = account.method
    return {**item, "custom": custom}


def _described(account: Account) -> dict[str, Any]:
    """Give what an item must have, for an account whose citation is bare."""
    return {"type": "document", "title": account.label}


def _variable(name: str, value: CiteValue) -> Any:  # noqa: ANN401 - whatever JSON can hold
    if name not in DATES:
        return _plain(value)
    written = value if isinstance(value, str) else "/".join(map(str, value))
    parts = date_parts(written)
    return {"literal": written} if parts is None else {"date-parts": parts}


def _plain(value: CiteValue) -> str | list[dict[str, str]]:
    if isinstance(value, str):
        return value
    names = [dict(each) for each in value if isinstance(each, Mapping)]
    return names or "; ".join(map(str, value))


def _entry(account: Account) -> str:
    kind = _kind(account)
    lines = [f"  {name} = {value}," for name, value in _fields(account, kind)]
    return "\n".join([f"@{kind}{{{account.account},", *lines, "}"])


def _kind(account: Account) -> str:
    kind = _KINDS.get(str(account.cite.get("type", "")), _FALLBACK)
    if kind == "incollection" and "container-title" not in account.cite:
        return _FALLBACK
    return kind


def _fields(account: Account, kind: str) -> Iterator[tuple[str, str]]:
    cite = account.cite
    for role in ("author", "editor", "translator"):
        if role in cite:
            yield role, _braced(" and ".join(_names(cite[role])))
    # a second pair of braces keeps styles from changing the title's capitals
    yield "title", _braced(_braced(escaped(_text(cite.get("title", account.label)))))
    if "container-title" in cite:
        container = _CONTAINERS.get(kind, "booktitle")
        yield container, _braced(escaped(_text(cite["container-title"])))
    if "publisher" in cite and kind != "article":
        yield _PUBLISHERS.get(kind, "publisher"), _braced(escaped(_text(cite["publisher"])))
    for variable, name in _FIELDS.items():
        if variable in cite and not (variable == "number" and "issue" in cite):
            yield name, _braced(escaped(_text(cite[variable])))
    yield from _date(cite)
    if "URL" in cite:
        yield "url", _braced(_address(_text(cite["URL"])))
    yield "keywords", _braced(escaped(EXTENTS[account.read]))


def _date(cite: Mapping[str, CiteValue]) -> Iterator[tuple[str, str]]:
    if "issued" not in cite:
        return
    written = _text(cite["issued"])
    parts = date_parts(written)
    if parts is None:
        yield "year", _braced(escaped(written))
        return
    years = dict.fromkeys(str(year) for year, *_ in parts)
    yield "year", _braced("--".join(years))
    months = {tuple(month[:1]) for _, *month in parts}
    if len(years) == 1 and len(months) == 1 and (first := parts[0][1:2]):
        yield "month", _month(first[0])
    if len(parts) == 1 and (day := parts[0][2:]):
        yield "day", _braced(str(day[0]))


def _month(number: int) -> str:
    return _MONTHS[number - 1] if 1 <= number <= len(_MONTHS) else _braced(str(number))


def _names(value: CiteValue) -> Iterator[str]:
    for name in value:
        if isinstance(name, Mapping):
            yield _name(name)


def _name(name: Mapping[str, str]) -> str:
    """Give a name as BibTeX parses it: ``von Last, Jr, First``; one without parts in braces."""
    if "literal" in name:
        return _braced(escaped(name["literal"]))
    particle = name.get("non-dropping-particle") or name.get("dropping-particle") or ""
    family = escaped(name.get("family", ""))
    if re.search(r",|\sand\s", family):
        family = _braced(family)
    last = f"{escaped(particle)} {family}".strip()
    parts = [last, escaped(name.get("suffix", "")), escaped(name.get("given", ""))]
    return ", ".join(part for part in parts if part)


def _address(address: str) -> str:
    """Write an address so that its braces pair; everything else stays as it is."""
    return address.replace("{", "%7B").replace("}", "%7D").replace(" ", "%20")


def _text(value: CiteValue) -> str:
    return value if isinstance(value, str) else "; ".join(map(str, value))


def _braced(text: str) -> str:
    return f"{{{text}}}"
