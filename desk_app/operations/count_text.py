# SPDX-License-Identifier: Apache-2.0
"""The count in messages for WhatsApp: how far the copies are, which TPS are waited for; no figure, no phone."""

import itertools
from collections.abc import Sequence

from desk_app.domain import chat_text
from desk_app.domain.words import dotted
from desk_app.operations import count_board
from desk_app.operations.desk import Desk

MOST_VILLAGES = 40


def progress_text(desk: Desk, found: count_board.Progress) -> str:
    """How far the copies are, by region."""
    lines = [chat_text.bold(desk.identity.name), found.area.race.label, str(found.words), ""]
    lines += [f"{row.name}: {dotted(row.whole)}/{dotted(row.stations)}" for row in found.rows if row.stations]
    return "\n".join(lines) + "\n"


def missing_text(desk: Desk, race_label: str, found: Sequence[count_board.MissingTps]) -> str:
    """Which TPS are waited for, by village: "Kel. Tempe: 001, 003, 005"."""
    lines = [chat_text.bold(desk.identity.name), f"{race_label}: {dotted(len(found))} TPS belum masuk lengkap"]
    district, left, villages = "", 0, 0
    for (where, at), group in itertools.groupby(found, key=lambda one: (one.village, one.district)):
        listed = list(group)
        if villages == MOST_VILLAGES:
            left += len(listed)
            continue
        villages += 1
        if at != district:
            district = at
            lines += ["", chat_text.bold(at)]
        numbers = ", ".join(one.subject.removeprefix(f"{where}-") + ("*" if one.part else "") for one in listed)
        lines.append(f"{listed[0].where}: {numbers}")
    if left:
        lines.append(f"… dan {dotted(left)} TPS lainnya")
    if any(one.part for one in found):
        lines += ["", "* baru sebagian"]
    return "\n".join(lines) + "\n"
