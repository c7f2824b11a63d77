"""This is what a renaming is asked to do, made sure of against the names that a story has."""

from __future__ import annotations

import keyword
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from game.loading.field import ID, SCENE_ID, Pattern
from game.loading.name import Family, near
from game.loading.story import NAME, RESERVED
from game.problem import GameError
from game.renaming.mention import Mention, Use

KINDS: Final[Mapping[str, Family]] = {
    each.value: each
    for each in (
        Family.SCENE,
        Family.CHOICE,
        Family.QUESTION,
        Family.CLAIM,
        Family.ACCOUNT,
        Family.STATE,
        Family.PERSON,
        Family.PLACE,
        Family.WORD,
        Family.VARIABLE,
        Family.PART,
        Family.LINE,
        Family.ROLE,
        Family.LESSON,
    )
}
"""What can be renamed, by the word for it."""
_HELD: Final[Mapping[Family, tuple[tuple[Family, ...], str]]] = {
    Family.PART: ((Family.SCENE, Family.CHOICE), "."),
    Family.SCENE: ((Family.CHOICE,), "/"),
    Family.QUESTION: ((Family.CLAIM,), "/"),
    Family.ACCOUNT: ((Family.STATE,), "/"),
}
"""What is named after each kind, and by which sign."""
_INNER: Final = (Family.CHOICE, Family.CLAIM, Family.STATE)


class NotRenamed(GameError):
    """A renaming was asked for that cannot be; nothing was written."""

    exit_code = 2


@dataclass(frozen=True, slots=True)
class Change:
    """One thing's name, before and after, both in full."""

    family: Family
    old: str
    new: str

    def now(self, family: Family, name: str) -> str:
        """Give what a name of a family is afterwards."""
        if family is self.family and name == self.old:
            return self.new
        held, sign = _HELD.get(self.family, ((), ""))
        if family in held and name.startswith(self.old + sign):
            return self.new + name.removeprefix(self.old)
        return name


def change_of(found: Iterable[Mention], old: str, new: str, kind: Family | None) -> Change:
    """Say what is to be renamed to what. Raises ``NotRenamed`` with what stands against it."""
    declared = {(each.family, each.name): each for each in found if each.use is Use.DECLARED}
    family = _family(declared, old, kind)
    if family in _INNER and "/" not in new:
        new = f"{old.partition('/')[0]}/{new}"
    _check_shape(family, old, new)
    if old == new:
        raise NotRenamed(f"The {family.value} is called '{old}' already.")
    taken = declared.get((family, new))
    if taken is not None:
        raise NotRenamed(
            f"There is a {family.value} '{new}' already, at {taken.file}:{taken.line}. "
            "Choose another name."
        )
    part = new.partition(".")[0]
    if family is Family.SCENE and (Family.PART, part) not in declared:
        raise NotRenamed(
            f"There is no part '{part}', with which the id '{new}' begins. "
            "Rename within a part, or declare the part in story.yaml first."
        )
    return Change(family, old, new)


def _family(
    declared: Mapping[tuple[Family, str], Mention], old: str, kind: Family | None
) -> Family:
    kinds = [family for family, name in declared if name == old]
    if kind is not None:
        if kind not in kinds:
            known = [name for family, name in declared if family is kind]
            raise NotRenamed(f"There is no {kind.value} '{old}'. {near(old, known)}".rstrip())
        return kind
    if not kinds:
        known = [name for _, name in declared]
        raise NotRenamed(f"Nothing in the story is called '{old}'. {near(old, known)}".rstrip())
    if len(kinds) > 1:
        several = " and ".join(_with_article(each) for each in kinds)
        ways = " or ".join(f"`--kind {each.value}`" for each in kinds)
        raise NotRenamed(f"'{old}' is {several}. Say which: {ways}.")
    return kinds[0]


def _with_article(family: Family) -> str:
    return f"{'an' if family.value[0] in 'aeiou' else 'a'} {family.value}"


def _check_shape(family: Family, old: str, new: str) -> None:
    outer, slash, own = new.rpartition("/")
    if family in _INNER and outer != old.rpartition("/")[0]:
        raise NotRenamed(
            f"'{old}' stays where it is: write '{old.rpartition('/')[0]}/…', or the last part only."
        )
    shape = _shape(family)
    if not shape.pattern.fullmatch(own) or (slash and family not in _INNER):
        raise NotRenamed(f"'{new}' cannot be the id of a {family.value}. {shape.hint}")
    if family is Family.CLAIM and own == "none":
        raise NotRenamed("No claim can be called 'none': that is an answer nobody gives.")
    if family is Family.VARIABLE and (keyword.iskeyword(own) or own in RESERVED):
        raise NotRenamed(f"'{own}' means something else in conditions. Choose another name.")


def _shape(family: Family) -> Pattern:
    if family is Family.SCENE:
        return SCENE_ID
    return NAME if family is Family.VARIABLE else ID
