"""This is a story as a Mermaid flowchart, which many wikis and forges draw by themselves.

Parts are subgraphs, endings are rounded. A way that has a condition is dotted and says it. Mermaid
draws at most 500 ways and 50,000 characters unless it is told otherwise, so all ways between two
scenes are one, and the words of choices are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from game.exporting.graph import Edge, Graph, Kind, Node, graph
from game.exporting.wording import shortened
from game.model.story import Story

NAME = "mermaid"
ENDING = ".mmd"
SAYS = "the story as a graph, for wikis and forges"

LONGEST = 60
"""How much of a condition is shown."""

_PLAIN = re.compile(r"[^\w ,.!?’“”…–—]")


def write(story: Story) -> str:
    """Give the story's graph as a flowchart."""
    drawn = graph(story)
    names = {node.scene: f"s{number}" for number, node in enumerate(drawn.nodes)}
    return "\n".join(
        [
            "flowchart LR",
            f"  accTitle: {_on_a_line(drawn.title)}",
            f"  accDescr: {len(drawn.nodes)} scenes in {len(drawn.clusters)} parts.",
            *_clusters(drawn, names),
            *(_edge(edge, names) for edge in drawn.edges),
            "  classDef ending stroke-width:3px",
            "",
        ]
    )


def _clusters(drawn: Graph, names: Mapping[str, str]) -> Iterator[str]:
    for number, cluster in enumerate(drawn.clusters):
        yield f"  subgraph p{number}[{_quoted(cluster.title)}]"
        for node in cluster.nodes:
            yield f"    {names[node.scene]}{_shape(node)}"
        yield "  end"


def _shape(node: Node) -> str:
    title = _quoted(node.title)
    if node.ending:
        return f"([{title}]):::ending"
    return f"[/{title}/]" if node.returns else f"[{title}]"


def _edge(edge: Edge, names: Mapping[str, str]) -> str:
    label = ", ".join(
        each for each in ("detour" if edge.kind is Kind.DETOUR else "", edge.condition) if each
    )
    said = f"|{_quoted(shortened(label, LONGEST))}|" if label else ""
    arrow = "-.->" if label else "-->"
    return f"  {names[edge.source]} {arrow}{said} {names[edge.target]}"


def _quoted(text: str) -> str:
    """Write a text so that Mermaid takes no sign of it for syntax, Markdown or HTML."""
    return f'"{_coded(text)}"'


def _coded(text: str) -> str:
    return _PLAIN.sub(lambda sign: f"#{ord(sign[0])};", " ".join(text.split()))


def _on_a_line(text: str) -> str:
    """Write a text that has no quotation marks of its own, where Mermaid knows no codes."""
    return re.sub(r"[^\w ,.’“”…–—:!?'()-]", " ", " ".join(text.split()))
