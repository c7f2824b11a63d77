"""This is the debrief: a play beside the record it was played against. Nothing is scored.

Your path beside each account's, where you left the record, what was made up on the way, what cannot
be known, and last those he harmed, by number and by name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.engine.line import LineWalk, Rank, follow, rank
from game.engine.replay import Play, read_at
from game.engine.rules import Rules
from game.model.prose import MarkKind, plain
from game.model.record import Account, Claim, Question
from game.model.scene import Ending, Infers, Invents
from game.model.story import Route, Story
from game.record.finding import Finding, claim_finding
from game.record.voice import silent
from game.reporting.citation import EXTENTS
from game.reporting.decision import Answer, Decision, answers, decisions, known
from game.reporting.document import Block, Document, Heading, Paragraph, Points, Quote, Table
from game.reporting.invention import Ground, ground, premise_words
from game.reporting.phrase import closed, listing, number, place
from game.reporting.stance import Saying, Stance, sayings

LIKELIER = (
    "Imagining a branch in detail makes it feel likelier than it was. A way that you can see "
    "before you is not better attested for that: only what its status says speaks for it."
)
"""What a reader is told before going; the finding is Tetlock and Lebow's (2001)."""

NO_QUESTION = "no question"


@dataclass(frozen=True, slots=True)
class _Told:
    """A play with all that the report says of it."""

    rules: Rules
    play: Play
    led: int
    decisions: tuple[Decision, ...]
    ending: Ending | None
    last: tuple[Answer, ...]
    """The answers of the ending."""

    @property
    def story(self) -> Story:
        return self.rules.story

    @property
    def answers(self) -> Iterator[tuple[Decision, Answer]]:
        for decision in self.decisions:
            for answer in decision.answers:
                yield decision, answer


def debrief(rules: Rules, play: Play, *, led: int = 0) -> Document:
    """Give the debrief of a play; ``led`` choices at its front were a line's and are left out."""
    ending = rules.story.scenes[play.state.scene].ending
    last = answers(rules, ending.record) if ending else ()
    told = _Told(rules, play, led, decisions(rules, play, led), ending, last)
    sections = (
        _opening,
        _path,
        _partings,
        _decisions,
        _departures,
        _made_up,
        _unknown,
        _likelier,
        _numbers,
        _names,
    )
    blocks = tuple(block for section in sections for block in section(told))
    return Document(f"{rules.story.title}. Debrief", rules.story.language, blocks)


def _opening(told: _Told) -> Iterator[Block]:
    made = number(len(told.decisions), "decision")
    if told.ending is None:
        scene = told.story.scenes[told.play.state.scene]
        yield Paragraph(f"{made} so far. The play stands at “{scene.title or scene.scene}”.")
    else:
        yield Paragraph(f"{made}. The play ended: {closed(told.ending.title)}")
    if told.led:
        yield Paragraph(f"The first {number(told.led, 'choice')} followed an account's line.")
    yield Paragraph("Nothing here is a score. No way through the story is the right one.")


def _path(told: _Told) -> Iterator[Block]:
    lines = tuple(told.story.lines.values())
    yield Heading(2, "Your path beside each account's")
    if not told.decisions:
        yield Paragraph("No decision was made yet.")
        return
    yield Paragraph(
        "A row is one answer that a choice of yours gave. Silent: read whole, and it does not say. "
        "Not consulted: read in part or not at all, so it may say something."
    )
    rows = tuple(_path_row(told, each, answer) for each, answer in told.answers)
    yield Table(
        "Each decision: what you chose, how well it is known, what each line's accounts have",
        ("Decision", "You chose", "How well known", *(_line_name(told, line) for line in lines)),
        rows,
    )


def _path_row(told: _Told, decision: Decision, answer: Answer) -> tuple[str, ...]:
    first = answer is decision.answers[0]
    question = answer.finding.question
    name = decision.name if first else f"{decision.name}, also"
    words = decision.words if first or question is None else question.asks
    status = known((answer,))
    stances = (_line_stance(told, line, answer) for line in told.story.lines.values())
    return (name, words, status, *stances)


def _line_stance(told: _Told, line: Route, answer: Answer) -> str:
    """Give what a line has on an answer: the first account it follows that speaks is heard."""
    question = answer.finding.question
    if question is None:
        return NO_QUESTION
    heard = [
        (account, sayings(question, answer.claim, told.story.accounts[account])[0].stance)
        for account in line.follows
    ]
    for account, stance in heard:
        if stance.speaks:
            alone = len(line.follows) == 1
            return stance.value if alone else f"{told.story.accounts[account].label} {stance.value}"
    quiet = Stance.SILENT in {stance for _, stance in heard}
    return Stance.SILENT.value if quiet else Stance.NOT_CONSULTED.value


def _line_name(told: _Told, line: Route) -> str:
    if len(line.follows) == 1:
        return told.story.accounts[line.follows[0]].label
    return line.line.capitalize()


def _partings(told: _Told) -> Iterator[Block]:
    walks = [(line, follow(told.rules, name)) for name, line in told.story.lines.items()]
    if not walks or not told.decisions:
        return
    yield Heading(2, "Where their ways part from yours")
    yield Paragraph(
        "Each account's own way through the story, and the first scene at which what it says goes "
        "another way than you. Where an account is silent its way says nothing against yours."
    )
    yield Table(
        "Where each account's way parts from yours",
        ("Way of", "Parts at", "You chose", "It goes by"),
        tuple((_line_name(told, line), *_parting(told, walk)) for line, walk in walks),
    )


def _parting(told: _Told, walk: LineWalk) -> tuple[str, str, str]:
    theirs = {each.scene: each for each in reversed(decisions(told.rules, walk.play))}
    for mine in told.decisions:
        other = theirs.get(mine.scene)
        if other is None:
            return mine.name, mine.words, "It does not come here."
        if other.choice.choice != mine.choice.choice and _speaks(told, walk, other):
            return mine.name, mine.words, other.words
    return "It does not part from yours.", "", ""


def _speaks(told: _Told, walk: LineWalk, decision: Decision) -> bool:
    """Tell whether the line's accounts themselves say what its way does here."""
    follows = told.story.lines[walk.line].follows
    return rank(told.story, follows, decision.choice)[0] <= Rank.REPORTED


def _decisions(told: _Told) -> Iterator[Block]:
    if not told.decisions and not told.last:
        return
    yield Heading(2, "Decision by decision")
    seen: dict[tuple[str, str | None], str] = {}
    for decision in told.decisions:
        yield Heading(3, decision.name)
        yield Quote(decision.words)
        for answer in decision.answers:
            yield from _answer(told.story, answer, decision.name, seen)
    if told.ending is not None:
        yield Heading(3, f"The end: {told.ending.title}")
        for answer in told.last:
            yield from _answer(told.story, answer, "The end", seen)


def _answer(
    story: Story, answer: Answer, name: str, seen: dict[tuple[str, str | None], str]
) -> Iterator[Block]:
    finding = answer.finding
    yield Paragraph(_status(story, answer))
    question = finding.question
    if question is None:
        return
    key = (question.question, answer.claim)
    if key in seen:
        yield Paragraph(f"Who says what on it stands at “{seen[key]}”.")
        return
    seen[key] = name
    yield from _heard(story, question, answer.claim)


def _status(story: Story, answer: Answer) -> str:
    finding = answer.finding
    question = finding.question
    parts = [question.asks if question else "", _said(answer), _counted(finding)]
    parts += [finding.remark.capitalize(), finding.why]
    if finding.premises:
        parts.append(f"It rests on this: {premise_words(story, finding.premises)}")
    parts += [finding.note, finding.claim.note if finding.claim else ""]
    return " ".join(closed(part) for part in parts if part)


def _said(answer: Answer) -> str:
    if answer.finding.claim is not None:
        return answer.finding.claim.says
    return "" if isinstance(answer.entry, Infers | Invents) else "Your answer is in no account"


def _counted(finding: Finding) -> str:
    status = finding.status.value.capitalize() if finding.status else ""
    counts = (
        f"{number(finding.witnesses_for, 'witness', 'witnesses')} for it"
        if finding.witnesses_for
        else "",
        f"{finding.witnesses_against} against" if finding.witnesses_against else "",
    )
    counted = ", ".join(count for count in counts if count)
    return f"{status}: {counted}" if counted else status


def _heard(story: Story, question: Question, claim: str | None) -> Iterator[Block]:
    heard = [
        (account, each)
        for account in story.accounts.values()
        for each in sayings(question, claim, account)
    ]
    rows = tuple(_heard_row(account, each) for account, each in heard if each.stance.speaks)
    if rows:
        columns = ("Account", "What it does", "What it says", "Where", "How far read")
        yield Table(f"Who says what: {question.asks}", columns, rows)
    yield Paragraph(" ".join(_unheard(heard)))


def _heard_row(account: Account, saying: Saying) -> tuple[str, ...]:
    says = saying.claim.says if saying.claim else ""
    where = "; ".join(place(telling).removeprefix(", ") for telling in saying.tellings)
    return (account.label, saying.stance.value, says, where, EXTENTS[account.read])


def _unheard(heard: list[tuple[Account, Saying]]) -> Iterator[str]:
    quiet = [account.label for account, each in heard if each.stance is Stance.SILENT]
    absent = sum(each.stance is Stance.NOT_CONSULTED for _, each in heard)
    yield f"Silent: {listing(quiet)}." if quiet else "No account read whole is silent."
    if absent:
        yield f"Not consulted, being read in part or not at all: {number(absent, 'account')}."


def _departures(told: _Told) -> Iterator[Block]:
    yield Heading(2, "Where you left the record")
    items = tuple(_left(told))
    if items:
        yield Points(items)
    else:
        yield Paragraph("You did not leave the record.")


def _left(told: _Told) -> Iterator[str]:
    """Yield each departure: a play that is off the record does not leave it a second time."""
    until = -1
    for decision in told.decisions:
        leaves = decision.choice.leaves
        if leaves is None or decision.index <= until:
            continue
        until, where = _rejoined(told, decision.index, leaves.rejoins)
        yield f"{decision.name}: “{decision.words}” ({decision.known}). {where}"


def _rejoined(told: _Told, index: int, scene: str | None) -> tuple[int, str]:
    for later, turn in enumerate(told.play.turns[index + 1 :], start=index):
        if scene is not None and any(entered.scene == scene for entered in turn.entered):
            title = told.story.scenes[scene].title or scene
            return later, f"The record was joined again at “{title}”."
    return len(told.play.choices), "From there on the play was off the record."


def _made_up(told: _Told) -> Iterator[Block]:
    yield Heading(2, "What was made up on your way")
    rows = tuple(_made_up_rows(told))
    if not rows:
        yield Paragraph("Nothing that you chose was invented or inferred.")
        return
    yield Table(
        "What you played that no account tells, with the reason",
        ("Where", "What", "Kind", "Reason"),
        rows,
    )


def _made_up_rows(told: _Told) -> Iterator[tuple[str, ...]]:
    played = [(each.name, each.words, answer) for each, answer in told.answers]
    if told.ending is not None:
        played += [("The end", told.ending.title, answer) for answer in told.last]
    for name, words, answer in played:
        found = ground(answer.entry)
        if found is not None:
            yield (name, words, found.kind, _reason(told.story, found))


def _reason(story: Story, found: Ground) -> str:
    if not found.premises:
        return closed(found.reason)
    return f"{closed(found.reason)} It rests on this: {premise_words(story, found.premises)}"


def _unknown(told: _Told) -> Iterator[Block]:
    yield Heading(2, "What cannot be known")
    asked = [
        each for each in _met(told) if not any(claim.told_by for claim in each.claims.values())
    ]
    if not asked:
        yield Paragraph("Every question that you met is answered by somebody.")
        return
    yield Paragraph("Questions that you met and that nobody answers.")
    yield Points(tuple(_open(told.story, question) for question in asked))


def _open(story: Story, question: Question) -> str:
    quiet = len(silent(story, question))
    if not quiet:
        return question.asks
    return f"{question.asks} {number(quiet, 'account')} read whole: silent."


def _met(told: _Told) -> Iterator[Question]:
    """Yield each question that an answer or a mark in what was read touches, once."""
    played = (*(answer for _, answer in told.answers), *told.last)
    names = [each.finding.question.question for each in played if each.finding.question]
    names += _marked(told)
    return (told.story.questions[name] for name in dict.fromkeys(names))


def _marked(told: _Told) -> Iterator[str]:
    turns = range(told.led, len(told.play.turns))
    entered = (each for turn in turns for each in read_at(told.story, told.play, turn, told.led))
    runs = (
        run for each in entered for beat in told.rules.beats(each) for line in beat for run in line
    )
    for run in runs:
        if run.mark is not None and run.mark.kind is MarkKind.CLAIM:
            yield run.mark.target.partition("/")[0]


def _likelier(_: _Told) -> Iterator[Block]:
    yield Heading(2, "A branch feels likelier than it was")
    yield Paragraph(LIKELIER)


def _numbers(told: _Told) -> Iterator[Block]:
    rows = tuple(
        _number(told.story, question, claim)
        for question in told.story.questions.values()
        if question.about_victims
        for claim in question.claims.values()
        if claim.told_by
    )
    yield Heading(2, "Those he harmed")
    if rows:
        columns = ("What is asked", "What is told", "How well known", "Told by")
        yield Table("The numbers, as they are told", columns, rows)
    else:
        yield Paragraph("No account gives a number.")


def _number(story: Story, question: Question, claim: Claim) -> tuple[str, ...]:
    status = claim_finding(story, question, claim.claim).status
    tellers = (
        f"{story.accounts[telling.account].label}{place(telling)}" for telling in claim.told_by
    )
    return (question.asks, claim.says, status.value if status else "", "; ".join(tellers))


def _names(told: _Told) -> Iterator[Block]:
    people = [each for each in told.story.people.values() if each.about_victims]
    if not people:
        yield Paragraph("No account that was read names any of them.")
        return
    yield Heading(3, "By name")
    texts = (plain(told.rules.line(each.text, told.play.state)) for each in people)
    yield Points(tuple(f"{each.name}. {text}" for each, text in zip(people, texts, strict=True)))
