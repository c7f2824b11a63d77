"""This is what the record has, put into lines: one line, a margin, a card."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from rich.cells import cell_len
from textual.content import Content

from game.model.record import Account, Extent, Making
from game.model.story import Story
from game.playing.matter import counts
from game.playing.page import Taken
from game.record.finding import Finding
from game.record.status import Status
from game.record.voice import Voice
from game.tui.ink import BRIGHT, EMPTY, QUIET, STRONG, Block, between, fitting, join, prose, words
from game.tui.keymap import called_now
from game.tui.link import ToSource
from game.tui.sign import Signs

_READ = {
    Extent.WHOLE: "read whole",
    Extent.EXCERPT: "read in excerpt",
    Extent.CITED: "known through other works",
}
_MADE = {
    Making.FREELY: "",
    Making.UNDER_ARREST: "made under arrest",
    Making.UNKNOWN: "nobody knows how it was made",
}
RECORDED_AS = "He is recorded as doing this."


def badge(status: Status, signs: Signs) -> Content:
    """Write a status: its sign and its word, in the hue of its family."""
    return words(f"{signs.status(status)} {status.value.upper()}", f"bold ${status.family.value}")


def _remark(finding: Finding) -> str:
    """Give what the line adds; how many accounts there are is said with the witnesses."""
    counted = finding.status in (Status.ONE_TELLER, Status.ATTESTED)
    return "" if counted else finding.remark


def record_line(taken: Taken | None, signs: Signs, width: int) -> Content:
    """Write what the record has of a choice on one line; empty where it has no status.

    Nothing on it is cut: what has no room is left to the card.
    """
    if taken is None or not taken.findings:
        return EMPTY
    first, *others = taken.findings
    if first.status is None:
        return EMPTY
    lead = words("The record has: ", QUIET) if taken.off_record else EMPTY
    mark = join(lead, badge(first.status, signs))
    room = width - mark.cell_length - 3
    parts = [
        mark,
        words(_tally(first) or _why(first, room)),
        words(_remark(first)),
        *(badge(other.status, signs) for other in others if other.status),
        words(first.question.asks if first.question and not others else "", QUIET),
    ]
    dot = words(f" {signs.dot} ", QUIET)
    written = fitting((part for part in parts if part.plain), dot, width)
    return written if written.plain else badge(first.status, signs)


def _tally(finding: Finding) -> str:
    """Say how many are for and against; that nobody is for is in the word where it is."""
    said = counts(finding)
    return said.removeprefix("0 for, ") if finding.status is Status.AGAINST else said


def _why(finding: Finding, room: int) -> str:
    return finding.why if cell_len(finding.why) <= room else "the card says why"


def you(taken: Taken) -> Content:
    """Write what was chosen, quietly."""
    return join(words("You: ", QUIET), prose(taken.text, plain=True).stylize(QUIET))


def margin(taken: Taken | None, signs: Signs) -> list[Block]:
    """Write the margin beside the page: the last choice and who speaks on it."""
    if taken is None or not taken.findings:
        return []
    blocks = [
        Block(words("Your last choice", QUIET)),
        Block(prose(taken.text, plain=True)),
    ]
    if taken.off_record:
        blocks.append(Block(words("You are off the record. The record has:", QUIET), gap=1))
    for finding in taken.findings:
        blocks += _beside(finding, signs)
    blocks.append(Block(_ways_on(signs), gap=1))
    return blocks


def _ways_on(signs: Signs) -> Content:
    named = (
        (called_now(signs.keymap, name, own), name)
        for name, own in (("card", "e"), ("compare", "c"), ("tree", "t"))
    )
    return between(
        words("  "), (join(words(key, BRIGHT), words(f" {w}", QUIET)) for key, w in named)
    )


def _beside(finding: Finding, signs: Signs) -> list[Block]:
    blocks = _status_blocks(finding, signs)
    blocks += _short(finding.voices.told, "Told by", claims=False)
    blocks += _short(finding.voices.against, "Told otherwise by", claims=True)
    blocks += _short(finding.voices.retold, "Retold otherwise by", claims=True)
    if finding.silent:
        blocks += [Block(words("Silent", QUIET), gap=1), Block(_labels(finding.silent, signs))]
    if finding.why:
        blocks.append(Block(words(finding.why), gap=1))
    if finding.note:
        blocks.append(Block(words(finding.note), gap=1))
    return blocks


def _status_blocks(finding: Finding, signs: Signs) -> list[Block]:
    if finding.status is None:
        return []
    said = between(
        words(f" {signs.dot} ", QUIET), (words(counts(finding)), words(_remark(finding)))
    )
    return [Block(between(words("  "), (badge(finding.status, signs), said)), gap=1)]


def _short(voices: tuple[Voice, ...], caption: str, *, claims: bool) -> list[Block]:
    if not voices:
        return []
    blocks = [Block(words(caption, QUIET), gap=1)]
    if not claims:
        return blocks + [Block(_source(each), hang=2) for each in _by_account(voices)]
    for _, group in groupby(voices, key=lambda voice: voice.claim.claim):
        telling = tuple(group)
        blocks.append(Block(words(telling[0].claim.says)))
        blocks += [Block(_source(each), indent=2, hang=2) for each in _by_account(telling)]
    return blocks


def _by_account(voices: tuple[Voice, ...]) -> list[tuple[Voice, ...]]:
    """Put together what each account tells, in the order in which they begin to."""
    told: dict[str, tuple[Voice, ...]] = {}
    for voice in voices:
        told[voice.account.account] = (*told.get(voice.account.account, ()), voice)
    return list(told.values())


def _source(voices: tuple[Voice, ...]) -> Content:
    """Write an account with every place in it, each once."""
    states = list(dict.fromkeys(voice.telling.state for voice in voices))
    if len(states) == 1:
        state = f" ({states[0]})" if states[0] else ""
        label = words(voices[0].account.label + state, BRIGHT)
        places = dict.fromkeys(voice.telling.at for voice in voices if voice.telling.at)
    else:
        label = words(voices[0].account.label, BRIGHT)
        places = dict.fromkeys(filter(None, map(_place, voices)))
    return join(label, words(f", {'; '.join(places)}" if places else "", QUIET))


def _place(voice: Voice) -> str:
    state = f"({voice.telling.state})" if voice.telling.state else ""
    return " ".join(part for part in (state, voice.telling.at) if part)


def _labels(accounts: Iterable[Account], signs: Signs) -> Content:
    return words(f" {signs.dot} ".join(account.label.replace(" ", " ") for account in accounts))


def card(taken: Taken, story: Story, signs: Signs) -> list[Block]:
    """Write the whole card of a choice: every finding, everybody who speaks on it."""
    blocks = [Block(you(taken), hang=5)]
    if not taken.findings:
        blocks.append(
            Block(words("This choice turns a page. The record has nothing on it."), gap=1)
        )
    if taken.off_record:
        since = f"Off the record since “{taken.off_record}”."
        blocks.append(Block(words(since, "$conflict"), gap=1))
    for finding in taken.findings:
        blocks += finding_blocks(finding, story, signs, his=taken.his)
    return blocks


def finding_blocks(
    finding: Finding, story: Story, signs: Signs, *, his: bool = False
) -> list[Block]:
    """Write one finding in full; ``his`` is for what the man whom the record is about has done."""
    if finding.status is None:
        return []
    blocks = _asked(finding)
    blocks += _status_blocks(finding, signs)
    blocks.append(Block(words(finding.status.meaning, QUIET)))
    if his and finding.recorded and finding.claim is not None:
        blocks.append(Block(words(RECORDED_AS, STRONG)))
    blocks += _reasons(finding, story)
    voices = finding.voices
    blocks += _speakers(voices.told, "Told by", signs, finding)
    blocks += _speakers(voices.against, "Told otherwise by", signs, finding)
    blocks += _speakers(
        voices.retold,
        "Retold otherwise by those who have it from a teller; not counted",
        signs,
        finding,
    )
    blocks += _speakers(voices.reported, "Reported, as somebody’s version, by", signs, finding)
    blocks += _speakers(voices.doubted, "Doubted by", signs, finding)
    if finding.silent:
        blocks += [
            Block(words("Read whole, and silent", QUIET), gap=1),
            Block(_labels(finding.silent, signs), indent=2),
        ]
    if finding.note:
        blocks += [Block(words("Our note", QUIET), gap=1), Block(words(finding.note), indent=2)]
    return blocks


def _asked(finding: Finding) -> list[Block]:
    blocks = []
    if finding.question is not None:
        blocks.append(Block(words(finding.question.asks, STRONG), gap=2))
    if finding.claim is not None:
        blocks.append(Block(words(finding.claim.says)))
        if finding.claim.note:
            blocks.append(Block(words(finding.claim.note, QUIET)))
    elif finding.question is not None and finding.status is Status.AGAINST and not finding.why:
        blocks.append(Block(words("An answer that no account gives.")))
    return blocks


def _reasons(finding: Finding, story: Story) -> list[Block]:
    blocks = []
    if finding.why:
        caption = "Why we think so" if finding.premises else "Why"
        blocks += [Block(words(caption, QUIET), gap=1), Block(words(finding.why), indent=2)]
    if finding.premises:
        blocks.append(Block(words("Reasoned from", QUIET), gap=1))
    for premise in finding.premises:
        question = story.questions[premise.question]
        said = question.claims[premise.claim].says
        asked = words(f"{question.asks} ", QUIET)
        blocks.append(Block(join(asked, words(said)), indent=2, hang=2))
    return blocks


def _speakers(
    voices: tuple[Voice, ...], caption: str, signs: Signs, finding: Finding
) -> list[Block]:
    if not voices:
        return []
    blocks = [Block(words(caption, QUIET), gap=1)]
    for told in _by_account(voices):
        first = told[0]
        about = (finding.question.question, first.claim.claim) if finding.question else None
        link = ToSource(first.account.account, about)
        blocks.append(Block(_source(told), indent=2, hang=2, link=link))
        blocks += _tellings(told, finding)
        blocks.append(Block(words(_provenance(first.account, signs), QUIET), indent=4))
    return blocks


def _tellings(told: tuple[Voice, ...], finding: Finding) -> list[Block]:
    """Write what one account tells; where it tells several things, each with its place."""
    several = len({voice.claim.claim for voice in told}) > 1
    blocks = []
    said = ""
    for voice in told:
        same = finding.claim is not None and voice.claim.claim == finding.claim.claim
        where = f" ({_place(voice)})" if several and _place(voice) else ""
        if (several or not same) and voice.claim.says + where != said:
            said = voice.claim.says + where
            blocks.append(Block(join(words(voice.claim.says), words(where, QUIET)), indent=4))
        if voice.telling.quote:
            blocks.append(Block(words(f"“{voice.telling.quote}”"), indent=4))
        if voice.telling.note:
            blocks.append(Block(words(voice.telling.note), indent=4))
    return blocks


def _provenance(account: Account, signs: Signs) -> str:
    """Say how far we read an account, how it was made and who gains by it."""
    gains = account.interest if account.interest not in ("", "none", "unknown") else ""
    parts = (
        _READ[account.read],
        _MADE[account.made],
        f"worked out: {account.method}" if account.method else "",
        f"interest: {gains}" if gains else "",
    )
    return f" {signs.dot} ".join(part for part in parts if part)
