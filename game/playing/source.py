"""This is one account in full: how it was made, whence it has things, and what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.model.record import Account, CiteValue, Extent, Making, Telling, Unknown
from game.model.story import Story
from game.playing.evidence import Source

_READ = {
    Extent.WHOLE: "read whole",
    Extent.EXCERPT: "read in excerpt",
    Extent.CITED: "known only through others",
}
_MADE = {
    Making.FREELY: "made freely",
    Making.UNDER_ARREST: "made under arrest",
    Making.UNKNOWN: "nobody can say under what conditions it was made",
}
_VOICES = {
    "told_by": "tells",
    "reported_by": "reports",
    "denied_by": "denies",
    "doubted_by": "doubts",
}
_NUMBERED = {"volume": "volume", "issue": "issue", "number": "number", "page": "pages"}
_IN_WORDS = {
    "type",
    "author",
    "title",
    "editor",
    "container-title",
    "publisher-place",
    "publisher",
    "issued",
    "URL",
    "note",
    *_NUMBERED,
}


def source(story: Story, account: Account) -> Source:
    """Give everything that is known of an account."""
    rests_on = () if isinstance(account.rests_on, Unknown) else account.rests_on
    return Source(
        account=account.account,
        label=account.label,
        kind=account.kind,
        read=extent(account),
        made=_MADE[account.made],
        interest="" if account.interest == "none" else account.interest,
        rests_on=tuple(story.accounts[each].label for each in rests_on if each in story.accounts),
        descent=_descent(account),
        citation=citation(account.cite),
        method=account.method,
        states=tuple(account.states.items()),
        tells=tuple(_sayings(story, account)),
    )


def extent(account: Account) -> str:
    """Give how far an account was read, in words."""
    return "worked out" if account.kind == "computed" else _READ[account.read]


def making(account: Account) -> str:
    """Give under what conditions an account was made, in words."""
    return _MADE[account.made]


def place(telling: Telling) -> str:
    """Give where an account says it: ``early, line 28``."""
    return ", ".join(each for each in (telling.state, telling.at) if each)


def citation(cite: Mapping[str, CiteValue]) -> str:
    """Give a citation in words: who, what, where it stands, who published it and when, a note."""
    within = [_text(cite, "container-title")]
    within += [f"{word} {_text(cite, key)}" for key, word in _NUMBERED.items() if key in cite]
    press = ": ".join(_given(_text(cite, "publisher-place"), _text(cite, "publisher")))
    editor = _text(cite, "editor")
    parts = (
        _text(cite, "author"),
        _text(cite, "title"),
        f"edited by {editor}" if editor else "",
        ", ".join(_given(*within)),
        ", ".join(_given(press, _text(cite, "issued"))),
        *(f"{key}: {_text(cite, key)}" for key in cite if key not in _IN_WORDS),
        _text(cite, "URL"),
        _text(cite, "note"),
    )
    return " ".join(_ended(part) for part in _given(*parts))


def _descent(account: Account) -> str:
    if isinstance(account.rests_on, Unknown):
        return "nobody can say from whom"
    return "" if account.rests_on or account.kind == "computed" else "at first hand"


def _sayings(story: Story, account: Account) -> Iterator[tuple[str, str, str]]:
    for question in story.questions.values():
        for claim in question.claims.values():
            for voice, verb in _VOICES.items():
                tellings: tuple[Telling, ...] = getattr(claim, voice)
                for telling in tellings:
                    if telling.account == account.account:
                        where = ", ".join(_given(verb, place(telling)))
                        yield question.asks, claim.says, where


def _text(cite: Mapping[str, CiteValue], key: str) -> str:
    value = cite.get(key, "")
    if isinstance(value, str):
        return value
    return "; ".join(each if isinstance(each, str) else _name(each) for each in value)


def _name(parts: Mapping[str, str]) -> str:
    if "literal" in parts:
        return parts["literal"]
    return ", ".join(_given(parts.get("family", ""), parts.get("given", "")))


def _given(*words: str) -> list[str]:
    return [each for each in words if each]


def _ended(words: str) -> str:
    # an address with a full stop behind it is another address
    closed = words.endswith((".", "!", "?")) or "://" in words.rpartition(" ")[2]
    return words if closed else f"{words}."
