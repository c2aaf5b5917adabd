# SPDX-License-Identifier: Apache-2.0
"""PSU and the like as they go out: table T9 and the text for WhatsApp."""

from collections.abc import Sequence
from datetime import date

from desk_app.domain import revotes as rules
from desk_app.operations import revote_register
from desk_app.operations.desk import Desk

HEADINGS = (
    "No",
    "Jenis",
    "TPS",
    "Kecamatan",
    "Sebab",
    "Dasar",
    "Nomor surat/keputusan",
    "Tanggal dasar",
    "Rencana",
    "Dilaksanakan",
    "Keadaan",
    "DPT",
    "Pengguna hak pilih",
    "Permasalahan",
    "Catatan",
)
"""The headings of table T9, as it goes to a spreadsheet: Indonesian always."""


def table(found: Sequence[revote_register.RevoteRow]) -> list[list[str | int | None]]:
    """Table T9 as cells under `HEADINGS`."""
    return [
        [
            number,
            row.what_label,
            row.place_label.removesuffix(f", {row.district}"),
            row.district,
            row.cause,
            row.basis_label,
            row.basis,
            _written(row.ordered_on),
            _written(row.planned_on),
            _written(row.held_on),
            row.state_label if not row.reason else f"{row.state_label}: {row.reason}",
            row.voters if row.voters is not None else row.dpt,
            row.users,
            row.issue_number,
            row.note,
        ]
        for number, row in enumerate(found, 1)
    ]


def whatsapp_text(desk: Desk, found: Sequence[revote_register.RevoteRow], most: int = 30) -> str:
    """Table T9 as plain text for WhatsApp, Indonesian always."""
    said = [f"*{desk.identity.name}*", "PSU/PSSU/PSL/PSS", ""]
    for kind, tally in revote_register.summary(found):
        parts = [f"{rules.STATE_LABELS[state].lower()} {count}" for state, count in tally.items() if count]
        said.append(f"*{kind}*: {sum(tally.values())} TPS ({', '.join(parts)})")
    if not found:
        said.append("NIHIL")
    for number, row in enumerate(found[:most], 1):
        held = row.held_on or row.planned_on
        when = f", {'dilaksanakan' if row.held_on else 'rencana'} {_written(held)}" if held else ""
        said.append(f"{number}. {row.what_label} {row.place_label} – {row.state_label.lower()}{when}")
    if len(found) > most:
        said.append(f"… dan {len(found) - most} lainnya")
    return "\n".join(said) + "\n"


def _written(day: str) -> str:
    return date.fromisoformat(day).strftime("%d-%m-%Y") if day else ""
