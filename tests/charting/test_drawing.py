from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.charting.drawing import Drawing, Pin, draw, mark
from game.charting.outline import Ink, Stroke, outline
from game.charting.sheet import Sheet, frame

HUT = Pin("hut", "The hut", (130.6, 42.6))
SHORE = Stroke(Ink.COAST, ((130.1, 42.5), (131.1, 42.5)))


def written(drawing: Drawing) -> list[str]:
    return ["".join(run.text for run in row) for row in drawing.rows]


def near(*pins: Pin, fine: bool = True, size: tuple[int, int] = (60, 14)) -> Drawing:
    return draw(frame(Sheet.NEAR, *size), [SHORE], pins, fine=fine)


def test_a_place_has_its_mark_and_its_name_beside_it() -> None:
    text = "\n".join(written(near(HUT)))
    assert f"{mark(Ink.PLACE, fine=True)} The hut" in text


def test_where_the_reader_stands_is_named_before_all_else() -> None:
    here = Pin("here", "Here", (130.6, 42.6), Ink.HERE)
    text = "\n".join(written(near(HUT, here)))
    assert "Here" in text
    assert "The hut" not in text


def test_a_stroke_is_drawn_in_ascii_where_braille_is_not_to_be_had() -> None:
    text = "\n".join(written(near(HUT, fine=False)))
    assert "..." in text
    assert text.isascii()


def test_the_kinds_of_strokes_differ_without_colour() -> None:
    kinds = (Ink.COAST, Ink.BORDER, Ink.RAIL, Ink.ROAD)
    drawn = {
        "".join(
            written(draw(frame(Sheet.NEAR, 40, 8), [Stroke(kind, SHORE.points)], [], fine=fine))
        )
        for kind in kinds
        for fine in (True, False)
    }
    assert len(drawn) == 8


def test_a_country_beyond_the_sheet_is_named_at_its_edge() -> None:
    drawing = draw(
        frame(Sheet.NEAR, 60, 14), [], [], captions=[Pin("korea", "Korea", (127.3, 40.0))]
    )
    lines = written(drawing)
    assert any(line.startswith(" KOREA") for line in lines[-3:])


def test_a_name_that_finds_no_room_is_told_of() -> None:
    crowd = [
        Pin(f"p{n}", "A rather long name of a place", (130.3 + n / 30, 42.6)) for n in range(20)
    ]
    assert near(*crowd).unnamed


@given(
    st.integers(1, 130),
    st.integers(1, 60),
    st.lists(st.tuples(st.floats(115, 146), st.floats(32, 55)), max_size=12),
    st.booleans(),
    st.sampled_from(Sheet),
)
def test_every_row_is_as_wide_as_was_asked(
    columns: int, lines: int, places: list[tuple[float, float]], fine: bool, sheet: Sheet
) -> None:
    pins = [Pin(str(n), f"Place {n}", at) for n, at in enumerate(places)]
    drawing = draw(frame(sheet, columns, lines), outline(), pins, captions=pins, fine=fine)
    rows = written(drawing)
    assert len(rows) == lines
    assert {len(row) for row in rows} == {columns}
