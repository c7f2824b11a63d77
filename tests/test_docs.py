"""What the documents show: every YAML sample is loaded, and what is drawn is drawn anew."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from game.cli.handbook import pages
from game.cli.manual import reference
from game.loading.folder import read_story
from tests.test_cookbook import BASE
from tests.walkthrough import steps, walk

ROOT = Path(__file__).resolve().parent.parent
WRITING = ROOT / "docs" / "writing"
DRAWN = WRITING / "reference.md"
WALKED = {WRITING / "tutorial.md", WRITING / "cookbook.md", WRITING / "prose.md"}
"""Pages that other tests go through from beginning to end."""
PAGES = sorted({*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")} - WALKED - {DRAWN})
_FENCE = re.compile(r"^ *```ya?ml\n(.*?)^ *```$", re.MULTILINE | re.DOTALL)
SAMPLES = [
    pytest.param(found[1], id=f"{page.relative_to(ROOT)}-{number}")
    for page in PAGES
    for number, found in enumerate(_FENCE.finditer(page.read_text("utf-8")), 1)
]


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_sample_can_be_loaded(
    sample: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    if sample.startswith("# .github/"):
        assert "jobs" in yaml.safe_load(sample)
        return

    list(walk([*steps(BASE), *steps(f"```yaml\n{sample}```\n")], Path("bell"), capsys))

    assert [str(problem) for problem in read_story(Path("bell")).problems] == []


def test_the_reference_says_what_the_program_says() -> None:
    drawn = reference(pages())

    assert DRAWN.read_text("utf-8") == drawn, (
        "draw it anew: otherside explain --manual > docs/writing/reference.md"
    )


def test_every_code_and_key_is_in_the_reference() -> None:
    text = DRAWN.read_text("utf-8")

    assert [code for code in pages() if f"\n#### {code} " not in text] == []


def bare(page: Path) -> str:
    """Give a page without its samples."""
    return re.sub(r"^ *```.*?^ *```$", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", sorted(WRITING.glob("*.md")), ids=lambda page: page.name)
def test_a_page_that_is_pointed_to_is_there(page: Path) -> None:
    text = bare(page)
    headings = re.findall(r"^#+ (.*)$", bare(DRAWN), re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", each.lower()).replace(" ", "-") for each in headings}

    for target, anchor in re.findall(r"\]\(([a-z./-]*)(?:#([\w-]+))?\)", text):
        assert not target or (page.parent / target).is_file(), target
        assert not anchor or anchor in anchors, anchor
