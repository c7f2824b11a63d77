"""This is the least Textual program that shows a line: what any other start is measured against."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class Bare(App[None]):
    """One Static and nothing else."""

    def compose(self) -> ComposeResult:
        """Show one line."""
        yield Static("The Other Side")


if __name__ == "__main__":
    Bare().run()
