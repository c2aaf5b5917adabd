# SPDX-License-Identifier: Apache-2.0
"""Activities of the demonstration: a meeting with decisions, a round of visits, indicators, contacts; no people.

Figures are made up except counts that the office's own list of TPS gives; targets are left to the reader.
"""

from datetime import timedelta

from desk_app.operations import (
    activities,
    activity_people,
    activity_register,
    areas,
    contacts,
    days,
    indicator_board,
    indicator_sheet,
    indicators,
    stages,
    stations,
    tasks,
    visits,
)
from desk_app.operations.activities import Kind
from desk_app.operations.activity_people import Part
from desk_app.operations.desk import Desk

GUESTS = (
    ("Ketua KPU", "KPU"),
    ("Ketua Bawaslu", "Bawaslu"),
    ("Kepala Bagian Operasi", "Polres"),
    ("Kepala Pelaksana", "BPBD"),
    ("Manajer", "PLN"),
)
DECISIONS = (
    ("Pastikan genset cadangan ada di setiap PPK (Panitia Pemilihan Kecamatan)", "PLN", 0),
    ("Siapkan terpal untuk TPS di tepi danau", "BPBD", -1),
)
TARGET, RECORDED = "82,00", "97,40"
"""Made up, and marked so in their sources."""

VISITED = 3
POINTS = 4


def activities_of(desk: Desk) -> None:
    """A meeting of yesterday, a round of today that is half told of, an outreach to come, tasks, values, contacts."""
    today = days.today(desk)
    yesterday, to_come = (today - timedelta(days=1)).isoformat(), (today + timedelta(days=1)).isoformat()
    for office, unit in GUESTS:
        contacts.new_contact(desk, unit, office=office, place=desk.identity.place)
    meeting = activities.new_activity(
        desk,
        "Rapat koordinasi kesiapan pemungutan suara",
        Kind.MEETING,
        from_day=yesterday,
        from_minute=9 * 60,
        to_minute=11 * 60,
        site="Ruang rapat Sekretariat Daerah",
        invitation_number="005/…/Kesbangpol",
        agenda="Logistik, listrik, dan cuaca",
        minutes="Logistik tiba di PPK paling lambat H-1. Genset dan terpal disiapkan sebelum malam.",
    )
    named = [activity_people.add_person(desk, meeting, Part.GUEST, office=office, unit=unit) for office, unit in GUESTS]
    activity_people.mark_present(desk, named[:-1], True)
    activity_people.mark_present(desk, named[-1:], False)
    for text, who, shift in DECISIONS:
        due = (today + timedelta(days=shift)).isoformat()
        tasks.new_task(
            desk, text, source_kind=tasks.Source.ACTIVITY.value, source=meeting, office=who, due=due
        )
    _round(desk, today.isoformat())
    activities.new_activity(desk, "Sosialisasi hak pilih bagi pemilih pemula", Kind.OUTREACH, from_day=to_come)
    _figures(desk)
    stages.add(desk, "Monitoring TPS oleh tim Desk", "H-3", "H", "jadwal kantor (contoh)")


def _round(desk: Desk, day: str) -> None:
    """A round of visits to three TPS, of which one is told of."""
    first = areas.districts(desk)[0]
    made = activities.new_activity(
        desk, f"Monitoring kesiapan TPS Kecamatan {first.name}", Kind.VISIT, from_day=day, place=first.code
    )
    points = [point.code for point in activity_register.item_choices(desk) if point.phase == days.phase(desk)]
    activities.set_points(desk, made, points[:POINTS])
    numbers = stations.station_ids(desk, stations.StationFilter(area=first.code))[:VISITED]
    subjects = [row.subject for row in stations.station_rows(desk, numbers) if row is not None]
    if subjects:
        seen = visits.add_visits(desk, made, subjects)
        visits.edit_visit(desk, seen[0], at=desk.now() - 3600, met="Ketua KPPS", findings="TPS siap, tenda berdiri.")


def _figures(desk: Desk) -> None:
    """TPS set up by kecamatan, all but one; a target that the office has set itself, and one figure of Dukcapil."""
    indicators.adopt(desk, ["partisipasi", "ktp-el", "nphd-kpu", "ppk", "tps-terbentuk"])
    lines = indicator_board.board(desk, "tps-terbentuk").rows
    typed = {line.code: str(line.target or 0) for line in lines}
    last = next((line for line in reversed(lines) if line.target), lines[-1])
    typed[last.code] = str(max((last.target or 0) - 1, 0))
    indicator_sheet.set_values(desk, "tps-terbentuk", days.today(desk), typed, source="KPU")
    indicator_sheet.set_values(desk, "ppk", days.today(desk), {line.code: "5" for line in lines}, source="KPU")
    indicators.edit_indicator(desk, "partisipasi", target=TARGET, source="ditetapkan kantor (contoh)")
    indicator_sheet.set_values(
        desk, "ktp-el", days.today(desk), {desk.identity.place: RECORDED}, source="Disdukcapil (contoh)"
    )
