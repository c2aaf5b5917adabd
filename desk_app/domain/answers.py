# SPDX-License-Identifier: Apache-2.0
"""Answers to checklist items: what was typed, what it means, and whether it is good enough.

Keys: S or 1 Sudah, B or 2 Belum, T or 0 Tidak perlu; in a number item the digits are the number and T
stays Tidak perlu, so that no key can be read two ways (`screens.md`).
"""

from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain import errors
from desk_app.domain.checklists import Item, ItemKind
from desk_app.domain.words import N_, Phrase, phrase


class Mark(StrEnum):
    """The three answers that are not numbers."""

    DONE = "done"
    NOT_YET = "not_yet"
    NOT_NEEDED = "not_needed"


class Verdict(StrEnum):
    """What an answer comes to."""

    OK = "ok"
    FAILED = "failed"
    NOT_APPLICABLE = "not_applicable"


AnswerValue = Mark | int

MARK_LABELS: dict[Mark, str] = {
    Mark.DONE: N_("Sudah"),
    Mark.NOT_YET: N_("Belum"),
    Mark.NOT_NEEDED: N_("Tidak perlu"),
}
MARK_KEYS: dict[str, Mark] = {
    "s": Mark.DONE,
    "1": Mark.DONE,
    "b": Mark.NOT_YET,
    "2": Mark.NOT_YET,
    "t": Mark.NOT_NEEDED,
    "0": Mark.NOT_NEEDED,
}
HIGHEST = 9_999_999

_WRITTEN: dict[str, Mark] = {
    **MARK_KEYS,
    **{mark.value: mark for mark in Mark},
    "sudah": Mark.DONE,
    "ya": Mark.DONE,
    "belum": Mark.NOT_YET,
    "tidak perlu": Mark.NOT_NEEDED,
}


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict, with words where there is something to say ("kurang 8")."""

    verdict: Verdict
    words: Phrase | None = None

    @property
    def failed(self) -> bool:
        """Whether the answer shows something that is wrong or still to do."""
        return self.verdict is Verdict.FAILED


def parse(item: Item, text: str) -> AnswerValue:
    """Read what was typed or handed over for an item; raises `Refused` with words that say what to type."""
    cleaned = " ".join(text.casefold().replace("_", " ").split())
    written = _WRITTEN.get(cleaned) or _WRITTEN.get(cleaned.replace(" ", "_"))
    if item.kind is ItemKind.YES_NO:
        if written is None:
            raise errors.Refused(
                N_(
                    "“{text}” bukan jawaban untuk “{item}”. Pilih S (Sudah), B (Belum), atau T (Tidak perlu)."
                ),
                text=text.strip(),
                item=item.label,
            )
        return written
    if written is Mark.NOT_NEEDED and not cleaned.isdigit():
        return written
    if not (cleaned.isascii() and cleaned.isdigit()):
        raise errors.Refused(
            N_("“{item}” diisi dengan jumlah. Tulis angka saja, tanpa titik, atau T (Tidak perlu)."),
            item=item.label,
        )
    if len(cleaned) > len(str(HIGHEST)) or int(cleaned) > HIGHEST:
        raise errors.Refused(N_("{number} terlalu besar untuk “{item}”."), number=cleaned, item=item.label)
    return int(cleaned)


def encode(value: AnswerValue) -> str:
    """Write a value for storage and exchange."""
    return value.value if isinstance(value, Mark) else str(value)


def decode(text: str) -> AnswerValue:
    """Read a stored value back."""
    return int(text) if text.isdigit() else Mark(text)


def judge(item: Item, value: AnswerValue, quantity_required: int | None) -> Judgement:
    """Judge an answer: Belum and too few are failures, more than needed is said but good enough."""
    if value is Mark.NOT_NEEDED:
        return Judgement(Verdict.NOT_APPLICABLE)
    if value is Mark.NOT_YET:
        return Judgement(Verdict.FAILED, phrase(N_("belum")))
    if isinstance(value, Mark) or item.kind is ItemKind.YES_NO or quantity_required is None:
        return Judgement(Verdict.OK)
    difference = value - quantity_required
    if difference < 0:
        return Judgement(Verdict.FAILED, phrase(N_("kurang {count}"), count=-difference))
    if difference > 0:
        return Judgement(Verdict.OK, phrase(N_("lebih {count}"), count=difference))
    return Judgement(Verdict.OK)


def words(value: AnswerValue, item: Item) -> Phrase:
    """Write a value for people: "Sudah", "285 lembar"."""
    if isinstance(value, Mark):
        return phrase(MARK_LABELS[value])
    return phrase(N_("{count} {unit}"), count=value, unit=phrase(item.unit)) if item.unit else Phrase(str(value))
