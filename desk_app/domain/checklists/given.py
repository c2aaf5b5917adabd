# SPDX-License-Identifier: Apache-2.0
"""What can be given as an answer: one of three marks, a number, or words (a choice, a text, an hour)."""

from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain.words import N_


class Mark(StrEnum):
    """The three answers that are neither numbers nor words."""

    DONE = "done"
    NOT_YET = "not_yet"
    NOT_NEEDED = "not_needed"


@dataclass(frozen=True, slots=True)
class Written:
    """An answer in words: the chosen one of a list, a text, or a day and hour as `2024-02-14 07:10`."""

    text: str

    def __str__(self) -> str:
        return self.text


AnswerValue = Mark | int | Written

MARK_LABELS: dict[Mark, str] = {
    Mark.DONE: N_("Sudah"),
    Mark.NOT_YET: N_("Belum"),
    Mark.NOT_NEEDED: N_("Tidak perlu"),
}


def value_of(choice: str | None, quantity: int | None, written: str | None = None) -> AnswerValue | None:
    """What an answer's columns say, None for one that was emptied."""
    if choice:
        return Mark(choice)
    if quantity is not None:
        return quantity
    return Written(written) if written else None
