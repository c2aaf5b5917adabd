# SPDX-License-Identifier: Apache-2.0
"""Activities for the tests of their papers: a journey with visits, a meeting with guests and tasks."""

from desk_app.operations import activities, activity_people, tasks, visits
from desk_app.operations.desk import Desk
from tests.regency_offices import TEMPE, TEMPE_VILLAGE, tps

Part = activity_people.Part


def journey(desk: Desk) -> int:
    no = activities.new_activity(
        desk, "Kunjungan TPS rawan", "kunjungan", from_day="2024-02-12", to_day="2024-02-13", place=TEMPE,
        site="Kantor Camat", letter_number="800/45", letter_date="2024-02-10", watched="- Bilik\n- Kotak",
        result="Logistik lengkap.",
    )
    activity_people.add_person(desk, no, Part.OFFICER, name="Baso", office="Camat Tempe")
    activity_people.add_person(desk, no, Part.OFFICER, name="Ani", office="Lurah")
    first, _second = visits.add_visits(desk, no, [tps(TEMPE_VILLAGE, 1), tps(TEMPE_VILLAGE, 2)])
    visits.edit_visit(desk, first, at=1_707_703_200, findings="Atap bocor", met="Ketua KPPS")
    return no


def meeting(desk: Desk) -> int:
    no = activities.new_activity(
        desk, "Rapat koordinasi", "rakor", from_day="2024-02-13", from_minute=540, to_minute=720, site="Ruang Pola",
        invitation_number="005/112", invitation_date="2024-02-09", agenda="1. Logistik\n2. Cuaca",
        minutes="Dibuka pukul 09.10.\nKPU melaporkan logistik.",
    )
    came = activity_people.add_person(desk, no, Part.GUEST, name="Kapolres", unit="Polres Wajo")
    activity_people.add_person(desk, no, Part.GUEST, office="Camat Tempe")
    activity_people.mark_present(desk, [came], True)
    tasks.new_task(desk, "Menyiapkan terpal", source_kind="activity", source=no, office="BPBD", due="2024-02-14")
    return no
