# SPDX-License-Identifier: Apache-2.0
"""Election goods on their way: stages, what a line of a shipment comes to, and the six ticks with what figures suggest.

The six ticks are *tepat jenis, jumlah, kualitas, waktu, sasaran, biaya* (`domain.md §2.4`). The program proposes what
figures and hours show; a person says it. All goods must be with KPPS on the day before voting at the latest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain import checklists, errors, places
from desk_app.domain.checklists import Item, ItemKind
from desk_app.domain.elections import Event
from desk_app.domain.places import Kind
from desk_app.domain.words import N_, Phrase, phrase

STAGES = (Kind.GUDANG, Kind.PPK, Kind.PPS, Kind.TPS)
"""Where goods lie on their way, first to last."""

STAGE_LABELS: dict[Kind, str] = {
    Kind.GUDANG: N_("Gudang KPU"),
    Kind.PPK: N_("Kecamatan (PPK)"),
    Kind.PPS: N_("Desa/kelurahan (PPS)"),
    Kind.TPS: N_("TPS"),
}
BOXES = "log.kotak"
"""The goods that are counted where nothing else is said; all races together."""

GOODS_SECTION = "log"
GOODS_PHASE = -1
SETS = frozenset(("log.formulir", "log.salinan", "log.pengenal", "log.atk"))
"""Goods that the checklist only asks for with yes or no; shipped as one set for a TPS, which is a way of counting."""

DEADLINE = -1
"""The day (from voting day) at whose end all goods must be at the TPS (`domain.md §2.4`, detik d-7154509)."""


class Tick(StrEnum):
    """The six *tepat*, in their usual order."""

    KIND = "kind"
    QUANTITY = "quantity"
    QUALITY = "quality"
    TIME = "time"
    TARGET = "target"
    COST = "cost"

    @property
    def field(self) -> str:
        """The field of a shipment that holds it."""
        return f"right_{self.value}"

    @property
    def reason(self) -> str:
        """The field of a shipment that holds why it is not so."""
        return f"reason_{self.value}"


TICK_LABELS: dict[Tick, str] = {
    Tick.KIND: N_("Tepat jenis"),
    Tick.QUANTITY: N_("Tepat jumlah"),
    Tick.QUALITY: N_("Tepat kualitas"),
    Tick.TIME: N_("Tepat waktu"),
    Tick.TARGET: N_("Tepat sasaran"),
    Tick.COST: N_("Tepat biaya"),
}


class State(StrEnum):
    """How far a shipment is."""

    PLANNED = "rencana"
    UNDERWAY = "di_jalan"
    ARRIVED = "tiba"


STATE_LABELS: dict[State, str] = {
    State.PLANNED: N_("Rencana"),
    State.UNDERWAY: N_("Di jalan"),
    State.ARRIVED: N_("Tiba"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of goods in a shipment. None is not known, which is not 0.

    `planned` is what was needed when the shipment was made. `received` counts all that came, `damaged` and `wet` are
    parts of it that cannot be used.
    """

    item: str
    label: str = ""
    planned: int | None = None
    sent: int | None = None
    received: int | None = None
    damaged: int = 0
    wet: int = 0

    @property
    def wanted(self) -> int | None:
        """What should come: what was needed, else what was sent."""
        return self.sent if self.planned is None else self.planned

    @property
    def good(self) -> int | None:
        """What came and can be used."""
        return None if self.received is None else max(self.received - self.damaged - self.wet, 0)

    @property
    def missing(self) -> int:
        """How many fewer came, or were sent, than should."""
        held = self.sent if self.received is None else self.received
        return max((self.wanted or 0) - held, 0) if held is not None else 0

    @property
    def short(self) -> int:
        """How many cannot be used of what should come: those that are missing, damaged or wet."""
        held = self.sent if self.good is None else self.good
        return max((self.wanted or 0) - held, 0) if held is not None else 0

    @property
    def surplus(self) -> int:
        """How many more came than should."""
        return max(self.received - self.wanted, 0) if self.received is not None and self.wanted is not None else 0


@dataclass(frozen=True, slots=True)
class Journey:
    """What is known of a shipment beside its lines. Moments in seconds UTC."""

    place: str
    planned_at: int | None = None
    sent_at: int | None = None
    arrived_at: int | None = None
    deadline: int | None = None
    arrived_place: str = ""

    @property
    def state(self) -> State:
        if self.arrived_at is not None:
            return State.ARRIVED
        return State.UNDERWAY if self.sent_at is not None else State.PLANNED

    def is_late(self, now: int) -> bool:
        """Whether it came, or has still not come, after its deadline."""
        reached = now if self.arrived_at is None else self.arrived_at
        return self.deadline is not None and reached > self.deadline


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What figures and hours say of a tick: None where they say nothing. `words` say why."""

    tick: Tick
    value: bool | None
    words: Phrase | None = None


def suggest(journey: Journey, lines: Sequence[Line], now: int) -> dict[Tick, Suggestion]:
    """What the program proposes for each of the six ticks."""
    return {
        one.tick: one
        for one in (
            Suggestion(Tick.KIND, None),
            _quantity(lines),
            _quality(lines),
            _time(journey, now),
            _target(journey),
            Suggestion(Tick.COST, None),
        )
    }


def require_reason(suggestion: Suggestion, value: bool | None, reason: str) -> None:
    """A tick that fails, or that says otherwise than the figures, wants a reason. Raises Refused."""
    against = value is True and suggestion.value is False
    if (value is False or against) and not reason.strip():
        raise errors.Refused(N_("Tulis alasannya untuk “{tick}”."), tick=phrase(TICK_LABELS[suggestion.tick]))


def goods(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items of a checklist (opened out for an event) that are goods for a TPS, in order."""
    return tuple(
        one
        for one in items
        if one.section == GOODS_SECTION
        and one.phase == GOODS_PHASE
        and Kind.TPS in one.places
        and (one.kind is ItemKind.NUMBER or one.code in SETS)
    )


def unit_of(item: Item) -> str:
    """What an item is counted in (a msgid)."""
    return item.unit if item.kind is ItemKind.NUMBER else "set"


def needed(item: Item, event: Event, dpt: int | None) -> int | None:
    """How many of an item one TPS needs; None where no figure is known."""
    if item.kind is not ItemKind.NUMBER:
        return 1
    return checklists.required_quantity(item, event, dpt)


def covers(wanted: str, item: str) -> bool:
    """Whether an item is the wanted one, or one of its races."""
    return item == wanted or item.startswith(f"{wanted}.")


def stage_of(subject: str) -> Kind | None:
    """The stage that a place is, None for one that is none (a region, a posko)."""
    kind = places.kind_of(subject)
    return kind if kind in STAGES else None


def next_stages(stage: Kind) -> tuple[Kind, ...]:
    """Where goods go on to from a stage, the usual one first."""
    return STAGES[STAGES.index(stage) + 1 :]


def share(needs: Sequence[int], stock: int) -> list[int]:
    """What each of some places gets of a stock: all that it needs, in order, until nothing is left.

    One place without enough is better than every place without enough: a shortage then has a name.
    """
    given = []
    for need in needs:
        part = min(max(need, 0), max(stock, 0))
        given.append(part)
        stock -= part
    return given


def _quantity(lines: Sequence[Line]) -> Suggestion:
    """What came against what should; of what has not come yet, what was sent."""
    missing = [one for one in lines if one.missing]
    more = [one for one in lines if one.surplus]
    if missing:
        first = missing[0]
        words = phrase(
            N_("{item} kurang {count} dari {wanted}"), item=first.label, count=first.missing, wanted=first.wanted
        )
        return Suggestion(Tick.QUANTITY, False, _and_others(words, len(missing) + len(more) - 1))
    if more:
        words = phrase(N_("{item} lebih {count}"), item=more[0].label, count=more[0].surplus)
        return Suggestion(Tick.QUANTITY, False, _and_others(words, len(more) - 1))
    if lines and all(one.received is not None and one.wanted is not None for one in lines):
        return Suggestion(Tick.QUANTITY, True, phrase(N_("semua barang diterima sesuai jumlahnya")))
    return Suggestion(Tick.QUANTITY, None)


def _quality(lines: Sequence[Line]) -> Suggestion:
    spoilt = [one for one in lines if one.damaged or one.wet]
    if not spoilt:
        return Suggestion(Tick.QUALITY, None)
    first = spoilt[0]
    said = phrase(N_("{item}: {damaged} rusak, {wet} basah"), item=first.label, damaged=first.damaged, wet=first.wet)
    return Suggestion(Tick.QUALITY, False, _and_others(said, len(spoilt) - 1))


def _time(journey: Journey, now: int) -> Suggestion:
    if journey.deadline is None or (journey.arrived_at is None and not journey.is_late(now)):
        return Suggestion(Tick.TIME, None)
    if not journey.is_late(now):
        return Suggestion(Tick.TIME, True, phrase(N_("tiba sebelum batasnya")))
    if journey.arrived_at is None:
        late = phrase(N_("belum tiba, lewat {time} dari batasnya"), time=span(now - journey.deadline))
        return Suggestion(Tick.TIME, False, late)
    late = phrase(N_("tiba {time} sesudah batasnya"), time=span(journey.arrived_at - journey.deadline))
    return Suggestion(Tick.TIME, False, late)


def _target(journey: Journey) -> Suggestion:
    if journey.arrived_place and journey.arrived_place != journey.place:
        return Suggestion(Tick.TARGET, False, phrase(N_("tiba di tempat lain")))
    if journey.arrived_at is not None:
        return Suggestion(Tick.TARGET, True, phrase(N_("tiba di tujuannya")))
    return Suggestion(Tick.TARGET, None)


def _and_others(words: Phrase, others: int) -> Phrase:
    return phrase(N_("{words} dan {count} barang lain"), words=words, count=others) if others > 0 else words


def span(seconds: int) -> Phrase:
    """A stretch of time in words, rounded down: "45 menit", "3 jam", "2 hari"."""
    minutes = max(seconds, 0) // 60
    if minutes < 60:
        return phrase(N_("{count} menit"), count=minutes)
    if minutes < 48 * 60:
        return phrase(N_("{count} jam"), count=minutes // 60)
    return phrase(N_("{count} hari"), count=minutes // (24 * 60))
