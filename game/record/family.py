"""This is who took a claim from whom: from the accounts at its origin down to the last taker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from game.model.record import Account, Question, Telling, Unknown
from game.model.story import Story
from game.record.voice import Voice, voices


@dataclass(frozen=True, slots=True)
class Kin:
    """An account on the way that a claim came down, with those that took it from there."""

    account: Account
    tellings: tuple[Voice, ...]
    """Where it tells the claim, or a narrower one; empty where it is only an origin of others."""
    first_hand: bool
    unknown: bool
    """Nobody can say from whom it has this."""
    takers: tuple[Kin, ...]


@dataclass(frozen=True, slots=True)
class _Link:
    """What is known of one account's telling: from whom, at first hand, or from nobody knows."""

    sources: frozenset[str]
    first_hand: bool
    unknown: bool


def family(story: Story, question: Question, claim: str) -> tuple[Kin, ...]:
    """Give the roots of a claim's telling, in the order of the accounts, with all takers.

    A telling's ``from`` goes before its account's ``rests_on``. Who took it from two stands below
    both. The reader has refused loops of ``rests_on``; one made by ``from`` is cut where it closes.
    """
    told: dict[str, list[Voice]] = {}
    for voice in voices(story, question, claim).told:
        told.setdefault(voice.account.account, []).append(voice)
    links = _links(story, told)
    takers: dict[str, list[str]] = {name: [] for name in links}
    for name in story.accounts:
        for source in links[name].sources if name in links else ():
            takers[source].append(name)
    tree = _Tree(story, told, links, takers)
    return tuple(tree.kin(name, frozenset()) for name in _roots(story, links))


@dataclass(frozen=True, slots=True)
class _Tree:
    story: Story
    told: Mapping[str, list[Voice]]
    links: Mapping[str, _Link]
    takers: Mapping[str, list[str]]

    def kin(self, name: str, above: frozenset[str]) -> Kin:
        """Give an account with its takers, as far as they are not above it."""
        link = self.links[name]
        above |= {name}
        return Kin(
            self.story.accounts[name],
            tuple(self.told.get(name, ())),
            link.first_hand,
            link.unknown,
            tuple(self.kin(taker, above) for taker in self.takers[name] if taker not in above),
        )


def _links(story: Story, told: Mapping[str, list[Voice]]) -> dict[str, _Link]:
    """Give the link of every teller and of every account that a telling comes down through."""
    found: dict[str, _Link] = {}
    waiting = list(told)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name] = _link(story, story.accounts[name], told.get(name, ()))
            waiting.extend(found[name].sources)
    return found


def _link(story: Story, account: Account, tellings: list[Voice] | tuple[Voice, ...]) -> _Link:
    descents = [_descent(account, voice.telling) for voice in tellings] or [account.rests_on]
    known = [each for each in descents if not isinstance(each, Unknown)]
    sources = frozenset(chain.from_iterable(known)) - {account.account}
    return _Link(
        frozenset(source for source in sources if source in story.accounts),
        first_hand=any(not each or account.account in each for each in known),
        unknown=len(known) < len(descents),
    )


def _descent(account: Account, telling: Telling) -> tuple[str, ...] | Unknown:
    return account.rests_on if telling.source is None else telling.source


def _roots(story: Story, links: Mapping[str, _Link]) -> list[str]:
    """Give the accounts that took it from nobody; in a loop, its first account."""
    roots = [name for name in story.accounts if name in links and not links[name].sources]
    reached = _below(links, roots)
    for name in story.accounts:
        if name in links and name not in reached:
            roots.append(name)
            reached |= _below(links, [name])
    return roots


def _below(links: Mapping[str, _Link], names: list[str]) -> set[str]:
    reached: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting.extend(each for each, link in links.items() if name in link.sources)
    return reached
