# SPDX-License-Identifier: Apache-2.0
"""The Buku Posko of a day as it leaves the program: a sheet for Excel, and text for WhatsApp."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from desk_app.domain import chat_text, hours
from desk_app.operations import days, logbook, workbook_export
from desk_app.operations.desk import Desk

HEADINGS = ("No", "Waktu", "Dari", "Isi", "Tindakan", "Tempat", "Permasalahan", "Foto", "Dicatat oleh")
"""The headings of the sheet: Indonesian always."""

MOST = 20_000


def export(desk: Desk, path: Path, day: date | None = None) -> int:
    """Write the lines of a day (or all of them) to a workbook, oldest first; returns how many. Raises Refused."""
    found = _lines(desk, day)
    rows = [
        (
            number,
            days.local(desk, line.at).replace(tzinfo=None),
            line.sender,
            line.text,
            line.measure,
            line.place_label,
            line.issue_number,
            line.photos or None,
            line.written_by,
        )
        for number, line in enumerate(found, 1)
    ]
    workbook_export.export_table(path, title(day), HEADINGS, rows)
    return len(found)


def title(day: date | None) -> str:
    """What a sheet of a day is called."""
    return f"Buku Posko {day:%d-%m-%Y}" if day else "Buku Posko"


def whatsapp_text(desk: Desk, day: date) -> str:
    """The lines of a day as plain text, Indonesian always; NIHIL for a day without one."""
    found = _lines(desk, day)
    said = [chat_text.bold(desk.identity.name), f"{title(day)} ({days.day_words(desk, day)})", ""]
    said += [_told(desk, line) for line in found[: chat_text.MOST_ROWS]]
    if len(found) > chat_text.MOST_ROWS:
        said.append(f"… dan {len(found) - chat_text.MOST_ROWS} lainnya")
    if not found:
        said.append("NIHIL")
    return "\n".join(said) + "\n"


def _told(desk: Desk, line: logbook.LogLine) -> str:
    hour = hours.write_moment(days.local(desk, line.at))[-5:]
    if line.confidential:
        return f"{hour} {chat_text.masked().message} [{line.issue_number}]"
    parts = [part for part in (line.sender, line.place_label) if part]
    measure = f" → {line.measure}" if line.measure else ""
    number = f" [{line.issue_number}]" if line.issue_number else ""
    said = chat_text.plain(f"{line.text}{measure}{number}").replace("*", "·")
    return f"{hour} {chat_text.bold(', '.join(parts))} {said}".replace("  ", " ")


def _lines(desk: Desk, day: date | None) -> Sequence[logbook.LogLine]:
    return logbook.lines(desk, day, limit=MOST)[::-1]
