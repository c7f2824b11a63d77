"""This is what every rule module offers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from game.model.story import Story
from game.problem import Problem, Severity


class Rule(Protocol):
    """A module of ``rules/``: its docstring is the manual page, its samples are run as tests.

    A sample is the scenes of a small story; a line ``# story.yaml`` or ``# record/...`` begins
    what it needs of another file. The rest of the story is the same for all samples.
    """

    __doc__: str | None

    @property
    def CODE(self) -> str:  # noqa: N802 - a constant of the module
        """A letter for the family, and three digits.

        S structure, L logic, E evidence, P prose, A access, H ethics: what is owed to those harmed.
        """

    @property
    def NAME(self) -> str:  # noqa: N802 - a constant of the module
        """Two or three words with hyphens, as the module is called."""

    @property
    def SEVERITY(self) -> Severity:  # noqa: N802 - a constant of the module
        """How much it matters."""

    @property
    def BAD(self) -> str:  # noqa: N802 - a constant of the module
        """A sample in which this rule alone finds something."""

    @property
    def GOOD(self) -> str:  # noqa: N802 - a constant of the module
        """The same, mended: no rule finds anything."""

    def check(self, story: Story, /) -> Iterator[Problem]:
        """Yield one problem for each place that goes against the rule."""
