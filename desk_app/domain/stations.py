# SPDX-License-Identifier: Apache-2.0
"""What a TPS (polling station) may be: its number, its voters, its name on screen and its order.

Odd figures are saved with a remark, never refused: real lists have them (`domain.md §4.2`).
"""

import re

from desk_app.domain import errors
from desk_app.domain.elections import Event
from desk_app.domain.words import N_, Phrase, phrase

SPECIAL_FROM = 901
"""TPS at special locations (prisons, hospitals, mines, ...) carry numbers from here."""


def parse_number(text: str) -> int:
    """Read the number of a TPS: "5", "005", "TPS 005"; raises `Refused` outside 1 to 999."""
    cleaned = text.strip().upper().removeprefix("TPS").strip(" .")
    if not re.fullmatch(r"0*[1-9]\d{0,2}", cleaned, re.ASCII):
        raise errors.Refused(N_("Nomor TPS harus angka 1 sampai 999, bukan “{text}”."), text=text.strip())
    return int(cleaned)


def parse_voters(text: str) -> int | None:
    """Read a number of voters; empty is None (not known), which is not 0."""
    cleaned = text.strip()
    if not cleaned:
        return None
    if not re.fullmatch(r"\d{1,7}", cleaned, re.ASCII):
        raise errors.Refused(
            N_("“{text}” bukan jumlah pemilih. Tulis angka saja, tanpa titik, misalnya 287."), text=cleaned
        )
    return int(cleaned)


def is_special(number: int) -> bool:
    """Tell whether a number is that of a TPS at a special location."""
    return number >= SPECIAL_FROM


def label(number: int) -> str:
    """Write a TPS as on its sign: "TPS 005"."""
    return f"TPS {number:03d}"


def voters(male: int | None, female: int | None, total: int | None = None) -> int | None:
    """Return the voters of a TPS: L + P where both are known, otherwise the total as given."""
    return male + female if male is not None and female is not None else total


def check_voters(
    event: Event, male: int | None, female: int | None, total: int | None = None
) -> list[Phrase]:
    """Return what looks odd about the voters of one TPS; raises `Refused` only for a negative number."""
    if any(count is not None and count < 0 for count in (male, female, total)):
        raise errors.Refused(N_("Jumlah pemilih tidak boleh kurang dari 0."))
    remarks = check_sum(male, female, total)
    dpt = voters(male, female, total)
    if dpt == 0:
        remarks.append(phrase(N_("DPT 0: TPS tanpa pemilih?")))
    if dpt is not None and dpt > event.max_voters:
        remarks.append(
            phrase(
                N_("DPT {dpt} melebihi batas {limit} pemilih per TPS untuk {event}."),
                dpt=dpt,
                limit=event.max_voters,
                event=event.short_name,
            )
        )
    return remarks


def check_sum(male: int | None, female: int | None, total: int | None) -> list[Phrase]:
    """Return a remark when L + P is not the total (`domain.md §4.2 V01`), for a TPS or any region."""
    if male is None or female is None or total is None or male + female == total:
        return []
    return [
        phrase(
            N_("L {male} + P {female} = {sum}, tetapi jumlah tertulis {total}: selisih {difference}."),
            male=male,
            female=female,
            sum=male + female,
            total=total,
            difference=abs(total - male - female),
        )
    ]
