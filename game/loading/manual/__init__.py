"""This is the manual of everything that the reader can find wrong, a page for each code.

``PAGES`` holds them by code, in the order of ``fault.CODES``. Each sample is read by a test: the
bad one is caught by its code, the good one is clean.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from game.loading.fault import CODES
from game.loading.manual import expression, file, form, name, prose, record
from game.loading.manual.page import Page

_WRITTEN = {
    page.code: page
    for family in (file, form, name, expression, prose, record)
    for page in family.PAGES
}
PAGES: Final[Mapping[str, Page]] = MappingProxyType(
    {code: _WRITTEN[code] for code in CODES if code in _WRITTEN}
)
"""The pages by code."""
