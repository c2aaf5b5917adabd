# SPDX-License-Identifier: Apache-2.0
"""The checklist of the TPS in one phase as a sheet: a TPS on each row, a column for each item."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from desk_app.data import station_grid
from desk_app.domain import answers, checklists, elections, errors, places, records, words
from desk_app.domain.checklists import ItemKind, asking, quantities
from desk_app.operations import answers as answering
from desk_app.operations import elections as chosen
from desk_app.operations.desk import Desk
from desk_app.operations.register_sheets import CHECKLIST, phase_key, station_lines, title
from desk_app.operations.register_sheets.declaring import Form, Register, Row
from desk_app.workbooks import cells, reading, writing

N_ = words.N_

_NEED = "need:"


def keys(desk: Desk) -> list[str]:
    """The phases in which the TPS of an office are asked something."""
    event = chosen.working_event(desk)
    return [
        phase_key(phase)
        for phase in event.phases
        if chosen.page_items(event, desk.identity.place, phase, places.Kind.TPS)
    ]


def make(desk: Desk, key: str) -> Register:
    """The sheet of a phase. Raises NotFound."""
    phase = elections.parse_phase(key.removeprefix(CHECKLIST))
    event = chosen.working_event(desk)
    items = chosen.page_items(event, desk.identity.place, phase, places.Kind.TPS)
    if not items:
        raise errors.NotFound(N_("Tidak ada ceklis TPS untuk {day}."), day=elections.day_words(phase))
    by_voters = [one for one in items if quantities.hangs_on_voters(one, event)]
    out = []
    for item in items:
        out += [f"{_NEED}{item.code}", item.code] if item in by_voters else [item.code]
    verbs = _Answers(desk, items)
    return Register(
        key,
        title(key),
        records.STATION,
        out=(*station_lines.COLUMNS, *out),
        back=tuple(item.code for item in items if item.kind is not ItemKind.PHOTO),
        edit=verbs.edit,
        extra=(
            *station_lines.EXTRA,
            *(_field(item) for item in items),
            *(
                records.Field(0, f"{_NEED}{one.code}", records.FieldKind.NUMBER, f"Perlu: {one.label} [{one.code}]")
                for one in by_voters
            ),
        ),
        forms={item.code: _form(item) for item in items},
        notes={item.code: note for item in items if (note := _note(item, event, item in by_voters))},
        totals=("dpt", *(name for name in out if name.startswith(_NEED))),
        rows=verbs.rows,
        title_of=station_lines.title,
        code=station_lines.CODE,
        code_first=True,
        frozen=station_lines.FROZEN,
        listed=True,
    )


class _Answers:
    """Reads the answers of all TPS, and writes those of one row."""

    def __init__(self, desk: Desk, items: Sequence[checklists.Item]) -> None:
        self._items = items
        event = chosen.working_event(desk)
        pages = [chosen.page_items(event, desk.identity.place, one, places.Kind.TPS) for one in event.phases]
        self._every = [item for page in pages for item in page]
        self._held: dict[str, dict[str, Any]] | None = None

    def rows(self, desk: Desk, _rows: list[Row]) -> list[Row]:
        """The TPS with their answers and what they need."""
        event = chosen.working_event(desk)
        held = self._read(desk)
        found: list[Row] = []
        for station in station_lines.read(desk):
            given = held.get(station.subject, {})
            told: dict[str, Any] = dict(station.cells)
            for item in self._items:
                told[item.code] = given.get(item.code)
                told[f"{_NEED}{item.code}"] = checklists.required_quantity(item, event, station.dpt)
            found.append(told)
        return found

    def edit(self, desk: Desk, subject: str, *, seen: int | None = None, **values: Any) -> None:
        """Answer some items of one TPS; one that is not asked there, as the others are answered, is refused."""
        after = self._read(desk).get(subject, {}) | values
        asked = {item.code for item in asking.asked(self._every, after)}
        for item in self._items:
            if item.code in values and item.code not in asked:
                raise errors.Refused(
                    N_("“{item}” tidak ditanyakan di TPS ini karena jawaban butir lain. Kosongkan selnya."),
                    item=item.label,
                )
        given = [(subject, code, value, None) for code, value in values.items()]
        answering.set_answers(desk, given, seen=seen)

    def _read(self, desk: Desk) -> dict[str, dict[str, Any]]:
        if self._held is None:
            event = chosen.working_event(desk)
            wanted = {item.code for item in self._every}
            with desk.reading() as connection:
                kept = station_grid.answers(connection, event.code, desk.identity.place, wanted)
            self._held = {
                subject: {
                    code: value
                    for code, row in given.items()
                    if (value := answers.value_of(row.choice, row.quantity, row.written)) is not None
                }
                for subject, given in kept.items()
            }
        return self._held


def _field(item: checklists.Item) -> records.Field:
    return records.Field(0, item.code, records.FieldKind.TEXT, f"{item.label} [{item.code}]", most=answers.LONGEST)


def _note(item: checklists.Item, event: elections.Event, by_voters: bool) -> str:
    """What a person who fills the column must know."""
    needed = None if by_voters else checklists.required_quantity(item, event, None)
    unit = f" {item.unit}" if item.unit else ""
    quantity = quantities.quantity_of(item, event)
    told = {
        ItemKind.YES_NO: "Sudah, Belum, atau Tidak perlu.",
        ItemKind.PHOTO: "Foto ditambahkan di program.",
        ItemKind.MOMENT: "Tanggal dan jam, seperti 14-02-2024 07.10.",
    }.get(item.kind, "")
    if needed is not None:
        told = f"Perlu {needed}{unit} setiap TPS. {told}"
    if by_voters:
        told = f"Yang perlu ada di kolom sebelumnya. {told}"
    if quantity is not None and quantity.assumed:
        told += " Kebiasaan umum; cocokkan dengan daftar KPU."
    if item.condition is not None:
        told += " Hanya ditanyakan bila jawaban butir lain demikian."
    return told.strip()


def _form(item: checklists.Item) -> Callable[[Desk], Form]:
    marks = [answers.MARK_LABELS[mark] for mark in answers.Mark]
    choices: tuple[str, ...] = ()
    if item.kind is ItemKind.YES_NO:
        choices = tuple(marks)
    elif item.kind is ItemKind.CHOICE:
        choices = (*item.options, answers.MARK_LABELS[answers.Mark.NOT_NEEDED])

    def write(kept: Any) -> writing.Value:
        if isinstance(kept, answers.Mark):
            return answers.MARK_LABELS[kept]
        if isinstance(kept, int):
            return kept
        return answers.moment_words(str(kept)) if item.kind is ItemKind.MOMENT else str(kept)

    def read(cell: reading.Cell) -> answers.AnswerValue:
        if isinstance(cell, bool):
            return answers.parse(item, "s" if cell else "b")
        if isinstance(cell, datetime) and item.kind is ItemKind.MOMENT:
            return answers.parse(item, cell.strftime("%Y-%m-%d %H:%M"))
        if item.kind is ItemKind.NUMBER and not isinstance(cell, str):
            return answers.parse(item, cells.whole(cell))
        return answers.parse(item, cells.text(cell))

    return lambda _desk: Form(write, read, choices)
