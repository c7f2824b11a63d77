"""This is a lesson's report for a spreadsheet: one row for each option of each decision.

A cell that a spreadsheet would take for a formula gets an apostrophe before it. A count of an
answer by one to four students of one option stands as ``<5``.
"""

from __future__ import annotations

from game.classroom.ballot import KNOWN
from game.classroom.report import DecisionReport, OptionReport, Report
from game.playing.notebook import comma_separated

HEADS = (
    "lesson",
    "decision",
    "scene",
    "title",
    "option",
    "words",
    "first_vote",
    "second_vote",
    "first_no_vote",
    "second_no_vote",
    "taken",
    "decided_by",
    "recorded",
    "how_well_known",
    *(f"said_{family}" for family in KNOWN),
    "reasons",
    "reasons_citing",
)
_FEW = "<5"


def write(report: Report) -> str:
    """Write a report out; the mark at the front tells spreadsheets that it is UTF-8."""
    rows = [
        _row(report, decision, option)
        for decision in report.decisions
        for option in decision.options
    ]
    return "\ufeff" + comma_separated(HEADS, rows)


def _row(report: Report, decision: DecisionReport, option: OptionReport) -> tuple[str, ...]:
    return (
        report.lesson,
        str(decision.number),
        decision.scene,
        decision.title,
        option.letter,
        option.words,
        _count(option.first),
        _count(option.second),
        str(decision.first.none) if decision.first else "",
        str(decision.second.none) if decision.second else "",
        "yes" if option.taken else "no",
        decision.ruling,
        "yes" if option.recorded else "no",
        "; ".join(dict.fromkeys(each.status for each in option.record)),
        *(_FEW if count is None else str(count) for count in option.known),
        str(decision.given),
        str(decision.citing),
    )


def _count(count: int | None) -> str:
    return "" if count is None else str(count)
