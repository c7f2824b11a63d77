from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

from game.model.prose import Words
from game.reporting import html
from game.reporting.debrief import debrief
from game.reporting.document import Document, Heading, Paragraph, Points, Quote, Table
from tests.reporting.tale import RULES, played

VOID = {"meta"}


class Page(HTMLParser):
    """A page taken apart: every tag in order, and whether each that was opened was closed."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def count(self, tag: str) -> int:
        return sum(each == tag for each, _ in self.tags)


TEXT = html.write(debrief(RULES, played("read", "wait", "jump", "run")))
PAGE = Page(TEXT)


def written(*blocks: Heading | Paragraph | Quote | Points | Table) -> str:
    return html.write(Document("A", "en", blocks))


def test_every_tag_is_closed_in_its_turn() -> None:
    assert PAGE.open == []


def test_the_page_names_its_language_and_its_title() -> None:
    assert PAGE.tags[0] == ("html", {"lang": "en"})
    assert "<title>The door. Debrief</title>" in TEXT


def test_nothing_runs_and_nothing_is_asked_of_the_network() -> None:
    assert {tag for tag, _ in PAGE.tags}.isdisjoint(
        {"script", "link", "img", "iframe", "object", "embed", "form", "base"}
    )
    assert not re.search(r"https?:|//|url\(|@import|javascript:", TEXT)
    attributes = {name for _, attrs in PAGE.tags for name in attrs}
    assert "src" not in attributes
    assert not any(name.startswith("on") for name in attributes)
    assert "default-src 'none'" in TEXT


def test_it_has_one_title_and_no_level_of_heading_is_skipped() -> None:
    levels = [int(tag[1]) for tag, _ in PAGE.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_has_a_caption_and_headings_for_columns_and_rows() -> None:
    tables = PAGE.count("table")
    assert tables > 2
    assert PAGE.count("caption") == tables
    scopes = [attrs.get("scope") for tag, attrs in PAGE.tags if tag == "th"]
    assert set(scopes) == {"col", "row"}
    assert scopes.count("row") == PAGE.count("tr") - tables


def test_a_table_can_be_scrolled_by_keyboard_and_is_named_by_its_caption() -> None:
    ids = [attrs["id"] for _, attrs in PAGE.tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    regions = [attrs for _, attrs in PAGE.tags if attrs.get("role") == "region"]
    assert len(regions) == PAGE.count("table")
    assert all(attrs["tabindex"] == "0" for attrs in regions)
    assert {attrs["aria-labelledby"] for attrs in regions} <= set(ids)


def test_the_contents_lead_to_every_section() -> None:
    links = [(attrs["href"] or "").removeprefix("#") for tag, attrs in PAGE.tags if tag == "a"]
    sections = [attrs["id"] for tag, attrs in PAGE.tags if tag == "h2"]
    assert links == sections


def test_a_short_report_has_no_contents() -> None:
    assert "<nav" not in written(Heading(2, "One"))


def test_what_looks_like_markup_is_escaped() -> None:
    page = written(
        Heading(2, "<h>"),
        Paragraph("<p>"),
        Quote("<q>", "<r>"),
        Points(("<li>",)),
        Table("<c>", ("<a>", "<b>"), (("<d>", '"<e>"'),)),
    )
    for each in ("<h>", "<q>", "<r>", "<c>", "<d>", "<e>"):
        assert each not in page
    assert "<p>&lt;p&gt;</p>" in page
    assert "Wait &lt;here&gt;." in TEXT


def test_emphasis_is_kept() -> None:
    line = (Words("ran", emphasis=True), Words(" home", strong=True))
    assert "<p><em>ran</em><strong> home</strong></p>" in written(Paragraph(line))


def test_it_is_made_for_print_for_the_dark_and_for_narrow_windows() -> None:
    for query in ("@media print", "prefers-color-scheme: dark", "@media (max-width", "@page"):
        assert query in TEXT


def test_a_wide_table_is_printed_across_the_page() -> None:
    wide = Table("Wide", tuple("abcdef"), (tuple("abcdef"),))
    assert 'class="table across"' in written(wide)
    assert 'class="table"' in written(Table("Narrow", ("a",), (("b",),)))
