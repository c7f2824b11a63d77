"""This is from whom a telling comes down.

A root is an account at first hand. ``UNKNOWN`` among the roots means that nobody can say, and such
a telling may share a root with any other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from game.model.record import UNKNOWN, Account, Telling, Unknown

Root: TypeAlias = str | Unknown
Roots: TypeAlias = frozenset[Root]


def account_roots(accounts: Mapping[str, Account], account: str) -> Roots:
    """Give the roots of an account. The reader has refused loops; one met here ends unknown."""
    return _roots(accounts, account, frozenset())


def telling_roots(accounts: Mapping[str, Account], telling: Telling) -> Roots:
    """Give the roots of one telling: of its ``from`` where it has one, else of its account.

    A ``from`` that names the telling's own account says that this was told at first hand.
    """
    if telling.source is None:
        return account_roots(accounts, telling.account)
    if isinstance(telling.source, Unknown):
        return frozenset({UNKNOWN})
    roots: set[Root] = set()
    for source in telling.source:
        if source == telling.account:
            roots.add(source)
        else:
            roots |= account_roots(accounts, source)
    return frozenset(roots) or frozenset({telling.account})


def forebears(accounts: Mapping[str, Account], telling: Telling) -> frozenset[str]:
    """Give every account that a telling comes down through, itself left out.

    What was told at first hand, though the account rests on others elsewhere, comes through none.
    """
    first = telling.source
    if first is None:
        account = accounts.get(telling.account)
        first = account.rests_on if account else ()
    waiting = (
        [] if isinstance(first, Unknown) else [each for each in first if each != telling.account]
    )
    found: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        account = accounts.get(name)
        if account and not isinstance(account.rests_on, Unknown):
            waiting.extend(account.rests_on)
    return frozenset(found - {telling.account})


def _roots(accounts: Mapping[str, Account], name: str, above: frozenset[str]) -> Roots:
    account = accounts.get(name)
    if account is None or name in above or isinstance(account.rests_on, Unknown):
        return frozenset({UNKNOWN})
    if not account.rests_on:
        return frozenset({name})
    roots: set[Root] = set()
    for source in account.rests_on:
        roots |= _roots(accounts, source, above | {name})
    return frozenset(roots)
