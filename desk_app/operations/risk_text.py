# SPDX-License-Identifier: Apache-2.0
"""Risk as plain text for WhatsApp and as a table for Excel: every figure with what it stands on; Indonesian always."""

from collections.abc import Sequence

from desk_app.domain import risk, risk_bands
from desk_app.domain.words import dotted
from desk_app.operations import days, elections, guarding, left_out, region_risk, risk_indicators, whereabouts
from desk_app.operations import risk as risk_operations
from desk_app.operations.desk import Desk

MOST_STATIONS = 60
"""TPS in one message; what is more is said by its number."""

LARGEST = 10
_CLASSES = {one.value: label for one, label in risk.CLASS_LABELS.items()}


def list_text(desk: Desk, numbers: Sequence[int], what: str = "") -> str:
    """The TPS of the list for WhatsApp, in its order. `what`: the filter in words."""
    known = risk_indicators.known(desk)
    said = [*_head(desk, "TPS rawan"), *([what] if what else []), ""]
    shown = [row for row in risk_operations.rows(desk, list(numbers[:MOST_STATIONS])) if row is not None]
    heading, lies = "", whereabouts.Whereabouts(desk)
    for row in shown:
        district = lies.of(row.village, row.district_name)
        if district != heading:
            heading = district
            said.append(f"*{district}*")
        of_class = _CLASSES.get(row.risk or "", "belum dikelaskan")
        words = ", ".join(risk_indicators.words_of(known, code, str) for code in row.codes)
        said.append(f"- TPS {row.number:03d} {row.village_label}: {of_class}" + (f"; {words}" if words else ""))
    if len(numbers) > len(shown):
        said.append(f"… dan {dotted(len(numbers) - len(shown))} TPS lain (jumlah {dotted(len(numbers))})")
    if not numbers:
        said.append("Tidak ada.")
    return "\n".join([*said, *_foot(desk)]) + "\n"


def totals_text(desk: Desk, found: risk_operations.Totals) -> str:
    """The figures of an area for WhatsApp: classes, the commonest indicators, the bands if they are set."""
    whole = found.whole
    said = [*_head(desk, "Kerawanan TPS"), "", f"Jumlah TPS: {dotted(whole.stations)}"]
    said.append(f"TPS dengan indikator: {dotted(whole.with_any)}")
    said += ["", "*Kelas (Polri)*"]
    for one in risk.RiskClass:
        said.append(f"- {risk.CLASS_LABELS[one]}: {dotted(whole.classes.get(one.value, 0))}")
    if whole.unknown:
        said.append(f"- Belum dikelaskan: {dotted(whole.unknown)}")
    ordered = sorted((one for one in found.indicators if one.count), key=lambda one: -one.count)
    if ordered:
        said += ["", "*Indikator (Bawaslu)*"]
    if found.bounds is None:
        said += [_indicator_line(one) for one in ordered[:LARGEST]]
        if len(ordered) > LARGEST:
            said.append(f"… dan {len(ordered) - LARGEST} indikator lain")
    for band in risk_bands.Band if found.bounds is not None else ():
        of_band = [one for one in ordered if one.band is band]
        if of_band:
            said += [f"_{risk_bands.BAND_LABELS[band]}_", *(_indicator_line(one) for one in of_band)]
    odd = left_out.paper(whole.disputed)
    return "\n".join([*said, *_categories(desk), *(["", *odd] if odd else []), *_foot(desk)]) + "\n"


def guard_text(desk: Desk, found: guarding.GuardTable) -> str:
    """The personnel for WhatsApp: the patterns, then each region with what is needed, at hand and missing."""
    said = [*_head(desk, "Pengamanan TPS"), "", "*Pola Polri-TPS-Linmas*"]
    for one in risk.RiskClass:
        made = found.patterns.get(one)
        said.append(f"- {risk.CLASS_LABELS[one]}: {made or 'belum diisi'}")
    said.append("")
    for line in (*found.rows, found.total):
        name = f"*{line.name}*" if line is found.total else line.name
        said.append(
            f"{name}: {dotted(line.stations)} TPS; Polri perlu {dotted(line.police)}{_at_hand(line.police_at_hand)}; "
            f"Linmas perlu {dotted(line.linmas)}{_at_hand(line.linmas_at_hand)}"
            + (f" (sumber: {line.source})" if line.source else "")
        )
    if found.total.without:
        said.append(f"Tidak terhitung: {dotted(found.total.without)} TPS tanpa pola.")
    said += left_out.paper(found.total.disputed)
    return "\n".join([*said, *_foot(desk)]) + "\n"


def matrix(found: risk_operations.Totals) -> tuple[list[str], list[list[str | int]]]:
    """Indicators down, regions across: the headings and rows for Excel."""
    headed = ["Kode", "Indikator", "Kelompok", *(one.name for one in found.regions), "Jumlah", "Per seribu TPS"]
    lines: list[list[str | int]] = [
        [
            one.code,
            one.label,
            one.variable,
            *(one.parts.get(region.code, 0) for region in found.regions),
            one.count,
            one.share,
        ]
        for one in found.indicators
    ]
    lines.append(
        ["", "TPS dengan indikator", "", *(one.with_any for one in found.regions), found.whole.with_any, ""]
    )
    lines.append(["", "Jumlah TPS", "", *(one.stations for one in found.regions), found.whole.stations, ""])
    return headed, lines


def _indicator_line(one: risk_operations.IndicatorTotal) -> str:
    whole, part = divmod(one.share, 10)
    return f"- {one.label}: {dotted(one.count)} TPS ({whole},{part} %)"


def _categories(desk: Desk) -> list[str]:
    own = [
        one
        for one in region_risk.categories(desk).rows
        if len(one.place) <= len(desk.identity.place)
    ]
    if not own:
        return []
    said = ["", "*Kategori wilayah*"]
    for one in own:
        source = one.source or "sumber belum diisi"
        of = f", {_day(one.day)}" if one.day else ""
        said.append(f"- {one.label}: {one.category} menurut {one.scheme_label} ({source}{of})")
    return said


def _head(desk: Desk, title: str) -> list[str]:
    event = elections.working_event(desk)
    today = days.today(desk)
    return [
        f"*{desk.identity.name}*",
        f"*{title}* · {event.name}",
        f"Keadaan data {today:%d-%m-%Y} ({days.day_words(desk, today)})",
    ]


def _foot(desk: Desk) -> list[str]:
    return ["", f"Sumber: catatan {desk.identity.name}; kelas dari Polri, indikator dari Bawaslu sejauh dilaporkan."]


def _at_hand(count: int | None) -> str:
    return f", ada {dotted(count)}" if count is not None else ""


def _day(text: str) -> str:
    return "-".join(reversed(text.split("-")))
