# SPDX-License-Identifier: Apache-2.0
"""Categories of regions, who guards, and the indicators of Bawaslu ticked for each TPS as sheets."""

from collections.abc import Mapping
from typing import Any

from desk_app.data import rows, station_grid
from desk_app.domain import errors, records, words
from desk_app.domain import places as place_rules
from desk_app.operations import guarding, region_risk, risk, risk_indicators, settings
from desk_app.operations.desk import Desk
from desk_app.operations.register_sheets import station_lines
from desk_app.operations.register_sheets.declaring import Form, Register, Row
from desk_app.workbooks import cells

N_ = words.N_

_INDICATOR = "indicator:"


def _new_category(desk: Desk, place: str, scheme: str, **values: str) -> int:
    return region_risk.save(desk, place, scheme, values)


def _edit_category(desk: Desk, no: int, *, seen: int | None = None, **values: str) -> None:
    with desk.reading() as connection:
        held = rows.row(connection, records.REGION_RISK, no)
    region_risk.save(desk, held["place"], held["scheme"], values, seen=seen)


CATEGORIES = Register(
    "region-risk",
    N_("Kategori kerawanan wilayah"),
    records.REGION_RISK,
    out=("place", "scheme", "category", "source", "day", "note"),
    back=("place", "scheme", "category", "source", "day", "note"),
    edit=_edit_category,
    new=_new_category,
    required=("place", "scheme", "category", "source"),
    fixed=("place", "scheme"),
    unique=("place", "scheme"),
)


def _new_guard(desk: Desk, subject: str, **values: Any) -> None:
    _guard(desk, subject, values, {}, None)


def _edit_guard(desk: Desk, no: int, *, seen: int | None = None, **values: Any) -> None:
    with desk.reading() as connection:
        held = rows.row(connection, records.DEPLOYMENT, no)
    _guard(desk, held["subject"], values, held, seen)


def _guard(desk: Desk, subject: str, values: dict[str, Any], held: Mapping[str, Any], seen: int | None) -> None:
    """The pattern of a TPS, or who is at hand in a region."""
    names = ("police", "stations", "linmas", "source", "note")
    told = {name: values.get(name, held.get(name)) for name in names}
    source, note = str(told["source"] or ""), str(told["note"] or "")
    if place_rules.parse(subject).kind is not None:
        if told["police"] is None or told["stations"] is None or told["linmas"] is None:
            raise errors.Refused(N_("Pola sebuah TPS memerlukan tiga angka: Polri, TPS, dan Linmas."))
        typed = f"{told['police']}-{told['stations']}-{told['linmas']}"
        guarding.set_station(desk, subject, typed, source, note, seen=seen)
        return
    if values.get("stations") is not None or values.get("note"):
        raise errors.Refused(N_("Untuk wilayah isilah Polri, Linmas, dan sumbernya saja."))
    guarding.set_at_hand(desk, subject, told["police"], told["linmas"], source, seen=seen)


GUARDS = Register(
    "guards",
    N_("Pengamanan TPS"),
    records.DEPLOYMENT,
    out=("subject", "police", "stations", "linmas", "source", "note"),
    back=("subject", "police", "stations", "linmas", "source", "note"),
    edit=_edit_guard,
    new=_new_guard,
    required=("subject",),
    fixed=("subject",),
    unique=("subject",),
    notes={"stations": "Untuk sebuah TPS: pola Polri-TPS-Linmas. Untuk wilayah: kosongkan; isi personel yang ada."},
)


def _ticked(desk: Desk, _rows: list[Row]) -> list[Row]:
    event, area = settings.event_code(desk), desk.identity.place
    codes = [one.code for one in risk_indicators.offered(desk)]
    with desk.reading() as connection:
        present = station_grid.indicators(connection, event, area)
    found: list[Row] = []
    for one in station_lines.read(desk):
        held = present.get((one.village, one.number), set())
        found.append(one.cells | {f"{_INDICATOR}{code}": True if code in held else None for code in codes})
    return found


def _tick(desk: Desk, subject: str, *, seen: int | None = None, **values: bool) -> None:
    risk.tick(desk, subject, {name.removeprefix(_INDICATOR): value for name, value in values.items()}, seen=seen)


def _mark(_desk: Desk) -> Form:
    return Form(lambda kept: "x" if kept else None, cells.yes)


def ticks(desk: Desk) -> Register:
    """Each TPS with the indicators that it has."""
    told = risk_indicators.offered(desk)
    names = tuple(f"{_INDICATOR}{one.code}" for one in told)
    fields = [
        records.Field(0, f"{_INDICATOR}{one.code}", records.FieldKind.FLAG, f"{one.short or one.label} [{one.code}]")
        for one in told
    ]
    return Register(
        "risk-ticks",
        N_("Indikator kerawanan TPS"),
        records.STATION,
        out=(*station_lines.COLUMNS, *names),
        back=names,
        edit=_tick,
        extra=(*station_lines.EXTRA, *fields),
        forms=dict.fromkeys(names, _mark),
        notes={
            f"{_INDICATOR}{one.code}": f"{one.label}. Tulis x bila ada, - untuk mencabut; kosong tidak mengubah."
            for one in told
        },
        totals=("dpt", *names),
        rows=_ticked,
        title_of=station_lines.title,
        code=station_lines.CODE,
        code_first=True,
        frozen=station_lines.FROZEN,
        listed=True,
    )


MAKERS: Mapping[str, Any] = {
    "region-risk": lambda _desk: CATEGORIES,
    "guards": lambda _desk: GUARDS,
    "risk-ticks": ticks,
}
"""By key."""
