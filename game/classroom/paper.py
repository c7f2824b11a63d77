"""This is a lesson's report as a document: first the class's path beside each account's."""

from __future__ import annotations

from collections.abc import Iterator

from game.classroom.outcome import ended
from game.classroom.report import DecisionReport, OptionReport, Report
from game.classroom.room import SECOND, Entry
from game.classroom.wording import ASKED_KNOWN, DOOR_ANSWERS
from game.classroom.wording import KNOWN as KNOWN_WORDS
from game.reporting.document import Block, Document, Heading, Paragraph, Points, Quote, Table
from game.reporting.phrase import number

_ACTS = {
    "closed-early": "Vote closed early",
    "finished": "To the debrief",
    "hand-count": "Hands counted",
    "override": "Decided otherwise than the vote",
    "phase": "Phase",
    "removed": "Seat removed",
    "reopened": "Vote opened again",
    "resumed": "Interrupted, and resumed",
    "skipped": "Decision skipped",
    "talked-again": "Talked once more",
    "teacher": "Decided by the teacher",
}
_MINUTE = 60
_KEEP_NONE = (
    "Whoever keeps a list of who had which seat makes this a record about persons: keep none."
)


def document(report: Report) -> Document:
    """Give the report to be written out as HTML, Markdown or text."""
    return Document(f"{report.story}. The class", report.language, tuple(_blocks(report)))


def _blocks(report: Report) -> Iterator[Block]:
    yield from _opening(report)
    yield from _paths(report)
    for decision in report.decisions:
        yield from _decision(decision)
    yield from _made_up(report)
    yield from _listed("What the reasons rest on", report.sources)
    yield from _door(report)
    yield Heading(2, "Those he harmed")
    yield from _points(report.numbers, "No account gives a number.")
    yield from _points(report.names, "No account that was read names any of them.")
    yield Heading(2, "A branch feels likelier than it was")
    yield Paragraph(report.likelier)
    yield from _course(report.log)
    yield from _about(report)


def _opening(report: Report) -> Iterator[Block]:
    joined = number(report.joined, "seat")
    expected = f" of {report.expected} expected" if report.expected else ""
    held = f" Held on {report.date}." if report.date else ""
    yield Paragraph(
        f"Lesson: {report.title}.{held} {joined} taken{expected}, "
        f"{number(len(report.decisions), 'decision')}. "
        f"Between the decisions the way is that of: {report.line}."
    )
    yield Paragraph(
        "Votes are counts. No name, and no name of a seat, is in this report. Nobody is scored: "
        "the record stands beside what the class said, and does not mark it."
    )


def _paths(report: Report) -> Iterator[Block]:
    if not report.decisions:
        return
    yield Heading(2, "The class's path beside each account's")
    columns = ("Way of", *(f"{each.number}. {each.title}" for each in report.decisions))
    mine = ("The class", *(each.taken or "not decided" for each in report.decisions))
    theirs = tuple((each.teller, *each.taken) for each in report.ways)
    yield Table("What each took at each decision", columns, (mine, *theirs))


def _decision(decision: DecisionReport) -> Iterator[Block]:
    yield Heading(2, f"{decision.number}. {decision.title}")
    yield from _come_to(decision)
    if decision.taken:
        yield Quote(decision.taken, _ruled(decision))
    else:
        yield Paragraph(decision.ruled)
    yield from _votes(decision)
    yield from _record(decision)
    yield from _said(decision)
    yield from _reasons(decision)
    if decision.prompts:
        yield Heading(3, "To talk about")
        yield Points(tuple(each.text for each in decision.prompts))


def _come_to(decision: DecisionReport) -> Iterator[Block]:
    if decision.broken_off:
        yield Paragraph(
            f"The class's own way had ended: {ended(decision.broken_off)} "
            "The lesson took the line up again here."
        )
    if decision.off_record:
        yield Paragraph(f"Off the record since: {ended(decision.off_record)}")
    if decision.way:
        yield Paragraph(f"Read on the way: {'; '.join(decision.way)}.")
    if decision.hidden:
        yield Paragraph("The teacher passed over this scene.")


def _ruled(decision: DecisionReport) -> str:
    return f"{decision.ruled} {ended(decision.why)}" if decision.why else decision.ruled


def _votes(decision: DecisionReport) -> Iterator[Block]:
    if decision.first is None and decision.second is None:
        return
    rows = tuple(
        (f"{each.letter}: {each.words}", _cell(each.first), _cell(each.second), _change(each))
        for each in decision.options
    )
    yield Table("The votes", ("Option", "First vote", "Second vote", "Change"), rows)
    polls = (("First vote", decision.first), ("Second vote", decision.second))
    for name, poll in polls:
        if poll is not None:
            hands = f" {poll.hands} of them counted by hand." if poll.hands else ""
            yield Paragraph(f"{name}: {poll.words}.{hands}")
    if decision.both:
        yield Paragraph(
            f"{decision.changed} of {decision.both} who voted twice changed their vote."
        )


def _cell(count: int | None) -> str:
    return "not held" if count is None else str(count)


def _change(option: OptionReport) -> str:
    if option.first is None or option.second is None:
        return ""
    moved = option.second - option.first
    return f"{moved} more" if moved > 0 else f"{-moved} fewer" if moved else "none"


def _record(decision: DecisionReport) -> Iterator[Block]:
    yield Heading(3, "What is recorded")
    yield Points(decision.recorded)
    rows = tuple(
        (
            f"{option.letter}: {option.words}",
            held.asks,
            held.line,
            "; ".join(held.told) or "nobody",
            "; ".join(held.against) or "nobody",
            held.why,
        )
        for option in decision.options
        for held in option.record
    )
    if rows:
        columns = (
            "Option",
            "What is asked",
            "How well known",
            "Told by",
            "Against",
            "Why, and notes",
        )
        yield Table("What the record has on each option", columns, rows)


def _said(decision: DecisionReport) -> Iterator[Block]:
    if not decision.answered:
        return
    yield Heading(3, ASKED_KNOWN)
    rows = tuple(
        (
            f"{count.name}: {KNOWN_WORDS[count.name]}",
            str(count.count),
            ", ".join(each.letter for each in decision.options if count.name in each.families)
            or "none",
        )
        for count in decision.said
    )
    columns = ("Answer", "Said by", "The record has this of")
    yield Table("What the class said of the record, beside what the record has", columns, rows)
    yield Paragraph(
        f"{decision.fitting} of {decision.answered} answers name what the record has for the "
        "option that was voted for."
    )


def _reasons(decision: DecisionReport) -> Iterator[Block]:
    if not decision.given:
        return
    yield Heading(3, "Reasons")
    given = number(decision.given, "reason was", "reasons were")
    yield Paragraph(f"{given} given; {decision.citing} of them rest on an account.")
    for reason in decision.reasons:
        yield Quote(reason.text, f"Rests on: {reason.account}." if reason.account else "")


def _made_up(report: Report) -> Iterator[Block]:
    rows = tuple(
        (f"{decision.number}. {decision.title}", option.words, held.status, held.why)
        for decision in report.decisions
        for option in decision.options
        for held in option.record
        if option.taken and held.status in {"invented", "inferred"}
    )
    yield Heading(2, "What was made up on the class's way")
    if rows:
        columns = ("Where", "What", "Kind", "Reason")
        yield Table("What the class took that no account tells", columns, rows)
    else:
        yield Paragraph("Nothing that the class took was invented or inferred.")


def _door(report: Report) -> Iterator[Block]:
    if not report.door:
        return
    yield Heading(2, "At the door")
    columns = ("Question", *DOOR_ANSWERS.values())
    rows = tuple(
        (each.question, *(str(count.count) for count in each.answers)) for each in report.door
    )
    yield Table("Three questions, answered without names", columns, rows)


def _course(log: tuple[Entry, ...]) -> Iterator[Block]:
    rows = tuple(
        (_instant(each.at), str(each.round or ""), _ACTS.get(each.act, each.act), each.words)
        for each in log
    )
    if rows:
        yield Heading(2, "How the lesson went")
        yield Table("What was done, and when", ("Minute", "Decision", "What", "Note"), rows)


def _about(report: Report) -> Iterator[Block]:
    yield Heading(2, "About this report")
    made = f"Made by otherside {report.app} from '{report.story_id}', {report.fingerprint[:12]}."
    yield Points((*report.credits, made, _KEEP_NONE))


def _instant(at: int) -> str:
    minutes, seconds = divmod(at // SECOND, _MINUTE)
    return f"{minutes}:{seconds:02}"


def _listed(title: str, items: tuple[str, ...]) -> Iterator[Block]:
    if items:
        yield Heading(2, title)
        yield Points(items)


def _points(items: tuple[str, ...], otherwise: str) -> Iterator[Block]:
    yield Points(items) if items else Paragraph(otherwise)
