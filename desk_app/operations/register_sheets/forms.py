# SPDX-License-Identifier: Apache-2.0
"""Forms of columns that several registers share: hours of a day, goods, choices that a register knows itself."""

from collections.abc import Callable, Mapping
from datetime import datetime, time, timedelta
from typing import Any

from desk_app.domain import errors, roster, words
from desk_app.operations import elections, logistics_needs
from desk_app.operations.desk import Desk
from desk_app.operations.register_sheets.declaring import Form
from desk_app.workbooks import cells, reading

N_ = words.N_


def hour(_desk: Desk) -> Form:
    """Minutes since midnight, written "07.30"."""
    return Form(lambda kept: roster.write_hour(int(kept)), _hour)


def coded(labels: Mapping[Any, str]) -> Callable[[Desk], Form]:
    """Codes written as their words; a code that is not known stays as it is."""
    told = {str(code): label for code, label in labels.items()}

    def form(_desk: Desk) -> Form:
        return Form(lambda kept: told.get(str(kept), str(kept)), cells.choice(told), tuple(told.values()))

    return form


def races(desk: Desk) -> Form:
    """Races of the election worked on."""
    return coded({one.code: one.label for one in elections.working_event(desk).races})(desk)


def proposed(labels: Mapping[Any, str]) -> Callable[[Desk], Form]:
    """Codes written as their words, beside which anything else may be written."""
    told = {str(code): label for code, label in labels.items()}
    known = {written.casefold(): code for code, label in told.items() for written in (code, label)}

    def read(cell: reading.Cell) -> str:
        written = cells.text(cell)
        return known.get(written.casefold(), written)

    def form(_desk: Desk) -> Form:
        return Form(lambda kept: told.get(str(kept), str(kept)), read, tuple(told.values()))

    return form


def listed(told: Mapping[str, str]) -> Form:
    """Codes of a list that is read once: "Kotak suara PPWP [log.kotak.ppwp]"; the code alone will do."""
    written = {code: f"{label} [{code}]" for code, label in told.items()}
    by_label: dict[str, list[str]] = {}
    for code, label in told.items():
        by_label.setdefault(label.casefold(), []).append(code)

    def read(cell: reading.Cell) -> str:
        said = cells.text(cell)
        code = said.rpartition("[")[2].removesuffix("]") if said.endswith("]") else said
        if code in told:
            return code
        named = by_label.get(said.casefold(), [])
        if len(named) != 1:
            raise errors.Refused(N_("“{text}” tidak ada di daftar. Pilih dari daftar di selnya."), text=said)
        return named[0]

    return Form(lambda kept: written.get(str(kept), str(kept)), read, tuple(written.values()))


def goods(desk: Desk) -> Form:
    """The kinds of goods that the checklist names."""
    return listed({one.code: one.label for one in logistics_needs.goods(desk)})


def counted_goods(desk: Desk) -> Form:
    """The same with boxes and ballots of all races together."""
    return listed({one.code: one.label for one in logistics_needs.choices(desk)})


def _hour(cell: reading.Cell) -> int:
    if isinstance(cell, timedelta):
        return roster.read_hour(_clock(cell.days * 24 * 60 + cell.seconds // 60))
    if isinstance(cell, (datetime, time)):
        return cell.hour * 60 + cell.minute
    return roster.read_hour(cells.text(cell).replace(" ", ""))


def _clock(minutes: int) -> str:
    return f"{minutes // 60}.{minutes % 60:02d}"
