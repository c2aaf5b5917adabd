# SPDX-License-Identifier: Apache-2.0
"""The bytes of usual changes cut into pieces of which most come again and again, for an import of a hundred thousand.

Reading a change costs more than anything else that is done with it. In the form that nearly all have, one regular
expression says that the bytes are canonical and where the pieces lie; a piece is the canonical bytes of one value, so
that equal pieces mean the same, and what one means need be found out only once.
"""

import functools
import re
from collections.abc import Iterable
from typing import Any

import cbor2

from desk_app.journal import codec

HEAD, FIRST, FIELDS, PREDS, DEPTH = 1, 2, 8, 9, 10
NO_PREDS = b"\xa0"


def cut(bodies: Iterable[bytes]) -> list[tuple[Any, ...] | None]:
    """The bytes of each change cut into pieces where it has the form that nearly all have, None for any other.

    That form: `[1 or 2, type, [one to five short texts or numbers], {field: text, number or truth}, {field: [dot]}, [],
    depth, actor, claimed]`, perhaps with `follows`: no text beyond 255 bytes, no number beyond 64 bits, of each field
    one change replaced. The pieces: HEAD (kind, type and how many parts), the parts of the key from FIRST on (None:
    no more), FIELDS, PREDS, DEPTH.

    What is left to check: that HEAD counts the parts well, and that `meaning` makes sense of FIELDS and PREDS.
    """
    matches = _common().fullmatch
    return [found and found.groups() for found in map(matches, bodies)]


def meaning(piece: bytes) -> Any:
    """What a piece says: a value, or a map by ascending numbers. Raises BadBytes."""
    try:
        found = cbor2.loads(piece, allow_duplicate_keys=False)
    except codec.FAULTS as fault:
        raise codec.BadBytes(str(fault)) from fault
    if isinstance(found, dict) and not codec.ascend(found):
        raise codec.BadBytes("not in canonical order")
    return found


def meaning_of_head(head: bytes) -> tuple[int, int, int]:
    """The kind of change, the type of record and the number of parts that its key has."""
    return head[0], meaning(head[1:-1]), head[-1] - 0x80


def only_pred(preds: bytes) -> tuple[int, int | bytes] | None:
    """Field and dot (as `meaning` would give them) where just one field below 24 replaces something."""
    if preds[0] != 0xA1 or preds[1] > 0x17:
        return None
    lead = preds[3]
    if lead < 0x18:
        return preds[1], lead
    return preds[1], int.from_bytes(preds[4:], "big") if lead < 0x40 else preds[4:]


def only_numbers(preds: Iterable[bytes], no: int) -> list[int | None]:
    """The number in each PREDS where just field `no` replaces something, of the same stream; else None."""
    begin = bytes((0xA1, no, 0x81)) if no < 0x18 else b""
    return [
        int.from_bytes(one[4:] or one[3:], "big") if one[:3] == begin and one[3] < 0x40 else None for one in preds
    ]


@functools.cache
def _common() -> re.Pattern[bytes]:
    """Bytes of which `pieces` knows the form; made when first needed, since that takes a while."""
    number = rb"[\x00-\x17]|\x18[\x18-\xff]|\x19(?!\x00)..|\x1a(?!\x00\x00)....|\x1b(?!\x00{4})[\x00-\x7f].{7}"
    below_0 = rb"[\x20-\x37]|\x38[\x18-\xff]|\x39(?!\x00)..|\x3a(?!\x00\x00)....|\x3b(?!\x00{4})[\x00-\x7f].{7}"
    text = b"|".join(re.escape(bytes([0x60 + length])) + b".{%d}" % length for length in range(1, 24))
    longer = b"|".join(re.escape(bytes([length])) + b".{%d}" % length for length in range(24, 256))
    afar = b"|".join(re.escape(bytes([0x40 + length])) + b".{%d}" % length for length in range(17, 22))

    def several(item: bytes, counts: range) -> bytes:
        ways = (re.escape(bytes([0xA0 + count])) + b"(?:%s){%d}" % (item, count) for count in counts)
        return b"(?>" + b"|".join(ways) + b")"

    uint = b"(?>" + number + b")"
    part = b"(?>" + text + b"|" + number + b")"
    value = b"(?>" + number + b"|" + text + rb"|\x78(?>" + longer + b")|" + below_0 + rb"|[\xf4\xf5])"
    fields = several(uint + value, range(1, 9))
    preds = several(uint + rb"\x81(?>" + number + b"|" + afar + b")", range(9))
    parts = b"(" + part + b")" + (b"(" + part + b")?") * 4 + b"((?!))?"  # behind the fifth there is never one
    head = rb"(?:(\x8a)|\x89)([\x01\x02]" + uint + rb"[\x81-\x85])" + parts
    rest = b"(" + fields + b")(" + preds + rb")\x80((?!\x00)" + uint + b")" + uint
    # `claimed` is left off where it is 0 and nothing follows, and so is `follows`.
    return re.compile(head + rest + rb"(?(1)" + uint + rb"\x01|(?!\x00)" + uint + b")", re.DOTALL)
