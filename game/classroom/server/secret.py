"""This is what lets one in: the code on the wall, a phone's token, the key of the projector."""

from __future__ import annotations

import hmac
import secrets
from hashlib import sha256
from typing import Final

from game.classroom.lot import draw

SIGNS: Final = "CDFHJKMNPQRTVWXY3479"
"""No vowels, so that no word comes out, and none that looks like another."""
LENGTH: Final = 6
"""64 million codes: at 20 wrong ones a minute an hour finds one in fifty thousand lessons."""
LONGEST: Final = 64
"""No token or key is longer."""
SHORTEST: Final = 16


def join_code(seed: int, number: int) -> str:
    """Give a lesson's code; the same again after a crash, another with another number."""
    drawn = (draw(seed, "door", number, place, below=len(SIGNS)) for place in range(LENGTH))
    return "".join(SIGNS[each] for each in drawn)


def is_code(typed: str, code: str) -> bool:
    """Tell whether this is the code, as people type it: small letters, blanks and dashes too."""
    kept = "".join(each for each in typed[:LONGEST].upper() if each.isascii() and each.isalnum())
    return hmac.compare_digest(kept, code)


def new_key() -> str:
    """Give 128 bits that nobody guesses."""
    return secrets.token_urlsafe(16)


def is_key(given: str, key: str) -> bool:
    """Tell whether this is the key, in a time that says nothing of it."""
    return hmac.compare_digest(given.encode(), key.encode())


def hashed(token: str) -> str:
    """Give what is kept of a token: it cannot be turned back."""
    return sha256(token.encode()).hexdigest()


class Mint:
    """Makes the tokens of phones. A phone that asks again because no answer came gets the same."""

    def __init__(self) -> None:
        self._key = secrets.token_bytes(32)

    def token(self, once: str) -> str:
        """Give the token of a phone that sent this number, used once."""
        return hmac.new(self._key, once.encode(), sha256).hexdigest()[:32]
