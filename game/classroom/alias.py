"""This is what a seat is called: a generated name that belongs to nobody."""

from __future__ import annotations

from math import gcd
from typing import Final

from game.classroom.lot import draw

_KIND_WORDS: Final = """
amber ash autumn birch blue breezy bright brisk bronze calm cedar clear clover cobalt copper
coral dawn deep distant early east evening first far fern field fresh garden gold grass green
grey harbour hazel high hill indigo inland island jade lake lantern late leaf level lilac lime
linen lone maple
"""
_THING_WORDS: Final = """
acorn alder anchor apple arch aster barley basket beacon bell bellows bench berry boat bough
brook bridge button candle canoe cherry chestnut cloud comet compass crane creek crocus current
dove drum elm falcon feather ferry finch flint flute fountain garland gate ginger globe grove
gull harp heron hinge ibis inkwell iris ivy jay kettle kite ladder lark larch lighthouse lily
linnet lute lynx marsh meadow mill moon moss oak oar orchard otter owl paddle pebble petal pine
plum pond poplar quill rain reed ridge river robin rook rowan rudder sail shell shore
"""
_KINDS: Final = tuple(_KIND_WORDS.split())
_THINGS: Final = tuple(_THING_WORDS.split())
CHOICE: Final = 3
"""Of so many names a student picks one."""


def alias(seed: int, number: int) -> str:
    """Give the name with a number; no two numbers of one lesson have the same name."""
    size = len(_KINDS) * len(_THINGS)
    stride = 1 + draw(seed, "stride", below=size - 1)
    while gcd(stride, size) > 1:
        stride += 1
    again, place = divmod(number, size)
    place = (draw(seed, "alias", below=size) + place * stride) % size
    kind, thing = divmod(place, len(_THINGS))
    name = f"{_KINDS[kind]} {_THINGS[thing]}".capitalize()
    return f"{name} {again + 1}" if again else name


def offered(seed: int, first: int) -> tuple[str, ...]:
    """Give the names that one student may pick from."""
    return tuple(alias(seed, first + each) for each in range(CHOICE))
