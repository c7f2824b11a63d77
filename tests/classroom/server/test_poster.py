"""The address on the wall, and its QR code."""

from __future__ import annotations

from game.classroom.server.poster import QUIET, blocks, poster


def test_a_long_address_fits_a_terminal_of_eighty_by_twenty_four() -> None:
    found = poster("192.168.137.101", 8765, "K7QX43")
    lines = tuple(blocks(found.rows))
    assert len(lines) == 17
    assert {len(line) for line in lines} == {33}


def test_the_blocks_draw_the_code_with_light_around_it() -> None:
    rows = poster("10.0.0.2", 8765, "K7QX43").rows
    cells = ["", ""] * 0
    for line in blocks(rows):
        cells.append("".join("0" if sign in "█▀" else "1" for sign in line))
        cells.append("".join("0" if sign in "█▄" else "1" for sign in line))
    assert all(set(row) == {"0"} for row in cells[:QUIET])
    drawn = [row[QUIET:-QUIET] for row in cells[QUIET : QUIET + len(rows)]]
    assert tuple(drawn) == rows
    assert all(set(row) == {"0"} for row in cells[QUIET + len(rows) :])


def test_the_link_is_in_capitals_and_the_address_as_it_is_typed() -> None:
    found = poster("10.0.0.2", 8765, "K7QX43")
    assert found.link == "HTTP://10.0.0.2:8765/K7QX43"
    assert found.address == "10.0.0.2:8765"
    assert poster("10.0.0.2", 80, "K7QX43").address == "10.0.0.2"
