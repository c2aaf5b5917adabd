# SPDX-License-Identifier: Apache-2.0
"""Answers to checklist items: what was typed, what it means, and whether it is good enough.

Keys: S or 1 Sudah, B or 2 Belum, T or 0 Tidak perlu; in a number item the digits are the number and T
stays Tidak perlu, so that no key can be read two ways (`screens.md`).
"""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desk_app.domain import errors
from desk_app.domain.checklists import Item, ItemKind
from desk_app.domain.checklists.given import MARK_LABELS, AnswerValue, Mark, Written, value_of
from desk_app.domain.checklists.items import BAD
from desk_app.domain.words import N_, Phrase, phrase

__all__ = ["MARK_LABELS", "AnswerValue", "Mark", "Written", "value_of"]


class Verdict(StrEnum):
    """What an answer comes to."""

    OK = "ok"
    FAILED = "failed"
    NOT_APPLICABLE = "not_applicable"


MARK_KEYS: dict[str, Mark] = {
    "s": Mark.DONE,
    "1": Mark.DONE,
    "b": Mark.NOT_YET,
    "2": Mark.NOT_YET,
    "t": Mark.NOT_NEEDED,
    "0": Mark.NOT_NEEDED,
}
HIGHEST = 9_999_999
LONGEST = 2000
"""Characters of an answer in words."""

_MOMENT = re.compile(r"(?:(\d{4})-(\d\d?)-(\d\d?)|(\d\d?)-(\d\d?)-(\d{4}))[ T]+(\d\d?)[.:](\d\d)")

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
    match item.kind:
        case ItemKind.YES_NO | ItemKind.PHOTO:
            if written is None:
                raise errors.Refused(
                    N_(
                        "“{text}” bukan jawaban untuk “{item}”. Pilih S (Sudah), B (Belum), atau T (Tidak perlu)."
                    ),
                    text=text.strip(),
                    item=item.label,
                )
            return written
        case ItemKind.NUMBER:
            return _number(item, cleaned, written)
        case ItemKind.CHOICE:
            return _chosen(item, cleaned, written)
        case ItemKind.MOMENT:
            return _moment(item, text)
    plain = " ".join(text.split())
    if plain.upper() == "T" or cleaned in ("tidak perlu", "not needed"):
        return Mark.NOT_NEEDED
    if len(plain) > LONGEST:
        raise errors.Refused(N_("“{item}”: paling panjang {most} huruf."), item=item.label, most=LONGEST)
    return Written(plain)


def _number(item: Item, cleaned: str, written: Mark | None) -> AnswerValue:
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


def _chosen(item: Item, cleaned: str, written: Mark | None) -> AnswerValue:
    for place, option in enumerate(item.options, 1):
        if cleaned in (option.casefold(), str(place)):
            return Written(option)
    if written is Mark.NOT_NEEDED and not cleaned.isdigit():
        return written
    raise errors.Refused(
        N_("“{item}”: pilih salah satu dari {options}, atau T (Tidak perlu)."),
        item=item.label,
        options=", ".join(f"{place} {option}" for place, option in enumerate(item.options, 1)),
    )


def _moment(item: Item, text: str) -> AnswerValue:
    cleaned = text.strip()
    if cleaned.casefold() in ("t", "tidak perlu", "not_needed"):
        return Mark.NOT_NEEDED
    found = _MOMENT.fullmatch(cleaned)
    if found is not None:
        year, month, day = (found[1], found[2], found[3]) if found[1] else (found[6], found[5], found[4])
        try:
            at = datetime(int(year), int(month), int(day), int(found[7]), int(found[8]))  # noqa: DTZ001 - of the office
            return Written(at.strftime("%Y-%m-%d %H:%M"))
        except ValueError:
            pass
    raise errors.Refused(
        N_("“{item}” diisi tanggal dan jam, seperti 14-02-2024 07.10, atau T (Tidak perlu)."), item=item.label
    )


def encode(value: AnswerValue) -> str:
    """Write a value for storage and exchange."""
    return value.value if isinstance(value, Mark) else str(value)


def columns(value: AnswerValue | None) -> dict[str, object]:
    """An answer as the columns of its record hold it; an emptied one empties all."""
    return {
        "choice": value.value if isinstance(value, Mark) else None,
        "quantity": value if isinstance(value, int) else None,
        "written": value.text if isinstance(value, Written) else None,
    }


def decode(text: str) -> AnswerValue:
    """Read a stored value back."""
    return int(text) if text.isdigit() else Mark(text)


def judge(item: Item, value: AnswerValue, quantity_required: int | None) -> Judgement:
    """Judge an answer: Belum and too few are failures, more than needed is said but good enough."""
    if value is Mark.NOT_NEEDED:
        return Judgement(Verdict.NOT_APPLICABLE)
    if value is Mark.NOT_YET:
        return Judgement(Verdict.FAILED, phrase(N_("belum")))
    if isinstance(value, Written):
        return Judgement(Verdict.FAILED if BAD + value.text in item.choices else Verdict.OK)
    if isinstance(value, Mark) or item.kind is not ItemKind.NUMBER or quantity_required is None:
        return Judgement(Verdict.OK)
    difference = value - quantity_required
    if difference < 0:
        return Judgement(Verdict.FAILED, phrase(N_("kurang {count}"), count=-difference))
    if difference > 0:
        return Judgement(Verdict.OK, phrase(N_("lebih {count}"), count=difference))
    return Judgement(Verdict.OK)


def words(value: AnswerValue, item: Item) -> Phrase:
    """Write a value for people: "Sudah", "285 lembar", "14-02-2024 07.10"."""
    if isinstance(value, Mark):
        return phrase(MARK_LABELS[value])
    if isinstance(value, Written):
        return Phrase("{text}", {"text": moment_words(value.text) if item.kind is ItemKind.MOMENT else value.text})
    return phrase(N_("{count} {unit}"), count=value, unit=phrase(item.unit)) if item.unit else Phrase(str(value))


def moment_words(text: str) -> str:
    """A day and hour as it is kept, as an office writes it: 14-02-2024 07.10."""
    day, _, hour = text.partition(" ")
    return f"{'-'.join(reversed(day.split('-')))} {hour.replace(':', '.')}".strip()
