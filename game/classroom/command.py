"""This is what `otherside class` does: hold a lesson, print its kit, or list its hard passages."""

from __future__ import annotations

from game.classroom.order import Order
from game.model.story import Story
from game.problem import GameError


class NotInstalled(GameError):
    """The server's packages are not there."""

    exit_code = 2

    def __init__(self, package: str) -> None:
        """Name the one that is missing."""
        super().__init__(
            f"A class needs the package '{package}', which is not installed. In a checkout: make "
            "class. Otherwise: pip install 'other-side-1938[class]'."
        )


def hold(story: Story, order: Order) -> int:
    """Do what was ordered and give the exit code.

    Raises ``NotInstalled``, and what ``lectern.teach`` and ``kit.write`` raise.
    """
    if order.preview or order.kit is not None:
        from game.classroom.kit import prepare

        return prepare(story, order)
    try:
        from game.classroom.lectern import teach
    except ModuleNotFoundError as fault:
        if fault.name not in {"aiohttp", "segno"}:
            raise
        raise NotInstalled(fault.name) from fault
    return teach(story, order)
