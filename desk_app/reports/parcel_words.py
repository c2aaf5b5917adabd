# SPDX-License-Identifier: Apache-2.0
"""What the papers of the exchange say alike: how a package was carried, sizes, numbers, who signs for an office."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from desk_app.reports import document, signature, words

UNOFFICIAL = "Data Desk adalah hasil pemantauan dan bukan data resmi penyelenggara pemilihan."


class Way(StrEnum):
    FLASHDISK = "Flashdisk"
    WHATSAPP = "WhatsApp"
    EMAIL = "E-mail"
    FOLDER = "Folder bersama"


@dataclass(frozen=True, slots=True)
class Party:
    """An office and who acts for it. `person` and `function` may be empty: lines for the pen.

    `below` are the lines under the name (pangkat, NIP); `function` is "Operator Desk", "Camat Tempe".
    """

    office: str
    person: str = ""
    function: str = ""
    below: tuple[str, ...] = ()


def side(party: Party, role: str, first: tuple[str, ...], room: float = 20.0) -> document.SignatureBlock:
    """The half of a form that a party signs: `role` "Yang menyerahkan", what stands above it, its function and name."""
    office = (role, f"{party.function}," if party.function else f"{party.office},")
    return document.SignatureBlock(first, office, party.person or signature.UNNAMED, party.below, room)


def ways(chosen: Way | None) -> str:
    """All ways with a box each, the chosen one ticked; none ticked leaves it to the pen."""
    return f"{words.NO_BREAK * 2} ".join(f"{'☑' if way is chosen else '☐'}{words.NO_BREAK}{way}" for way in Way)


def size(count: int) -> str:
    """Bytes as people say them: `845 KB`, `1,2 MB`; what is there is never 0 KB."""
    if count < 1_000_000:
        return f"{words.number(max(-(-count // 1000), 1 if count else 0))}{words.NO_BREAK}KB"
    tenths = round(count / 100_000)
    return f"{words.number(tenths // 10)},{tenths % 10}{words.NO_BREAK}MB"


def numbers(found: tuple[int, ...], most: int = 8) -> str:
    """Numbers of packages: `ke-3, ke-5 s.d. ke-9, dan ke-12`; after `most` runs the others are counted only."""
    runs: list[tuple[int, int]] = []
    for number in sorted(set(found)):
        if runs and runs[-1][1] == number - 1:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    shown = runs if len(runs) <= most else runs[: most - 1]
    told = []
    for first, last in shown:
        if last - first > 1:
            told.append(f"ke-{first} s.d. ke-{last}")
        else:
            told += [f"ke-{number}" for number in range(first, last + 1)]
    rest = sum(last - first + 1 for first, last in runs[len(shown) :])
    if rest:
        told.append(f"{words.number(rest)} lainnya")
    return words.listed(told)


def lasting(start: datetime, end: datetime) -> str:
    """How long ago: `2 hari 5 jam`, `7 jam`, `kurang dari 1 jam`."""
    hours = max((end - start) // timedelta(hours=1), 0)
    days, rest = divmod(hours, 24)
    told = [f"{words.number(days)} hari"] if days else []
    if rest:
        told.append(f"{rest} jam")
    return " ".join(told) or "kurang dari 1 jam"


def shortened(text: str, most: int) -> str:
    """One line of at most `most` signs; what is left out is marked."""
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[: most - 1].rstrip()}…"
