# SPDX-License-Identifier: Apache-2.0
"""What taking back a whole import did, in words: how much went back, and what was left as it is and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk_app.base.text import _
from desk_app.domain import words
from desk_app.operations import import_outcome, import_undo, values
from desk_app.operations.desk import Desk

N_ = words.N_

WHY: dict[str, str] = {
    "edited": N_("sudah diubah sesudahnya"),
    "above": N_("milik kantor di atas; dibetulkan di sana"),
    "newer": N_("dari versi program yang lebih baru"),
}


@dataclass(frozen=True, slots=True)
class Left:
    """A record that stayed: what it is, which of it, why."""

    kind: str
    title: str
    fields: str
    why: str


def left(desk: Desk, found: Sequence[import_undo.Left]) -> list[Left]:
    """What was left, in words; reads the database."""
    speaker = values.Speaker(desk)
    return [
        Left(
            kind=_(import_outcome.kind_label(one.kind)) if one.kind else _("catatan dari versi baru"),
            title=speaker.title(one.kind, one.title),
            fields=", ".join(_(field) for field in one.fields) or _("seluruhnya"),
            why=_(WHY.get(one.why, WHY["edited"])),
        )
        for one in found
    ]
