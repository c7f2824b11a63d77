"""This is as much of Twee 3 and SugarCube as our files use, read by their rules and played.

What would be markup to SugarCube and is not ours is refused: ``Refused`` says where.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import Any

HEADER = re.compile(
    r"^:: (?P<name>(?:\\.|[^\\\[\]{}\n])+?)(?: \[(?P<tags>[^\]]*)\])?(?: (?P<meta>\{.*\}))?$",
    re.MULTILINE,
)
MACRO = re.compile(r"<<(/?[a-z]+)\s*((?:\"(?:\\.|[^\"\\])*\"|[^>\"]|>(?!>))*)>>")
TAG = re.compile(r"</?(?:p|em|strong|h2|ul|li)(?: class=\"[a-z]+\")?>")
CODED = re.compile(r"&#\d{2,5};")
MARKUP = re.compile(r"[<>\[\]{}\\$_@~^=/|`&]|--|''|\"\"\"|\?\w|\n")
STRING = re.compile(r'"(?:\\.|[^"\\])*"')
WORDS = {"is": "==", "isnot": "!=", "lt": "<", "lte": "<=", "gt": ">", "gte": ">="}


class Refused(AssertionError):
    """Something that SugarCube would take for markup, or that we never write."""


@dataclass(frozen=True, slots=True)
class Passage:
    name: str
    tags: tuple[str, ...]
    meta: dict[str, str]
    text: str


def passages(twee: str) -> dict[str, Passage]:
    """Read a file of Twee 3: header lines part its passages."""
    headers = list(HEADER.finditer(twee))
    starts = [line for line in twee.splitlines() if line.startswith("::")]
    if len(starts) != len(headers):
        raise Refused(starts)
    ends = [each.start() for each in headers[1:]] + [len(twee)]
    found = {}
    for header, end in zip(headers, ends, strict=True):
        name = header["name"]
        if name in found:
            raise Refused(name)
        meta = json.loads(header["meta"]) if header["meta"] else {}
        text = twee[header.end() + 1 : end].rstrip("\n")
        found[name] = Passage(name, tuple((header["tags"] or "").split()), meta, text)
    return found


@dataclass(slots=True)
class Node:
    """A macro with the clauses in it, or text."""

    name: str
    argument: str
    body: list[Node] = field(default_factory=list)


def parsed(text: str) -> list[Node]:
    """Read a passage's text as a tree of macros."""
    stack: list[list[Node]] = [[]]
    at = 0
    for macro in MACRO.finditer(text):
        stack[-1].append(Node("text", text[at : macro.start()]))
        at = macro.end()
        name, argument = macro[1], macro[2].strip()
        if name in {"/if", "/link"}:
            if len(stack) == 1 or stack[-2][-1].name != name[1:]:
                raise Refused(text)
            stack.pop()
        else:
            stack[-1].append(Node(name, argument))
            if name in {"if", "link"}:
                stack.append(stack[-1][-1].body)
    stack[-1].append(Node("text", text[at:]))
    if len(stack) != 1:
        raise Refused(text)
    return stack[0]


@dataclass(frozen=True, slots=True)
class Link:
    text: str
    target: str
    acts: list[Node]


class Player:
    """Plays a file of Twee as SugarCube would; ``drawn`` is its dice."""

    def __init__(self, twee: str, drawn: Callable[[int], int], settings: frozenset[str]) -> None:
        self.passages = passages(twee)
        self.drawn = drawn
        self.settings = settings
        self.variables: dict[str, Any] = {}
        self.temporary: dict[str, Any] = {}
        self.links: list[Link] = []
        self.trail: list[str] = []
        script = self.passages["Story JavaScript"].text
        self.labels = json.loads(re.search(r"^setup\.labels = (.*);$", script, re.MULTILINE)[1])  # type: ignore[index]
        self._run(parsed(self.passages["StoryInit"].text.replace("\n", " ")))

    def go(self, name: str) -> str:
        """Show a passage, and give it as HTML."""
        self.links, self.trail, self.temporary = [], [], {}
        head = self._run(parsed(self.passages["PassageHeader"].text))
        return checked(head + self._include(name))

    def take(self, link: Link) -> str:
        self._run(link.acts)
        return self.go(link.target)

    def _include(self, name: str) -> str:
        if not name.endswith(" offers"):
            self.trail.append(name)
        # nobr: line breaks are blanks
        return self._run(parsed(self.passages[name].text.replace("\n", " ")))

    def _run(self, nodes: list[Node]) -> str:
        return "".join(self._shown(node) for node in nodes)

    def _shown(self, node: Node) -> str:
        match node.name:
            case "text":
                return checked(node.argument)
            case "set" | "run":
                self._change(node.argument)
                return ""
            case "print":
                return checked(str(self.value(node.argument)))
            case "include":
                return self._include(self.value(node.argument))
            case "if":
                return self._if(node)
            case "link":
                return self._link(node)
            case _:
                raise Refused(node.name)

    def _if(self, node: Node) -> str:
        clauses: list[tuple[str, list[Node]]] = [(node.argument, [])]
        for each in node.body:
            if each.name in {"elseif", "else"}:
                clauses.append((each.argument or "true", []))
            else:
                clauses[-1][1].append(each)
        return next((self._run(body) for asked, body in clauses if self.value(asked)), "")

    def _link(self, node: Node) -> str:
        text, target = (json.loads(each) for each in STRING.findall(node.argument))
        if STRING.sub("", node.argument).strip():
            raise Refused(node.argument)
        self.links.append(Link(self._run(parsed(text)), target, node.body))
        return ""

    def _change(self, written: str) -> None:
        if pushed := re.fullmatch(r'\$Stack\.push\((".*")\)', written):
            self.variables["Stack"].append(json.loads(pushed[1]))
            return
        counted = re.fullmatch(r'\$Times\["(.*)"\] \+= 1', written)
        if counted:
            self.variables["Times"][counted[1]] += 1
            return
        target, word, value = written.partition(" to ")
        if not word:
            raise Refused(written)
        result = self.value(value)
        if taken := re.fullmatch(r'\$Taken\["(.*)"\]', target):
            self.variables["Taken"][taken[1]] = result
        elif target.startswith("$"):
            self.variables[target[1:]] = result
        else:
            self.temporary[target[1:]] = result

    def value(self, written: str) -> Any:  # noqa: ANN401 - whatever a story holds
        """Work out an expression: its words are Python's but for a few."""
        names = {
            "S": self.variables,
            "T": self.temporary,
            "settings": dict.fromkeys(self.settings, True),
            "labels": self.labels,
            "modulo": lambda number, divisor: number % divisor,
            "random": lambda low, high: low + self.drawn(high - low + 1),
        }
        return eval(python(written), {"__builtins__": {}}, names)  # noqa: S307 - what we wrote


def python(written: str) -> str:
    """Write an expression of TwineScript as one of Python."""
    parts: list[str] = []
    for number, part in enumerate(re.split(r'("(?:\\.|[^"\\])*")', written)):
        parts.append(part if number % 2 else _plain(part))
    said = "".join(parts)
    said = re.sub(r'\(S\["(\w+)"\] \? ("\w+") : ("\w+")\)', r'(\2 if S["\1"] else \3)', said)
    said = re.sub(r'S\["Taken"\]\[(".*?")\]', r'S["Taken"].get(\1)', said)
    return re.sub(r'settings\[(".*?")\]', r"settings.get(\1)", said)


def _plain(part: str) -> str:
    if re.search(r"[^\w\s()\[\]{}$.,:?*+-]", part):
        raise Refused(part)
    part = re.sub(r"\bsetup\.", "", part)
    part = re.sub(r"\$(\w+)", r'S["\1"]', part)
    part = re.sub(r"(?<![\w$\"])_(\w+)", r'T["\1"]', part)
    part = re.sub(r"\b(true|false)\b", lambda word: word[1].capitalize(), part)
    return re.sub(r"\b(is|isnot|lte?|gte?)\b", lambda word: WORDS[word[1]], part)


def checked(markup: str) -> str:
    """Give markup as it is, once nothing in it is SugarCube's but tags and coded signs."""
    bare = CODED.sub(",", TAG.sub(",", markup))
    found = MARKUP.search(bare)
    if found or re.search(r"^[*#!:;]", bare.strip()):
        raise Refused(markup)
    return markup


def paragraphs(page: str) -> Iterator[str]:
    """Give the words of a page's paragraphs, as a reader sees them."""
    for each in re.findall(r"<p>(.*?)</p>", page):
        yield words(each)


def words(markup: str) -> str:
    """Give markup as a reader sees it."""
    return unescape(TAG.sub("", markup))
