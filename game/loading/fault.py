"""This is the table of everything that the reader can find wrong with a file.

The letter is the family: Y for YAML and files, F for form, N for names that do not exist, X for
conditions and effects, P for marks in prose, E for the record.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from game.position import Position
from game.problem import Problem, Severity

MOST_PROBLEMS: Final = 500
"""The most faults listed for one file."""

CODES: Mapping[str, str] = MappingProxyType(
    {
        "Y001": "unreadable-file",
        "Y002": "not-utf-8",
        "Y003": "stray-byte",
        "Y004": "hidden-character",
        "Y005": "anchor-or-merge",
        "Y006": "tag",
        "Y007": "tab",
        "Y008": "second-document",
        "Y009": "file-too-large",
        "Y010": "yaml-syntax",
        "Y011": "duplicate-key",
        "Y012": "comment-behind-text",
        "Y013": "nested-too-deep",
        "Y014": "not-a-regular-file",
        "Y015": "yaml-directive",
        "Y016": "empty-file",
        "Y017": "key-not-text",
        "Y018": "folded-prose",
        "Y019": "file-nobody-reads",
        "Y020": "no-story",
        "Y021": "more-faults",
        "Y022": "file-name",
        "F001": "unknown-key",
        "F002": "missing-key",
        "F003": "other-kind",
        "F004": "not-a-choice",
        "F005": "malformed-id",
        "F006": "declared-twice",
        "F007": "number-out-of-range",
        "F008": "ways-on",
        "F009": "target",
        "F010": "date",
        "F011": "empty",
        "F012": "state",
        "F013": "coordinate",
        "F014": "other-format",
        "F015": "role-of-another-kind",
        "F016": "part-of-another",
        "F017": "rename",
        "N001": "unknown-scene",
        "N002": "unknown-part",
        "N003": "unknown-question",
        "N004": "unknown-claim",
        "N005": "unknown-account",
        "N006": "unknown-state",
        "N007": "unknown-person",
        "N008": "unknown-place",
        "N009": "unknown-word",
        "N010": "unknown-variable",
        "N011": "unknown-role",
        "N012": "unknown-line",
        "N013": "unknown-id",
        "X001": "not-ascii",
        "X002": "too-long",
        "X003": "too-deep",
        "X004": "incomplete",
        "X005": "not-allowed",
        "X006": "number-form",
        "X007": "not-a-truth",
        "X008": "kinds-differ",
        "X009": "label-alone",
        "X010": "remainder-of-nought",
        "X011": "effect-form",
        "X012": "call-form",
        "P001": "unclosed-mark",
        "P002": "stray-mark",
        "P003": "malformed-link",
        "P004": "malformed-stretch",
        "P005": "malformed-value",
        "P006": "empty-beat",
        "E001": "record-form",
        "E002": "reading-with-effects",
        "E003": "place-missing",
        "E004": "within-itself",
        "E005": "descent-loop",
        "E006": "method",
    }
)


def too_many(where: Position) -> Problem:
    """Give the problem that stands for all that are not listed."""
    return Problem(
        where,
        "Y021",
        Severity.ERROR,
        "This file has more faults than are listed.",
        "Mend those that are listed, then check again.",
    )
