"""This is a page in sentences: no boxes, no colour, one thing after another."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from game.model.prose import plain
from game.model.record import Account
from game.model.story import Story
from game.playing.matter import Front, cited, counts
from game.playing.page import Closing, Finish, Heading, Offer, Page, Taken
from game.playing.source import extent, making
from game.record.finding import Finding
from game.record.status import Status
from game.record.voice import Voice

EVERYBODY = 1_000
A_FEW = 2
"""So many are heard on a side after a choice; ``e`` hears everybody."""
_COUNTED = (Status.ONE_TELLER, Status.ATTESTED)
"""Where the count says already how many accounts there are."""
HELP = (
    "Type a number to choose. Besides that you may type a letter, or the word before the colon:",
    "e  evidence: what the record has about your last choice, in full",
    "c  compare: every answer to its question, and who gives it; c and words, about another",
    "t  tree: who took the claim from whom; t 2, for the second of the answers compared",
    "o  source: the accounts last named; o 2, the second of them in full",
    "m  marks: what the words of this page rest on; m 2 opens one; ] and [ step through them",
    "l  log: all that you met; l disputed, only those; l and words searches; l 3 opens one",
    "w  who: w and a name, of a person, a place or a word; w alone, all the names",
    "a  accuracy: what no account tells in this part, and why it is there; a all, everywhere",
    "map  where you are, what lies around, where accounts put him",
    "timeline  what you met that has a date; story, which scenes you met",
    "d  debrief: your path so far beside the record",
    "j  journal: your choices so far",
    "u  undo: take back the last choice",
    "r 3  rewind: go back to just before choice 3",
    "what 3  what if: go back to choice 3 only to see; your play waits, and stays as it is saved",
    "return  from a what if, back to your play; keep, to make the new way your play",
    "endings  those you have met, and how many there are",
    "x  again: the text again",
    "k  hard: pass over what is hard on this page, or read it after all",
    "settings  all that can be settled; settings torture skip, never to be told of torture",
    "s  save: now",
    "n  new: begin again from the start",
    "title  back to the title, where the play was opened there; the play is kept",
    "q  quit",
    "copy page.txt  the words of this page as a file, with where they are from",
    "export log.md  the log as a file, for reading; export log.csv, for a spreadsheet",
    "?  help: this list",
)
"""What may be typed."""


def statuses() -> Iterator[str]:
    """Say what each status means."""
    for status in Status:
        yield f"{status.value.upper()} {status.letter}: {status.meaning}"


def front(matter: Front) -> Iterator[str]:
    """Say what stands before a play."""
    yield matter.title
    for beats in (matter.opening, matter.advisory):
        for beat in beats:
            for line in beat:
                yield ""
                yield plain(line)


def whereabouts(heading: Heading) -> str:
    """Say the part, the time, the place and whose scene it is."""
    said = (heading.part, heading.when, heading.where, heading.role)
    return ". ".join(each for each in said if each)


def what_if(since: str) -> str:
    """Say that the play waits, and how to get back to it."""
    return f"What if, since '{since}'. Type return to go back to your play."


def offers(page: Page, *, before: bool) -> Iterator[str]:
    """Say the choices by number; ``before`` says whether with what the record has."""
    for offer in page.offers:
        mark = f" {_statuses(offer)}" if before and offer.findings else ""
        yield f"{offer.number}. {plain(offer.text)}{mark}"


def chosen(
    taken: Taken, *, explained: Container[Status] = frozenset(Status), most: int = EVERYBODY
) -> Iterator[str]:
    """Say what was chosen and, unless it turned a page, how well it is known.

    A status that has not been ``explained`` yet is said with what it means.
    """
    yield f"You chose: {plain(taken.text)}"
    if taken.leaves and not taken.off_record:
        yield "With this the play leaves the record."
    for finding in taken.findings:
        if finding.question is not None and len(taken.findings) > 1:
            yield f"Asked: {finding.question.asks}"
        yield from known(finding, off_record=bool(taken.off_record), his=taken.his, most=most)
        if finding.status is not None and finding.status not in explained:
            yield from _meaning(finding)


def known(
    finding: Finding, *, off_record: bool = False, his: bool = False, most: int = EVERYBODY
) -> Iterator[str]:
    """Say how well one thing is known, and who speaks on it with the place.

    Of an act of ``his`` it says too that he is recorded as doing it, where somebody tells that. At
    ``most`` so many are heard on a side; how many more there are is said.
    """
    status = finding.status
    if status is None:
        return
    head = "The record has" if off_record else "How well known"
    did = "He is recorded as doing this." if his and finding.recorded else ""
    said = (f"{head}: {status.value.upper()} {status.letter}.", _counts(finding), did)
    yield " ".join(each for each in said if each)
    if finding.remark and status not in _COUNTED:
        yield f"Remark: {sentence(finding.remark)}"
    yield from _heard(finding, most)
    if finding.why:
        yield f"{'Reasoned' if status is Status.INFERRED else 'Why'}: {sentence(finding.why)}"
    if finding.note:
        yield f"Note: {sentence(finding.note)}"


def card(taken: Taken, story: Story) -> Iterator[str]:
    """Say everything the record has about a choice."""
    yield f"Choice {taken.turn}: {plain(taken.text)}"
    if taken.off_record:
        yield f"The play was off the record since: {taken.off_record}"
    if not taken.findings:
        yield "This only turns a page or looks at something. The record has nothing to say on it."
    for finding in taken.findings:
        yield ""
        yield from _question(finding, "The choice answers")
        yield from known(finding, off_record=bool(taken.off_record), his=taken.his)
        yield from _details(finding)
        for premise in finding.premises:
            question = story.questions[premise.question]
            yield f"It rests on: {sentence(question.claims[premise.claim].says)}"
        yield from _meaning(finding)


def claim_card(finding: Finding) -> Iterator[str]:
    """Say everything the record has about a claim."""
    yield from _question(finding, "The claim")
    yield from known(finding)
    yield from _details(finding)
    yield from _meaning(finding)


def journal(taken: Iterable[Taken], *, bare: bool = False) -> Iterator[str]:
    """Say the choices so far by number, with how well each is known unless that is kept back."""
    nothing = True
    for each in taken:
        nothing = False
        mark = f" {_statuses(each)}" if each.findings and not bare else ""
        yield f"{each.turn}. {_place(each)}{plain(each.text)}{mark}"
    if nothing:
        yield "You have made no choice yet."


def ending(finish: Finish) -> Iterator[str]:
    """Say which ending this is and how well it is known."""
    yield f"The end: {sentence(finish.title)}"
    if finish.left_at is not None:
        left = finish.left_at
        yield f"The play left the record at choice {left.turn}: {plain(left.text)}"
    for finding in finish.findings:
        yield from known(finding, off_record=finish.left_at is not None)


def closing(last: Closing) -> Iterator[str]:
    """Say the last screen: numbers, names, credits."""
    if last.numbers:
        yield "What is told of those he harmed"
    asked = ""
    for number in last.numbers:
        if number.asks != asked:
            asked = number.asks
            yield ""
            yield asked
        yield f"{number.says} {number.status.upper()}. Told by: {'; '.join(number.told_by)}."
    if last.names:
        yield ""
        yield "Names"
    for name in last.names:
        yield f"{name.name}. {plain(name.text)}"
    yield ""
    yield from last.credits


def _heard(finding: Finding, most: int) -> Iterator[str]:
    voices = finding.voices
    sides = (
        ("For", voices.told),
        ("Against", voices.against),
        ("Retold otherwise", voices.retold),
        ("Reported", voices.reported),
        ("Doubted", voices.doubted),
    )
    for word, heard in sides:
        said = list(_spoken(word, heard, finding))
        yield from said[:most]
        if len(said) > most:
            yield f"{word}: {len(said) - most} more; e hears them."
    if finding.silent:
        yield f"Silent: {'. '.join(account.label for account in finding.silent)}."


def _spoken(word: str, voices: Iterable[Voice], finding: Finding) -> Iterator[str]:
    """Say who speaks so, one claim a sentence, so that nothing is said twice."""
    by_claim: dict[str, list[Voice]] = {}
    for voice in voices:
        by_claim.setdefault(voice.claim.claim, []).append(voice)
    for spoken in by_claim.values():
        who = "; ".join(cited(voice.account, voice.telling) for voice in spoken)
        denied = any(voice.telling in voice.claim.denied_by for voice in spoken)
        yield f"{word}: {who}: {'denies this: ' if denied else ''}{sentence(spoken[0].claim.says)}"
    if word == "For" and not by_claim and finding.claim is not None:
        yield "For: nobody."


def _meaning(finding: Finding) -> Iterator[str]:
    if finding.status is not None:
        yield f"{finding.status.value.capitalize()} means: {finding.status.meaning}"


def _question(finding: Finding, head: str) -> Iterator[str]:
    if finding.question is not None:
        yield f"Asked: {finding.question.asks}"
    if finding.claim is not None:
        yield f"{head}: {sentence(finding.claim.says)}"
        if finding.claim.note:
            yield f"Note: {sentence(finding.claim.note)}"


def _details(finding: Finding) -> Iterator[str]:
    heard = finding.voices
    everyone = (*heard.told, *heard.against, *heard.retold, *heard.reported, *heard.doubted)
    for voice in everyone:
        if voice.telling.quote:
            yield f"{cited(voice.account, voice.telling)} says: {voice.telling.quote}"
        if voice.telling.note:
            yield f"On {cited(voice.account, voice.telling)}: {sentence(voice.telling.note)}"
    for account in {voice.account.account: voice.account for voice in everyone}.values():
        yield f"{account.label}: {_condition(account)}"


def _condition(account: Account) -> str:
    gains = (
        "nobody can be named who gains by it"
        if account.interest in {"", "none"}
        else f"who gains by it: {account.interest}"
    )
    return f"{account.kind}, {extent(account)}; {making(account)}; {sentence(gains)}"


def _counts(finding: Finding) -> str:
    spoken = finding.witnesses_for or finding.witnesses_against
    if finding.question is None or (finding.claim is None and not spoken):
        return ""
    return counts(finding).removesuffix(", 0 silent") + "."


def _statuses(told: Offer | Taken) -> str:
    """Give the statuses, the word always beside the mark."""
    judged = (each.status for each in told.findings if each.status)
    said = dict.fromkeys(f"{status.value.upper()} {status.letter}" for status in judged)
    return ", ".join(said)


def _place(taken: Taken) -> str:
    return f"{taken.scene_title}: " if taken.scene_title else ""


def sentence(words: str) -> str:
    """Give words with a full stop, unless they end a sentence already."""
    return words if words.endswith((".", "!", "?", "”", '"', "’")) else f"{words}."
