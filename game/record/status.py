"""This is how well a thing is known, in seven words and four families."""

from __future__ import annotations

from enum import Enum


class Family(Enum):
    """What statuses have in common; colour tells only families apart."""

    CONFLICT = "conflict"
    AGREE = "agree"
    BEYOND = "beyond"
    SILENT = "silent"


class Status(Enum):
    """The status of a record entry, derived and never written."""

    DISPUTED = "disputed"
    ATTESTED = "attested"
    ONE_TELLER = "one teller"
    AGAINST = "against the record"
    INFERRED = "inferred"
    INVENTED = "invented"
    NOT_KNOWN = "not known"

    @property
    def family(self) -> Family:
        """The family it belongs to."""
        return _FAMILIES[self]

    @property
    def glyph(self) -> str:
        """One character for terminals that can show it; never shown without the word."""
        return _GLYPHS[self][0]

    @property
    def letter(self) -> str:
        """The ASCII form, as ``[D]``."""
        return f"[{_GLYPHS[self][1]}]"

    @property
    def meaning(self) -> str:
        """One sentence for help pages."""
        return _MEANINGS[self]


_FAMILIES = {
    Status.DISPUTED: Family.CONFLICT,
    Status.ATTESTED: Family.AGREE,
    Status.ONE_TELLER: Family.AGREE,
    Status.AGAINST: Family.CONFLICT,
    Status.INFERRED: Family.BEYOND,
    Status.INVENTED: Family.BEYOND,
    Status.NOT_KNOWN: Family.SILENT,
}

_GLYPHS = {
    Status.DISPUTED: ("⇄", "D"),
    Status.ATTESTED: ("▮", "A"),
    Status.ONE_TELLER: ("▯", "O"),
    Status.AGAINST: ("⊘", "X"),
    Status.INFERRED: ("⊢", "I"),
    Status.INVENTED: ("✎", "F"),
    Status.NOT_KNOWN: ("⋯", "?"),
}

_MEANINGS = {
    Status.DISPUTED: "Told by somebody, and told otherwise by somebody else.",
    Status.ATTESTED: "Told by two witnesses or more who can be shown to differ.",
    Status.ONE_TELLER: "Told, but every telling may come from one witness.",
    Status.AGAINST: "Nobody tells this, and somebody tells it otherwise.",
    Status.INFERRED: "Nobody tells this; it is reasoned from what is told.",
    Status.INVENTED: "Made up, for the reason given.",
    Status.NOT_KNOWN: "The question is asked, and nobody answers it.",
}
