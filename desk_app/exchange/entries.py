# SPDX-License-Identifier: Apache-2.0
"""Entries of what was read, taken out one by one as what they should be; each raises BadBytes if it is not that.

Names are on one line and hide nothing: `label` makes them so before they are sent, `text` takes no others.
"""

import itertools
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from desk_app.domain import errors, places
from desk_app.exchange import wire
from desk_app.journal.streams import ReaderClass

T = TypeVar("T")

LONGEST_NAME = 200
LONGEST_SHORT = 20

_BREAKS = {"Cc", "Zl", "Zp"}
_UNSEEN = {"Cf", "Cs", "Co"}
"""Kinds of characters that a name on one line does not have: they hide, or turn the direction of what follows."""


def label(text: str, most: int = LONGEST_NAME) -> str:
    """A name as it may travel: composed, on one line, without characters that hide."""
    kept = []
    for letter in unicodedata.normalize("NFC", text):
        kind = unicodedata.category(letter)
        if kind not in _UNSEEN:
            kept.append(" " if kind in _BREAKS else letter)
    return unicodedata.normalize("NFC", " ".join("".join(kept).split()))[:most].rstrip()


def text(item: object, most: int = LONGEST_NAME) -> str:
    """A name that `label` would leave as it is."""
    if type(item) is not str or len(item) > most:
        raise wire.bad("not a name")
    plain = item.isascii() and item.isprintable() and item.split(" ") == item.split()
    if item and not plain and label(item, most) != item:
        raise wire.bad("not a name")
    return item


def place(item: object) -> str:
    """The code of a region."""
    if type(item) is not str:
        raise wire.bad("not a region")
    try:
        places.level_of(item)
    except errors.Refused as fault:
        raise wire.bad("not a region") from fault
    return item


def reader_class(item: object) -> ReaderClass:
    if type(item) is not int or item not in list(ReaderClass):
        raise wire.bad("not a reader class")
    return ReaderClass(item)


def octets(item: object, length: int | None = None) -> bytes:
    if type(item) is not bytes or (length is not None and len(item) != length):
        raise wire.bad("not these bytes")
    return item


def integer(item: object) -> int:
    if type(item) is not int:
        raise wire.bad("not an integer")
    return item


def count(item: object, least: int = 0) -> int:
    """A number of things: as far as a stream may be long."""
    if type(item) is not int or not least <= item < 1 << 40:
        raise wire.bad("not a count")
    return item


def row(item: object, length: int) -> list[Any]:
    """An array of exactly so many entries, each still to be checked."""
    if type(item) is not list or len(item) != length:
        raise wire.bad("another number of entries")
    return item


def signed(item: object, name: str, length: int) -> list[Any]:
    """What follows the name and the form (1) of a signed text: so many entries, each still to be checked."""
    found = row(item, length + 2)
    if found[0] != name or type(found[1]) is not int or found[1] != 1:
        raise wire.bad(f"not a {name}")
    return found[2:]


def rows(item: object, most: int) -> list[Any]:
    """An array of at most so many entries, each still to be checked."""
    if type(item) is not list or len(item) > most:
        raise wire.bad("too many entries")
    return item


def table(item: object) -> dict[Any, Any]:
    """A map, its values still to be checked."""
    if type(item) is not dict:
        raise wire.bad("not a map")
    return item


def ascending(listed: Iterable[T], key: Callable[[T], Any]) -> tuple[T, ...]:
    """Entries in the one order that they have, none twice."""
    found = tuple(listed)
    names = [key(one) for one in found]
    if any(first >= second for first, second in itertools.pairwise(names)):
        raise wire.bad("repeated or out of order")
    return found
