# SPDX-License-Identifier: Apache-2.0
"""The teams and the posko of the demonstration: as many as the desk of a kabupaten has; offices and not people."""

from datetime import timedelta

from desk_app.domain import people
from desk_app.domain import teams as rules
from desk_app.operations import elections, overview, team_handovers, team_roster, teams
from desk_app.operations.desk import Desk

FIRST_DAY, LAST_DAY = "2024-01-08", "2024-03-20"
HEAD = (
    ("Bupati {name}", "Pembina"),
    ("Wakil Bupati {name}", "Pembina"),
    ("Sekretaris Daerah", "Ketua"),
    ("Asisten Pemerintahan dan Kesejahteraan Rakyat", "Wakil Ketua"),
    ("Kepala Badan Kesatuan Bangsa dan Politik", "Sekretaris"),
)
SECTIONS = {
    "Bidang Sosialisasi dan Monitoring": (
        ("Kepala Bidang Politik Dalam Negeri", "Badan Kesatuan Bangsa dan Politik", people.Service.CIVIL),
        ("Kepala Bidang Informasi Publik", "Dinas Komunikasi dan Informatika", people.Service.CIVIL),
        ("Kepala Seksi Intelijen", "Kejaksaan Negeri", people.Service.VERTICAL),
    ),
    "Bidang Kelancaran Logistik": (
        ("Kepala Bidang Lalu Lintas", "Dinas Perhubungan", people.Service.CIVIL),
        ("Kepala Bidang Kedaruratan", "Badan Penanggulangan Bencana Daerah", people.Service.CIVIL),
        ("Kepala Bagian Operasi", "Polres", people.Service.POLICE),
        ("Perwira Seksi Operasi", "Kodim", people.Service.ARMY),
    ),
    "Bidang Analisis dan Evaluasi": (
        ("Kepala Subbagian Bina Tata Pemerintahan", "Bagian Pemerintahan", people.Service.CIVIL),
        ("Inspektur Pembantu I", "Inspektorat", people.Service.CIVIL),
    ),
}
"""Who is in a section besides its coordinator: office, unit, and under whom he serves."""
TEAM_LEADERS = (
    "Kepala Dinas Komunikasi dan Informatika",
    "Kepala Satuan Polisi Pamong Praja",
    "Kepala Dinas Perhubungan",
    "Kepala Badan Penanggulangan Bencana Daerah",
    "Kepala Dinas Kependudukan dan Pencatatan Sipil",
    "Kepala Dinas Pendidikan",
    "Kepala Dinas Kesehatan",
    "Kepala Dinas Pemberdayaan Masyarakat dan Desa",
)
OF_DISTRICT = (
    ("Camat {name}", "Anggota"),
    ("Kepala Seksi Pemerintahan Kecamatan {name}", "Anggota"),
    ("Pengelola Data Kecamatan {name}", "Operator Kecamatan"),
)
PER_TEAM = 2
SHIFTS = ((7 * 60, 15 * 60), (15 * 60, 23 * 60), (23 * 60, 7 * 60))
KEEPERS = (
    "Analis Kebijakan Badan Kesatuan Bangsa dan Politik",
    "Kepala Subbagian Umum Sekretariat Daerah",
    "Operator Dinas Komunikasi dan Informatika",
)
DAYS_BEFORE, DAYS_AFTER = 3, 1
_HOUR = 3600


def teams_of(desk: Desk) -> None:
    """A decree, its sections, and monitoring teams of two kecamatan each, led by heads of agencies."""
    decree = teams.new_decree(
        desk,
        number="",
        subject="Pembentukan Tim Dukungan Elemen Satuan Kerja (Desk) Pemilihan Umum",
        period_from=FIRST_DAY,
        period_to=LAST_DAY,
    )
    name = desk.identity.name.rsplit(" ", 1)[-1]
    for office, role in HEAD:
        teams.new_member(desk, office.format(name=name), role)
    for section, others in SECTIONS.items():
        no = teams.new_section(desk, section, decree=decree)
        teams.new_member(desk, f"Kepala Bagian {section.removeprefix('Bidang ')}", "Koordinator Bidang", section=no)
        for office, unit, service in others:
            teams.new_member(desk, office, section=no, unit=unit, service=service.value)
    districts = overview.readiness_by_district(desk).rows
    for start in range(0, len(districts), PER_TEAM):
        group = districts[start : start + PER_TEAM]
        no = teams.new_team(
            desk,
            start // PER_TEAM + 1,
            [row.code for row in group],
            decree=decree,
            period_from=FIRST_DAY,
            period_to=LAST_DAY,
            duty="\n".join(rules.FUNCTIONS),
        )
        again, which = divmod(start // PER_TEAM, len(TEAM_LEADERS))
        teams.new_member(desk, "Sekretaris " * again + TEAM_LEADERS[which], "Ketua Tim", team=no)
        for row in group:
            for office, role in OF_DISTRICT:
                teams.new_member(desk, office.format(name=row.name), role, team=no)


def posko_of(desk: Desk) -> None:
    """A section *Posko* with three keepers, each with his shift from three days before voting day to the day after."""
    section = teams.new_section(desk, "Posko", kind=rules.Part.POST)
    voting = elections.working_event(desk).voting_day
    first, last = voting - timedelta(days=DAYS_BEFORE), voting + timedelta(days=DAYS_AFTER)
    made = []
    for office, (start, end) in zip(KEEPERS, SHIFTS, strict=True):
        no = teams.new_member(desk, office, "Petugas Posko", section=section)
        made.append(
            team_roster.new_shift(desk, first.isoformat(), start, end, member=no, until=last.isoformat())
        )
    at = desk.now()
    day = DAYS_BEFORE - 1
    team_handovers.new_handover(
        desk,
        "Laporan pagi dari kecamatan sudah masuk. Genset posko sudah dicoba.",
        from_shift=made[0][day],
        to_shift=made[1][day],
        at=at - at % _HOUR,
    )
