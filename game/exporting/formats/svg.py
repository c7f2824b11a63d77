"""This is a story as a picture for any browser, drawn without a program of somebody else's.

Each part is a row, and a scene stands as many columns in as it lies steps from the part's first
scene. Endings have a heavy border, the ends of detours a slanted side. A way with a condition is
dashed and says it; ways into another part stand as a sign below the scene. Every scene has a title
with all its ways, which a screen reader says and a pointer shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from textwrap import wrap

from game.exporting.curve import HIGH, WIDE, Box, curve
from game.exporting.graph import Edge, Graph, Kind, Node, Way, graph
from game.exporting.layout import Layout, layout
from game.exporting.wording import shortened
from game.model.story import Story

NAME = "svg"
ENDING = ".svg"
SAYS = "the story as a picture, for any browser"

PITCH_ACROSS, PITCH_DOWN = 256, 78
MARGIN, HEAD, GAP = 24, 48, 34
TOP = 98
LETTERS = 23
"""How many letters of a title fit into a box's width."""
LABEL = 18
"""How many letters of a condition fit between two boxes."""
LINE = 15
"""From one line of a title to the next."""

STYLE = """\
svg { font: 12px system-ui, "Segoe UI", "DejaVu Sans", sans-serif; }
.paper { fill: #fbfaf7; } .band { fill: #efece5; } text { fill: #1c1b19; }
.name { font-size: 22px; font-weight: 600; } .part { font-size: 15px; font-weight: 600; }
.box { fill: #ffffff; stroke: #6b665e; stroke-width: 1.2; } .title { text-anchor: middle; }
.ending .box { stroke: #1c1b19; stroke-width: 3; } .scene:hover .box { stroke: #1c1b19; }
.way { fill: none; stroke: #6b665e; stroke-width: 1.2; } .head { fill: #6b665e; }
.if { stroke-dasharray: 6 4; } .detour { stroke-dasharray: 2 4; }
.label { font-size: 10px; text-anchor: middle; stroke: #efece5; stroke-width: 4px;
  paint-order: stroke; } .sign { font-size: 10.5px; text-anchor: end; }
@media screen and (prefers-color-scheme: dark) {
  .paper { fill: #171614; } .band { fill: #1f1d1b; } text { fill: #e9e6df; }
  .box { fill: #2a2724; stroke: #a8a297; } .way { stroke: #a8a297; } .head { fill: #a8a297; }
  .ending .box, .scene:hover .box { stroke: #e9e6df; } .label { stroke: #1f1d1b; }
}
@media print { .paper { fill: #ffffff; } .band { fill: #f4f4f4; } .label { stroke: #f4f4f4; } }
"""

_DASHES: Mapping[Kind, str] = {Kind.DETOUR: " detour", Kind.CHANCE: " if"}
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class _Sheet:
    """All that a piece of the picture is drawn from."""

    story: Story
    graph: Graph
    boxes: Mapping[str, Box]
    titles: Mapping[str, str]
    bands: tuple[tuple[int, int], ...]
    """For each part, how far down it begins and how high it is."""
    wide: int
    high: int


def write(story: Story) -> str:
    """Give the story's graph as one SVG document."""
    drawn = graph(story)
    sheet = _sheet(story, drawn, layout(story, drawn))
    size = f'width="{sheet.wide}" height="{sheet.high}" viewBox="0 0 {sheet.wide} {sheet.high}"'
    said = 'role="graphics-document document" aria-labelledby="title" aria-describedby="desc"'
    language = f'lang="{_text(story.language)}" xml:lang="{_text(story.language)}"'
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" {size} {language} {said}>',
            f'<title id="title">{_text(story.title)}</title>',
            f'<desc id="desc">{_text(_described(sheet))}</desc>',
            f"<style>\n{STYLE}</style>",
            _ARROW,
            '<rect class="paper" width="100%" height="100%"/>',
            f'<text class="name" x="{MARGIN}" y="38">{_text(story.title)}</text>',
            *_key(),
            *_parts(sheet),
            "</svg>",
            "",
        ]
    )


_ARROW = (
    '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" '
    'orient="auto"><path class="head" d="M0 0 8 4 0 8Z"/></marker></defs>'
)
_KEY = (
    "Dashed: has a condition, or is left to chance. Dotted: a detour. → 3: on to part 3.",
    "Heavy border: an ending. Slanted: comes back from a detour.",
)


def _key() -> Iterator[str]:
    for number, line in enumerate(_KEY):
        yield f'<text x="{MARGIN}" y="{60 + number * 18}">{_text(line)}</text>'


def _sheet(story: Story, drawn: Graph, places: Layout) -> _Sheet:
    bands: list[tuple[int, int]] = []
    down = TOP
    for lines in places.heights:
        high = HEAD + max(lines, 1) * PITCH_DOWN
        bands.append((down, high))
        down += high + GAP
    boxes = {
        name: Box(
            MARGIN * 2 + spot.column * PITCH_ACROSS,
            bands[spot.row][0] + HEAD + spot.line * PITCH_DOWN,
        )
        for name, spot in places.spots.items()
    }
    wide = MARGIN * 4 + max(places.columns, 3) * PITCH_ACROSS
    titles = {node.scene: node.title for node in drawn.nodes}
    return _Sheet(story, drawn, boxes, titles, tuple(bands), wide, down)


def _described(sheet: _Sheet) -> str:
    endings = sum(node.ending for node in sheet.graph.nodes)
    return (
        f"{len(sheet.graph.nodes)} scenes in {len(sheet.graph.clusters)} parts, with {endings} "
        "endings. Each part is a row that is read from left to right."
    )


def _parts(sheet: _Sheet) -> Iterator[str]:
    for cluster, (down, high) in zip(sheet.graph.clusters, sheet.bands, strict=True):
        title = _text(cluster.title)
        band = f'x="{MARGIN}" y="{down}" width="{sheet.wide - 2 * MARGIN}" height="{high}" rx="10"'
        yield f'<g role="group" aria-label="{title}">'
        yield f'<rect class="band" {band}/>'
        yield f'<text class="part" x="{2 * MARGIN}" y="{down + 25}">{title}</text>'
        drawn = list(_within(sheet, cluster.part))
        yield from (path for path, _ in drawn)
        for node in cluster.nodes:
            yield from _scene(sheet, node)
        yield from (label for _, label in drawn if label)
        yield "</g>"


def _within(sheet: _Sheet, part: str) -> Iterator[tuple[str, str]]:
    """Give the ways that stay in a part, as lines, each with its label."""
    inner = [edge for edge in sheet.graph.edges if _inside(edge, part, sheet.boxes)]
    ports = _ports(inner, sheet.boxes)
    for edge in inner:
        leaving, arriving = ports[edge.source, edge.target]
        drawn = curve(sheet.boxes[edge.source], sheet.boxes[edge.target], leaving, arriving)
        dashes = _DASHES.get(edge.kind, " if" if edge.conditional else "")
        words = _text(shortened(edge.condition, LABEL))
        spot = f'x="{drawn.x:.0f}" y="{drawn.y:.0f}"'
        yield (
            f'<path class="way{dashes}" d="{drawn.path}" marker-end="url(#head)"/>',
            f'<text class="label" aria-hidden="true" {spot}>{words}</text>' if words else "",
        )


def _inside(edge: Edge, part: str, boxes: Mapping[str, Box]) -> bool:
    return all(name in boxes and _part(name) == part for name in (edge.source, edge.target))


def _ports(
    inner: list[Edge], boxes: Mapping[str, Box]
) -> Mapping[tuple[str, str], tuple[float, float]]:
    """Give how far down its boxes' sides each way leaves and arrives, so that they stand apart."""
    leaving: dict[str, list[Edge]] = {}
    arriving: dict[str, list[Edge]] = {}
    for edge in sorted(inner, key=lambda edge: boxes[edge.target].y):
        leaving.setdefault(edge.source, []).append(edge)
    for edge in sorted(inner, key=lambda edge: boxes[edge.source].y):
        arriving.setdefault(edge.target, []).append(edge)
    return {
        (edge.source, edge.target): (
            _share(leaving[edge.source], edge),
            _share(arriving[edge.target], edge),
        )
        for edge in inner
    }


def _share(edges: list[Edge], edge: Edge) -> float:
    return (edges.index(edge) + 1) / (len(edges) + 1)


def _scene(sheet: _Sheet, node: Node) -> Iterator[str]:
    box = sheet.boxes[node.scene]
    edges = [edge for edge in sheet.graph.edges if edge.source == node.scene]
    said = _text(_said(sheet, node, edges))
    kind = "scene ending" if node.ending else "scene"
    yield f'<g class="{kind}" role="img" aria-label="{said}"><title>{said}</title>'
    yield f'<path class="box" d="{_outline(box, slanted=node.returns)}"/>'
    lines = _lines(node.title)
    first = box.y + HIGH / 2 + 4 - (len(lines) - 1) * LINE / 2
    for number, line in enumerate(lines):
        spot = f'x="{box.x + WIDE / 2:.0f}" y="{first + number * LINE:.1f}"'
        yield f'<text class="title" {spot}>{_text(line)}</text>'
    sign = _sign(sheet, edges)
    if sign:
        yield f'<text class="sign" x="{box.x + WIDE}" y="{box.y + HIGH + 14}">{_text(sign)}</text>'
    yield "</g>"


def _lines(title: str) -> list[str]:
    """Give a title in one line or two."""
    first, *rest = wrap(title, LETTERS) or [""]
    return [first, shortened(" ".join(rest), LETTERS)] if rest else [first]


def _outline(box: Box, *, slanted: bool) -> str:
    if slanted:
        return f"M{box.x + 10} {box.y}h{WIDE - 10}l-10 {HIGH}h-{WIDE - 10}Z"
    across, down = WIDE - 12, HIGH - 12
    sides = f"h{across}q6 0 6 6v{down}q0 6 -6 6h-{across}q-6 0 -6 -6v-{down}q0 -6 6 -6Z"
    return f"M{box.x + 6} {box.y}{sides}"


def _sign(sheet: _Sheet, edges: list[Edge]) -> str:
    """Give the parts that a scene leads on to; the scene too where it is not a part's first."""
    found = []
    for edge in edges:
        part = _part(edge.target)
        if part != _part(edge.source) and part in sheet.story.parts:
            number = list(sheet.story.parts).index(part)
            first = sheet.story.parts[part].first == edge.target
            beside = "" if first else f" {sheet.titles[edge.target]}"
            found.append(f"{number}{beside}{' (if)' if edge.conditional else ''}")
    return shortened(f"→ {', '.join(found)}", LETTERS + 6) if found else ""


def _said(sheet: _Sheet, node: Node, edges: list[Edge]) -> str:
    """Say a scene with all its ways on, for those who hear the picture or point at it."""
    what = ", an ending" if node.ending else ", which comes back from a detour"
    ways = "; ".join(
        f"{_way(way)} to {sheet.titles.get(edge.target, edge.target)}"
        for edge in edges
        for way in edge.ways
    )
    plain = not (node.ending or node.returns)
    said = f"{node.title} ({node.scene}){'' if plain else what}."
    return f"{said} Ways on: {ways}." if ways else said


def _way(way: Way) -> str:
    words = f"“{way.words}”" if way.words else way.kind.value
    detour = "detour" if way.kind is Kind.DETOUR else ""
    aside = ", ".join(each for each in (detour, way.condition) if each)
    return f"{words} ({aside})" if aside else words


def _part(scene: str) -> str:
    return scene.partition(".")[0]


def _text(words: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", words))
