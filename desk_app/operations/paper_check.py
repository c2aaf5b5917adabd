# SPDX-License-Identifier: Apache-2.0
"""The paper binds to the package: blocks of its code are typed from the signed sheet, where the office asks for it.

Whoever exchanged the file on the way cannot exchange the sheet that came by hand. Which blocks are asked for follows
from the package and this office, so that the same question stands there however often one looks.
"""

import hashlib
from collections.abc import Iterable, Mapping
from enum import StrEnum

from desk_app.domain import errors, records, words
from desk_app.operations import settings
from desk_app.operations.desk import Desk

N_ = words.N_

ASKED = 2
"""Blocks that are typed."""


class When(StrEnum):
    """When the paper is asked for; the setting `paper_check`."""

    NEVER = "never"
    VOTES = "votes"
    ALWAYS = "always"


LABELS: dict[When, str] = {
    When.NEVER: N_("Tidak pernah"),
    When.VOTES: N_("Bila kiriman memuat hasil suara"),
    When.ALWAYS: N_("Setiap kiriman"),
}


def when(desk: Desk) -> When:
    """What the office chose."""
    chosen = settings.get(desk, "paper_check")
    return When(chosen) if chosen in set(When) else When.VOTES


def asked(desk: Desk, code: str, kinds: Iterable[str]) -> tuple[int, ...]:
    """The numbers (from 1) of the blocks to be typed for a package with this code and these kinds of record."""
    chosen = when(desk)
    if chosen is When.NEVER or (chosen is When.VOTES and not any(_is_votes(kind) for kind in kinds)):
        return ()
    blocks = len(code.split("-"))
    dice = hashlib.sha256(b"desk paper" + code.encode() + desk.identity.public).digest()
    order = sorted(range(1, blocks + 1), key=lambda block: dice[block])
    return tuple(sorted(order[:ASKED]))


def wrong(code: str, typed: Mapping[int, str]) -> tuple[int, ...]:
    """The numbers of the blocks that do not stand in the code so."""
    blocks = code.split("-")
    return tuple(number for number, text in sorted(typed.items()) if _plain(text) != _plain(blocks[number - 1]))


def require(desk: Desk, code: str, kinds: Iterable[str], typed: Mapping[int, str]) -> None:
    """Raises NotPermitted unless every block that is asked for was typed as it stands in the code."""
    missing = wrong(code, {number: typed.get(number, "") for number in asked(desk, code, kinds)})
    if missing:
        raise errors.NotPermitted(
            N_(
                "Blok {blocks} tidak cocok dengan kode kiriman. Periksa berita acara serah terimanya; data tidak "
                "dimasukkan."
            ),
            blocks=", ".join(map(str, missing)),
        )


def _is_votes(kind: str) -> bool:
    declared = records.NAMES.get(kind)
    return declared is not None and declared.reach is records.Reach.COUNTS


def _plain(text: str) -> str:
    """Without case, spaces and dashes; no two letters of the code look alike (`domain.spoken`)."""
    return "".join(letter for letter in text.upper() if letter.isalnum())
