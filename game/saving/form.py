"""This is how a save is written: one JSON object, with a checksum over its canonical body.

What is read must be exactly what could have been written: no duplicate keys, no fractions, no
infinities, no truths where numbers belong. Unknown keys beside the body are ignored.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from hashlib import sha256
from typing import NoReturn

from game.saving.fault import Damaged, Newer
from game.saving.migration import SCHEMA, Body, Json, migrate
from game.saving.save import Save

MAGIC = "otherside-save"
LARGEST = 2_000_000
"""A save of a hundred thousand choices is smaller than this many bytes."""

_ID = re.compile(r"[a-z0-9][a-z0-9.-]{0,99}\Z")
_STEP = re.compile(r"[a-z0-9][a-z0-9.-]{0,99}/[a-z0-9-]{1,99}\Z")
_HASH = re.compile(r"[0-9a-f]{0,64}\Z")
_UNSAFE = r"\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff"
_WORDS = re.compile(f"[^{_UNSAFE}]{{0,200}}\\Z")
_APP = re.compile(r"[0-9A-Za-z.+-]{1,40}\Z")
_BIGGEST_NUMBER = 2**63 - 1


@dataclass(frozen=True, slots=True)
class Kept:
    """A save as it lay on disk."""

    save: Save
    seq: int
    """How many times this slot had been written."""
    app: str
    """The version that wrote it."""
    schema: int
    """The form it was written in."""
    check: str
    """The checksum of its body."""


class _Unfit(ValueError):
    """What was read could not have been written."""


def write(save: Save, seq: int, app: str) -> bytes:
    """Give the bytes of a save; the last byte ends a line."""
    body = _body(save, seq, app)
    whole: Body = {
        "magic": MAGIC,
        "schema": SCHEMA,
        "app": app,
        "seq": seq,
        "sha256": checksum(body),
        "body": body,
    }
    return (json.dumps(whole, ensure_ascii=True, allow_nan=False, indent=1) + "\n").encode()


def read(data: bytes, file: str) -> Kept:
    """Give what the bytes of a file keep.

    Raises ``Damaged`` for anything but a whole save, and ``Newer`` for a form of the future;
    ``file`` is what to call it in either sentence.
    """
    try:
        return _kept(_parsed(data), file)
    except RecursionError:
        why = "it is nested too deeply"
    except MemoryError:
        why = "it is too large"
    except UnicodeError:
        why = "it is not UTF-8 text"
    except json.JSONDecodeError as fault:
        why = f"it is no JSON from line {fault.lineno}, column {fault.colno} on"
    except (_Unfit, KeyError) as fault:
        why = str(fault.args[0])
    except ValueError:
        why = "it holds a number out of range"
    raise Damaged(file, why)


def checksum(body: Body) -> str:
    """Give the sha256 of a body in canonical form: sorted keys, no spaces, ASCII."""
    text = json.dumps(body, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return sha256(text.encode()).hexdigest()


def _body(save: Save, seq: int, app: str) -> Body:
    # seq, app and the form stand in the body once more, so that the checksum covers them too
    return {
        "story": {"id": save.story, "fingerprint": save.fingerprint},
        "seed": save.seed,
        "turn": save.turn,
        "log": list(save.log),
        "trail": list(save.trail),
        "led": save.led,
        "marks": save.marks,
        "skip": list(save.skip),
        "label": re.sub(f"[{_UNSAFE}]", " ", save.label)[:200],
        "when": save.when,
        "seal": {"schema": SCHEMA, "app": app, "seq": seq},
    }


def _parsed(data: bytes) -> Body:
    if len(data) > LARGEST:
        raise _Unfit(f"it is larger than {LARGEST:,} bytes")
    value = json.loads(
        data.decode("utf-8"),
        object_pairs_hook=_object,
        parse_constant=_refuse_number,
        parse_float=_refuse_number,
    )
    if not isinstance(value, dict):
        raise _Unfit("it is no JSON object")
    return value


def _object(pairs: list[tuple[str, Json]]) -> Body:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise _Unfit("a key stands in it twice")
    return found


def _refuse_number(text: str) -> NoReturn:
    raise _Unfit(f"it holds a number that no save has ({text[:20]})")


def _kept(whole: Body, file: str) -> Kept:
    if whole.get("magic") != MAGIC:
        raise _Unfit("it is no save of this game")
    schema, seq = _number(whole, "schema", 1), _number(whole, "seq", 1)
    app = _text(whole, "app", _APP)
    body = _mapping(whole, "body")
    if schema > SCHEMA:
        raise Newer(file, app)
    if checksum(body) != whole.get("sha256"):
        raise _Unfit("its checksum does not fit")
    if body.get("seal") != {"schema": schema, "app": app, "seq": seq}:
        raise _Unfit("its head does not fit its body")
    return Kept(_save(migrate(body, schema)), seq, app, schema, checksum(body))


def _save(body: Body) -> Save:
    story = _mapping(body, "story")
    save = Save(
        story=_text(story, "id", _ID),
        fingerprint=_text(story, "fingerprint", _HASH),
        seed=_number(body, "seed", -_BIGGEST_NUMBER),
        log=_texts(body, "log", _STEP),
        trail=_texts(body, "trail", _ID),
        label=_text(body, "label", _WORDS),
        when=_text(body, "when", _WORDS),
        led=_number(body, "led", 0),
        marks=_text(body, "marks", _ID),
        skip=_texts(body, "skip", _ID),
    )
    if _number(body, "turn", 0) != save.turn or len(save.trail) != save.turn + 1:
        raise _Unfit("its choices and its trail do not fit")
    return save


def _mapping(body: Body, key: str) -> Body:
    value = _value(body, key)
    if not isinstance(value, dict):
        raise _Unfit(f"'{key}' is no object")
    return value


def _number(body: Body, key: str, least: int) -> int:
    value = _value(body, key)
    # True is an int to isinstance, and must not be 1 here
    if type(value) is not int or not least <= value <= _BIGGEST_NUMBER:
        raise _Unfit(f"'{key}' is no number that it could be")
    return value


def _text(body: Body, key: str, pattern: re.Pattern[str]) -> str:
    return _fitting(_value(body, key), key, pattern)


def _texts(body: Body, key: str, pattern: re.Pattern[str]) -> tuple[str, ...]:
    value = _value(body, key)
    if not isinstance(value, list):
        raise _Unfit(f"'{key}' is no list")
    return tuple(_fitting(each, key, pattern) for each in value)


def _fitting(value: Json, key: str, pattern: re.Pattern[str]) -> str:
    if not isinstance(value, str) or not pattern.match(value):
        raise _Unfit(f"'{key}' holds words that it could not hold")
    return value


def _value(body: Body, key: str) -> Json:
    if key not in body:
        raise _Unfit(f"'{key}' is missing")
    return body[key]
