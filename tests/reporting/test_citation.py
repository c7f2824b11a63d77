from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from game.loading.cover import shipped_story
from game.loading.folder import read_story
from game.loading.record import CSL_NAMES, CSL_TEXTS, CSL_TYPES
from game.model.record import Account, CiteValue, Extent
from game.model.story import Story
from game.reporting.citation import DATES, ELSEWHERE, RENAMED, bibtex, csl, date_parts, escaped
from tests.builders import account, story

SCHEMA = json.loads((Path(__file__).parent / "schema" / "csl-data.json").read_text("utf-8"))
"""The published schema of CSL-JSON 1.0, unchanged; ``schema/README.md`` says where it is from."""

VALIDATOR = jsonschema.Draft7Validator(SCHEMA)


def cited(**cite: CiteValue) -> Story:
    written = {name.replace("_", "-"): value for name, value in cite.items()}
    return story(accounts=[source(written)])


def source(cite: Mapping[str, CiteValue]) -> Account:
    return replace(account("diary", label="Her diary"), cite=cite)


def item(**cite: CiteValue) -> dict[str, Any]:
    (found,) = csl(cited(**cite))
    return found


def entry(**cite: CiteValue) -> list[str]:
    return bibtex(cited(**cite)).splitlines()


def faults(items: list[dict[str, Any]]) -> list[str]:
    return [each.message for each in VALIDATOR.iter_errors(items)]


def shipped() -> Story:
    told = read_story(shipped_story()).story
    assert told is not None
    return told


def test_the_shipped_sources_are_valid_csl_json() -> None:
    items = csl(shipped())
    assert len(items) > 20
    assert faults(items) == []


def test_the_schema_refuses_what_is_no_csl_json() -> None:
    assert faults([{"id": "diary"}])
    assert faults([{"id": "diary", "type": "book", "shelf": "upper"}])


@pytest.mark.parametrize("name", sorted(CSL_TEXTS - DATES))
def test_every_text_that_a_story_may_write_is_valid(name: str) -> None:
    assert faults(csl(story(accounts=[source({"type": "book", name: "some words"})]))) == []


@pytest.mark.parametrize("name", sorted(CSL_NAMES))
def test_every_name_that_a_story_may_write_is_valid(name: str) -> None:
    who: CiteValue = ({"family": "Kim", "given": "V. D."}, {"literal": "War Ministry"})
    assert faults(csl(story(accounts=[source({"type": "book", name: who})]))) == []


@pytest.mark.parametrize("name", sorted(DATES))
@pytest.mark.parametrize("written", ["1938", "1938-06", "1938-06-13", "1938/1945", "no date"])
def test_every_date_that_a_story_may_write_is_valid(name: str, written: str) -> None:
    assert faults(csl(story(accounts=[source({"type": "book", name: written})]))) == []


@pytest.mark.parametrize("kind", sorted(CSL_TYPES))
def test_every_type_is_valid(kind: str) -> None:
    assert faults([item(type=kind)]) == []


def test_what_the_schema_has_no_key_for_is_known_here() -> None:
    keys = set(SCHEMA["items"]["properties"])
    assert (CSL_NAMES | CSL_TEXTS) - keys == set(RENAMED) | ELSEWHERE
    assert set(RENAMED.values()) <= keys


def test_an_item_has_the_id_of_its_account() -> None:
    assert [each["id"] for each in csl(shipped())] == list(shipped().accounts)


def test_an_account_without_a_citation_is_a_document_with_its_label() -> None:
    found = item()
    assert (found["type"], found["title"]) == ("document", "Her diary")


def test_an_item_says_how_far_it_was_read() -> None:
    told = story(accounts=[account("diary", read=Extent.CITED)])
    assert csl(told)[0]["custom"]["read"] == "cited"


@pytest.mark.parametrize(
    ("written", "parts"),
    [
        ("2009", [[2009]]),
        ("1938-06", [[1938, 6]]),
        ("1938-06-13", [[1938, 6, 13]]),
        ("1938-06/1945", [[1938, 6], [1945]]),
        ("around 1938", None),
        ("1938/1939/1940", None),
        ("1938/", None),
    ],
)
def test_a_date_is_given_in_parts(written: str, parts: list[list[int]] | None) -> None:
    assert date_parts(written) == parts


def test_a_date_that_is_none_stays_as_it_was_written() -> None:
    assert item(type="book", issued="around 1938")["issued"] == {"literal": "around 1938"}


def test_texts_in_a_list_are_one_text() -> None:
    assert item(type="book", note=("one", "two"))["note"] == "one; two"


def test_a_book_is_written_for_bibtex() -> None:
    assert entry(
        type="book",
        title="1937. Bolshaya chistka",
        author=({"family": "Tumshis"}, {"family": "Papchinsky", "given": "Aleksandr"}),
        publisher="Yauza",
        publisher_place="Moscow",
        issued="2009",
    ) == [
        "@book{diary,",
        "  author = {Tumshis and Papchinsky, Aleksandr},",
        "  title = {{1937. Bolshaya chistka}},",
        "  publisher = {Yauza},",
        "  address = {Moscow},",
        "  year = {2009},",
        "  keywords = {read whole},",
        "}",
    ]


def test_an_article_names_its_journal_number_and_month() -> None:
    written = entry(
        type="article-journal",
        title="Two Hells",
        container_title="Slavic Studies",
        volume="11",
        issue="3-4",
        page="145-186",
        issued="1998-09",
    )
    assert written[0] == "@article{diary,"
    assert "  journal = {Slavic Studies}," in written
    assert "  number = {3-4}," in written
    assert "  pages = {145-186}," in written
    assert "  month = sep," in written


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("report", "@techreport{"),
        ("thesis", "@phdthesis{"),
        ("pamphlet", "@booklet{"),
        ("speech", "@misc{"),
        ("entry-encyclopedia", "@misc{"),
    ],
)
def test_a_type_has_its_kind_of_entry(kind: str, written: str) -> None:
    assert entry(type=kind, title="It")[0].startswith(written)


def test_an_entry_of_an_encyclopedia_that_is_named_stands_in_it() -> None:
    written = entry(type="entry-encyclopedia", title="Lyushkov", container_title="Wikipedia")
    assert written[0] == "@incollection{diary,"
    assert "  booktitle = {Wikipedia}," in written


def test_a_range_of_years_has_no_month() -> None:
    written = entry(type="book", issued="1938-06/1945-08")
    assert "  year = {1938--1945}," in written
    assert not any(line.startswith("  month") for line in written)


def test_a_day_is_given_beside_its_month() -> None:
    written = entry(type="speech", issued="1938-07-01")
    assert "  month = jul," in written
    assert "  day = {1}," in written


def test_what_tex_would_take_for_its_own_is_escaped() -> None:
    assert escaped("50% of A & B_c #1 $2 ~ ^ \\") == (
        r"50\% of A \& B\_c \#1 \$2 \textasciitilde{} \textasciicircum{} \textbackslash{}"
    )


@pytest.mark.parametrize("text", ["{", "}", "}{", "a { b", "\\{", "}} and {"])
def test_braces_always_pair(text: str) -> None:
    written = bibtex(cited(type="book", title=text, author=({"literal": text},), URL=text))
    assert written.count("{") == written.count("}")
    depths = [written[:end].count("{") - written[:end].count("}") for end in range(len(written))]
    assert min(depths) >= 0


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ({"literal": "War Ministry of Japan"}, "{War Ministry of Japan}"),
        ({"family": "Humboldt", "given": "A.", "non-dropping-particle": "von"}, "von Humboldt, A."),
        ({"family": "King", "given": "M.", "suffix": "Jr."}, "King, Jr., M."),
        ({"family": "Sons and Daughters"}, "{Sons and Daughters}"),
        ({"family": "One, Two", "given": "Three"}, "{One, Two}, Three"),
    ],
)
def test_a_name_is_written_as_bibtex_takes_it_apart(name: dict[str, str], written: str) -> None:
    assert f"  author = {{{written}}}," in entry(type="book", author=(name,))


def test_an_address_keeps_its_signs() -> None:
    written = entry(type="webpage", URL="https://example.org/a_b?p=4%20#top")
    assert "  url = {https://example.org/a_b?p=4%20#top}," in written
