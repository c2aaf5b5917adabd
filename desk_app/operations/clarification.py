# SPDX-License-Identifier: Apache-2.0
"""Data berbeda in words: both values side by side, who and when; settled with one of them or the right one."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk_app.base.text import _
from desk_app.domain import errors, indicators, places, records, words
from desk_app.domain.records import FieldKind
from desk_app.journal.change import ALIVE
from desk_app.operations import disagreements, values
from desk_app.operations.desk import Desk

N_ = words.N_

_TYPED = {
    FieldKind.TEXT: "text",
    FieldKind.NUMBER: "number",
    FieldKind.CODE: "choice",
    FieldKind.FLAG: "choice",
    FieldKind.DATE: "text",
}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the values in words, its office and operator, the hour by their clock. `key` names it.

    `keeps`: of deleted-against-edited, whether the record stays by it; `details`: what was edited.
    """

    key: int
    words: str
    office: str
    operator: str
    when: str
    at: int
    keeps: bool = True
    details: str = ""


@dataclass(frozen=True, slots=True)
class Matter:
    """One field of one record on which offices differ, in words.

    `typing`: how the right value is entered: "text", "number", "choice" (of `choices`: code and words), "" when one
    of the values must do. `field` is empty for deleted-against-edited, where each side keeps the record or deletes it.
    `subject`: the place it is about, "" without one. `blocking`: no total counts it until it is settled.
    """

    record: int
    kind: str
    kind_label: str
    title: str
    field: str
    label: str
    shown: str
    sides: tuple[Side, ...]
    typing: str
    choices: tuple[tuple[str, str], ...]
    subject: str
    blocking: bool = False

    @property
    def key(self) -> tuple[int, str]:
        """What it is found again by."""
        return self.record, self.field

    @property
    def summary(self) -> str:
        """Both values in one line."""
        return " ⇄ ".join(side.words for side in self.sides)

    @property
    def offices(self) -> str:
        """The offices that differ."""
        return ", ".join(dict.fromkeys(side.office for side in self.sides))

    @property
    def latest(self) -> int:
        """The hour of the youngest value, seconds UTC."""
        return max((side.at for side in self.sides), default=0)


def waiting(desk: Desk) -> list[Matter]:
    """Every disagreement that waits for a decision."""
    speaker = values.Speaker(desk)
    return [_matter(speaker, one) for one in disagreements.open_ones(desk)]


def use_side(desk: Desk, matter: Matter, key: int, basis: str = "") -> None:
    """Settle with one of the values ("pakai yang ini"). Raises Refused when it was settled meanwhile.

    `basis`: on what evidence, as it is told in the Berita Acara Klarifikasi Data.
    """
    one = _again(desk, matter)
    side = next((side for side in one.sides if side.key == key), None)
    if side is None:
        raise errors.Refused(N_("Isian itu sudah diganti. Periksa kembali daftar data berbeda."))
    disagreements.decide_many(desk, [disagreements.choice(one, side, basis)])


def use_typed(desk: Desk, matter: Matter, typed: str, basis: str = "") -> None:
    """Settle with the value that was typed or chosen. Raises Refused."""
    one = _again(desk, matter)
    disagreements.decide(desk, one.record, one.kind, one.field, _read(one, typed.strip()), basis)


def use_office(desk: Desk, office: str, chosen: Sequence[Matter] | None = None, basis: str = "") -> int:
    """Settle with what one office said ("pakai semua dari …"): all that waits, or the chosen ones; one undo.

    Left open is what that office said nothing about, or two things. Returns how many were settled.
    """
    wanted = None if chosen is None else {matter.key for matter in chosen}
    open_ones = [one for one in disagreements.open_ones(desk) if wanted is None or (one.record, one.field) in wanted]
    found = disagreements.choices_of(open_ones, office)
    return disagreements.decide_many(desk, found, basis) if found else 0


def offices(matters: Sequence[Matter]) -> list[tuple[str, int]]:
    """The offices that said one thing in some of these, and in how many: what `use_office` would settle."""
    counted: dict[str, int] = {}
    for matter in matters:
        said: dict[str, set[object]] = {}
        for side in matter.sides:
            said.setdefault(side.office, set()).add(side.words if matter.field else side.keeps)
        for name, sayings in said.items():
            counted[name] = counted.get(name, 0) + (len(sayings) == 1)
    return sorted(((name, count) for name, count in counted.items() if count), key=lambda pair: (-pair[1], pair[0]))


def _again(desk: Desk, matter: Matter) -> disagreements.Disagreement:
    found = [one for one in disagreements.open_ones(desk) if (one.record, one.field) == matter.key]
    if not found:
        raise errors.Refused(N_("Data berbeda ini sudah diklarifikasi."))
    return found[0]


def _read(one: disagreements.Disagreement, typed: str) -> str | int | bool | None:
    if not one.field:
        return typed == "keep"
    field = records.NAMES[one.kind].field(one.field)
    if not typed:
        return None
    match field.kind:
        case FieldKind.NUMBER if field.scale:
            return indicators.parse(typed, field.scale)
        case FieldKind.NUMBER:
            digits = typed.replace(".", "").replace(" ", "")
            if not (digits.isascii() and digits.isdigit()):
                raise errors.Refused(N_("“{text}” bukan angka."), text=typed)
            return int(digits)
        case FieldKind.FLAG:
            return typed == "yes"
    return typed


def _matter(speaker: values.Speaker, one: disagreements.Disagreement) -> Matter:
    field = records.NAMES[one.kind].field(one.field) if one.field else None
    return Matter(
        record=one.record,
        kind=one.kind,
        kind_label=_(records.NAMES[one.kind].label),
        title=" · ".join(part for part in (one.whole, speaker.title(one.kind, one.title)) if part),
        field=one.field,
        label=_(one.label),
        shown=speaker.value(one.kind, one.field, one.shown) if field is not None else "",
        sides=tuple(
            Side(
                key=side.key,
                words=_side_words(speaker, one, side),
                office=side.office or _("kantor yang belum dikenal"),
                operator=side.operator,
                when=speaker.moment(side.at),
                at=side.at,
                keeps=side.keeps,
                details=_details(speaker, one.kind, side),
            )
            for side in one.sides
        ),
        typing=_typing(one.kind, field) if field is not None else "",
        choices=_choices(one.kind, field) if field is not None else (),
        subject=subject_of(one),
        blocking=_is_left_out(one.kind, field),
    )


def _is_left_out(kind: str, field: records.Field | None) -> bool:
    """Whether no sum counts it meanwhile; of a TPS its class alone, the TPS itself is counted."""
    declared = records.NAMES[kind]
    if field is None and declared is records.STATION:
        return False
    return (field.no if field is not None else ALIVE) in declared.blocking


def _side_words(speaker: values.Speaker, one: disagreements.Disagreement, side: disagreements.Side) -> str:
    if not one.field:
        return _(str(side.value))
    return _("(dirahasiakan)") if one.veiled else speaker.value(one.kind, one.field, side.value)


def _typing(kind: str, field: records.Field) -> str:
    if field.scale:
        return _TYPED[FieldKind.TEXT]  # with a comma in it
    return "choice" if values.choices(kind, field.name) else _TYPED.get(field.kind, "")


def _details(speaker: values.Speaker, kind: str, side: disagreements.Side) -> str:
    """What was edited in a record that another office deleted: "Dampak: Kotak basah"."""
    declared = records.NAMES[kind]
    told = [(declared.field(name), value) for name, value in side.told]
    return "\n".join(f"{_(field.label)}: {speaker.value(kind, field.name, value)}" for field, value in told)


def _choices(kind: str, field: records.Field) -> tuple[tuple[str, str], ...]:
    if field.kind is FieldKind.FLAG:
        return ("yes", _("Ya")), ("no", _("Tidak"))
    return values.choices(kind, field.name)


def subject_of(one: disagreements.Disagreement) -> str:
    """The place that a disagreement is about, "" without one."""
    parts: Sequence[str] = one.title.split(" · ")
    match one.kind:
        case "answer" | "recap":
            return parts[0]
        case "station" | "station_risk" if len(parts) > 1 and parts[1].isdigit():
            return places.station_subject(parts[0], int(parts[1]))
    return ""
