"""This is a story as a graph in the DOT language, for Graphviz and whatever reads its files.

Parts are clusters, scenes are boxes, endings have a double border. A way that has a condition is
dashed and says it; a detour is dotted, chance says its odds. The words of choices are tooltips, so
that the picture stays legible. What the story says about evidence is not in it.
"""

from __future__ import annotations

from game.exporting.graph import Cluster, Edge, Kind, Node, graph
from game.model.story import Story

NAME = "dot"
ENDING = ".dot"
SAYS = "the story as a graph, for Graphviz"

_STYLES = {Kind.DETOUR: "dotted", Kind.CHANCE: "dashed"}
_HEAD = """\
  graph [rankdir=LR, fontname="sans-serif", labelloc=t, tooltip=" "];
  node [shape=box, style=rounded, fontname="sans-serif", fontsize=11];
  edge [fontname="sans-serif", fontsize=9, color="#555555"];
"""


def write(story: Story) -> str:
    """Give the story's graph as a digraph."""
    drawn = graph(story)
    body = "\n".join([*map(_cluster, drawn.clusters), *map(_edge, drawn.edges)])
    return (
        f"digraph {_quoted(story.story)} {{\n  label={_quoted(drawn.title)};\n{_HEAD}{body}\n}}\n"
    )


def _cluster(cluster: Cluster) -> str:
    nodes = "\n".join(f"    {_node(node)}" for node in cluster.nodes)
    name = _quoted(f"cluster_{cluster.part}")
    return f"  subgraph {name} {{\n    label={_quoted(cluster.title)};\n{nodes}\n  }}"


def _node(node: Node) -> str:
    border = ", peripheries=2" if node.ending else ""
    shape = ", shape=cds" if node.returns else ""
    looks = f"label={_quoted(node.title)}, tooltip={_quoted(node.scene)}{border}{shape}"
    return f"{_quoted(node.scene)} [{looks}];"


def _edge(edge: Edge) -> str:
    label = "detour" if edge.kind is Kind.DETOUR else ""
    said = ", ".join(each for each in (label, edge.condition) if each)
    words = "\n".join(dict.fromkeys(way.words or way.kind.value for way in edge.ways))
    looks = [f"tooltip={_quoted(words)}"]
    if said:
        looks.append(f"label={_quoted(said)}")
    style = _STYLES.get(edge.kind, "dashed" if edge.conditional else "")
    if style:
        looks.append(f"style={style}")
    return f"  {_quoted(edge.source)} -> {_quoted(edge.target)} [{', '.join(looks)}];"


def _quoted(text: str) -> str:
    """Write a text as a string of DOT: labels know escapes of their own and HTML's entities."""
    plain = text.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
    return '"' + plain.replace("\n", "\\n") + '"'
