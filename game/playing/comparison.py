"""This is a question laid out: accounts down, claims across."""

from __future__ import annotations

from collections.abc import Iterator

from game.model.record import Account, Claim, Extent, Question, Telling
from game.model.story import Story
from game.playing.evidence import Cell, Column, Comparison, Row
from game.playing.source import extent, place
from game.record.finding import claim_finding
from game.record.voice import narrower, rivals, silent, speakers, wider


def comparison(story: Story, question: Question) -> Comparison:
    """Lay a question out: first who speaks on it, then who is silent, then who was not consulted.

    A computation that does not answer is neither of the last two, and is left out.
    """
    return Comparison(
        question.question,
        question.asks,
        question.several,
        tuple(_column(story, question, claim) for claim in question.claims.values()),
        tuple(_rows(story, question)),
    )


def _column(story: Story, question: Question, claim: Claim) -> Column:
    finding = claim_finding(story, question, claim.claim)
    outer = question.claims.get(claim.within or "")
    return Column(
        claim.claim,
        claim.says,
        outer.says if outer else "",
        finding.status,
        finding.witnesses_for,
        finding.witnesses_against,
    )


def _rows(story: Story, question: Question) -> Iterator[Row]:
    speaking = speakers(question)
    for account in story.accounts.values():
        if account.account in speaking:
            cells = (_cell(question, each, account.account) for each in question.claims)
            yield Row(account.account, account.label, extent(account), tuple(cells))
    for account in silent(story, question):
        yield _alike(question, account, Cell.SILENT)
    for account in story.accounts.values():
        if account.account not in speaking and account.read is not Extent.WHOLE:
            yield _alike(question, account, Cell.NOT_CONSULTED)


def _alike(question: Question, account: Account, cell: Cell) -> Row:
    return Row(
        account.account, account.label, extent(account), tuple((cell, "") for _ in question.claims)
    )


def _cell(question: Question, claim: str, account: str) -> tuple[Cell, str]:
    """Give what an account has on a claim: the most direct thing first."""
    own = {claim}
    below = narrower(question, claim)
    above = own | wider(question, claim)
    # what denies or doubts the wider claim does so of the narrower too
    ways = (
        (Cell.TELLS, own, "told_by"),
        (Cell.NARROWER, below, "told_by"),
        (Cell.DENIES, above, "denied_by"),
        (Cell.REPORTS, own | below, "reported_by"),
        (Cell.DOUBTS, above, "doubted_by"),
    )
    for cell, claims, voice in ways:
        places = [place(each) for each in _tellings(question, claims, voice, account)]
        if places:
            return cell, "; ".join(each for each in places if each)
    against = _tellings(question, rivals(question, claim), "told_by", account)
    return (Cell.RIVAL if against else Cell.NOTHING), ""


def _tellings(
    question: Question, claims: frozenset[str] | set[str], voice: str, account: str
) -> list[Telling]:
    return [
        telling
        for claim in question.claims.values()
        if claim.claim in claims
        for telling in getattr(claim, voice)
        if telling.account == account
    ]
