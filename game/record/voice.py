"""This is who speaks on a claim: for it, against it, about it, and who is silent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.model.record import Account, Claim, Extent, Question, Telling
from game.model.story import Story
from game.record.descent import Roots, forebears, telling_roots


@dataclass(frozen=True, slots=True)
class Voice:
    """One account's telling of one claim, with both at hand."""

    account: Account
    claim: Claim
    telling: Telling
    roots: Roots


@dataclass(frozen=True, slots=True)
class Voices:
    """Everybody who speaks on a question, seen from one of its claims or from outside them."""

    told: tuple[Voice, ...] = ()
    """Tell the claim, or a narrower one."""
    against: tuple[Voice, ...] = ()
    """Tell a rival or deny the claim, and count."""
    retold: tuple[Voice, ...] = ()
    """Tell a rival but have it from a teller of the claim: shown, not counted."""
    reported: tuple[Voice, ...] = ()
    doubted: tuple[Voice, ...] = ()


NOBODY = Voices()


def narrower(question: Question, claim: str) -> frozenset[str]:
    """Give the claims that stand within a claim, at any depth."""
    return frozenset(each for each in question.claims if claim in _above(question, each))


def wider(question: Question, claim: str) -> frozenset[str]:
    """Give the claims that a claim stands within, at any depth."""
    return frozenset(_above(question, claim))


def rivals(question: Question, claim: str) -> frozenset[str]:
    """Give the claims that cannot be true beside a claim."""
    if question.several:
        return frozenset()
    kin = narrower(question, claim) | wider(question, claim) | {claim}
    return frozenset(question.claims) - kin


def voices(story: Story, question: Question, claim: str | None) -> Voices:
    """Gather who speaks on a claim; ``None`` stands for an answer that no claim gives.

    Against such an answer stands whoever tells any claim of the question.
    """
    if claim is None:
        everyone = tuple(_speaking(story, question, question.claims, "told_by"))
        return Voices(against=everyone)
    below = {claim} | narrower(question, claim)
    above = {claim} | wider(question, claim)
    told = tuple(_speaking(story, question, below, "told_by"))
    tellers = {voice.account.account for voice in told}
    others = [
        voice
        for voice in _speaking(story, question, rivals(question, claim), "told_by")
        if voice.account.account not in tellers
    ]
    retold = tuple(voice for voice in others if forebears(story.accounts, voice.telling) & tellers)
    denied = [
        voice
        for voice in _speaking(story, question, above, "denied_by")
        if voice.account.account not in tellers
    ]
    return Voices(
        told=told,
        against=tuple(voice for voice in others if voice not in retold) + tuple(denied),
        retold=retold,
        reported=tuple(_speaking(story, question, below, "reported_by")),
        doubted=tuple(_speaking(story, question, above, "doubted_by")),
    )


def speakers(question: Question) -> frozenset[str]:
    """Give the accounts that say anything on a question, in any of the four voices."""
    return frozenset(
        telling.account
        for claim in question.claims.values()
        for telling in (*claim.told_by, *claim.reported_by, *claim.denied_by, *claim.doubted_by)
    )


def silent(story: Story, question: Question) -> tuple[Account, ...]:
    """Give the accounts read whole that do not answer a question.

    A computation answers only what it computes, so it is never called silent.
    """
    speaking = speakers(question)
    return tuple(
        account
        for account in story.accounts.values()
        if account.read is Extent.WHOLE
        and account.kind != "computed"
        and account.account not in speaking
    )


def _above(question: Question, claim: str) -> list[str]:
    found: list[str] = []
    outer = question.claims[claim].within
    while outer is not None and outer not in found and outer in question.claims:
        found.append(outer)
        outer = question.claims[outer].within
    return found


def _speaking(
    story: Story, question: Question, claims: Iterable[str], voice: str
) -> Iterator[Voice]:
    wanted = frozenset(claims)
    for claim in question.claims.values():
        if claim.claim not in wanted:
            continue
        tellings: tuple[Telling, ...] = getattr(claim, voice)
        for telling in tellings:
            account = story.accounts.get(telling.account)
            if account is not None:
                roots = telling_roots(story.accounts, telling)
                yield Voice(account, claim, telling, roots)
