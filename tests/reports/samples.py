# SPDX-License-Identifier: Apache-2.0
"""Made-up papers for the tests of reports: Kabupaten Wajo in Pemilu 2024, offices instead of people."""

import dataclasses
import struct
import zlib
from datetime import date, datetime

from desk_app.reports import (
    daily_report,
    document,
    incoming_tables,
    issue_matrix,
    letterhead,
    pages,
    readiness_table,
    team_structure,
)

LONG_NAME = "Kampuang Tanjuang Koto Mambang Sungai Durian di Hulu Batang Air"
"""More than sixty letters."""

DISTRICTS = (
    ("Sabangparu", 15, 79),
    ("Pammana", 16, 97),
    ("Takkalalla", 13, 62),
    ("Sajoanging", 9, 56),
    ("Majauleng", 18, 91),
    ("Tempe", 16, 178),
    ("Belawa", 9, 86),
    ("Tanasitolo", 19, 121),
    ("Maniangpajo", 8, 48),
    ("Pitumpanua", 27, 125),
    ("Bola", 11, 61),
    ("Penrang", 10, 45),
    ("Gilireng", 9, 36),
    ("Keera", 10, 61),
)

OFFICE = daily_report.Office(
    desk="Desk Pemilu Kabupaten Wajo",
    region="Kabupaten Wajo",
    within="Provinsi Sulawesi Selatan",
    event="Pemilihan Umum Tahun 2024",
    zone="WITA",
)

SIGNATURE = document.SignatureBlock(
    place_and_date=("Sengkang, 13 Februari 2024",),
    office=("a.n. BUPATI WAJO", "SEKRETARIS DAERAH,"),
    name="Ir. Contoh Pejabat, M.Si.",
    below=("Pembina Utama Madya", "NIP. 19700101 199503 1 001"),
)


def png(width: int = 90, height: int = 100) -> bytes:
    """A grey shield, as stand-in for the arms of a region."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = bytearray()
    for y in range(height):
        rows.append(0)
        half = width / 2 * (1 - max(0.0, y / height - 0.5) ** 2 * 3)
        rows += bytes(130 if abs(x - width / 2) < half else 255 for x in range(width))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(rows))) + chunk(b"IEND", b"")
    )


def setda_head(image: bytes | None = None) -> letterhead.Letterhead:
    return letterhead.of_office(
        "Pemerintah Kabupaten Wajo",
        "Sekretariat Daerah",
        (
            "Jalan Contoh Nomor 1 Sengkang 90911 Telepon (0485) 000000",
            "Laman wajokab.example, Pos-el setda@wajokab.example",
        ),
        image,
    )


def readiness_rows() -> tuple[readiness_table.ReadinessRow, ...]:
    rows = []
    for place, (name, villages, stations) in enumerate(DISTRICTS):
        trouble = place % 4
        not_yet = stations // 9 if place % 3 == 0 else 0
        disagreeing = 2 if name == "Belawa" else 0
        incomplete = stations // 7
        ready = stations - trouble - not_yet - disagreeing - incomplete
        rows.append(
            readiness_table.ReadinessRow(
                name, stations, stations * 256, ready, incomplete, trouble, not_yet, disagreeing, villages
            )
        )
    return tuple(rows)


def issues(count: int, long: bool = False) -> tuple[issue_matrix.IssueRow, ...]:
    said = (
        "Surat suara PPWP kurang 8 lembar dari kebutuhan; sudah dihitung ulang oleh KPPS disaksikan PTPS",
        "Atap TPS bocor, kotak suara dipindahkan ke ruang kelas sebelah",
        "Jalan menuju TPS tergenang setinggi lutut sejak pukul 05.00",
        "Kepala lingkungan mengajak warga memilih salah satu peserta",
    )
    rows = []
    for place in range(count):
        name = DISTRICTS[place % 14][0]
        description = said[place % 4] + ". "
        village = LONG_NAME if long and place % 5 == 0 else "Kel. Maddukkelleng"
        rows.append(
            issue_matrix.IssueRow(
                number=f"P-{place + 1:03d}",
                when=datetime(2024, 2, 13 - place % 3, 7 + place % 9, 5 * (place % 12)),
                place=f"TPS {place % 40 + 1:03d} {village}, Kec. {name}",
                description=description * (6 if long and place % 7 == 0 else 1),
                severity=("Sangat mendesak", "Tinggi", "Sedang", "Rendah")[place % 4],
                status=("Baru", "Dalam tindak lanjut", "Selesai")[place % 3],
                impact="Pemungutan suara dapat terlambat" if place % 2 else "",
                advice="Berkoordinasi dengan PPK untuk tambahan dari cadangan",
                follow_up="Camat menghubungi PPK; jawaban ditunggu sampai pukul 16.00" if place % 3 else "",
                addressee=("KPU Kabupaten", "Camat", "PLN", "Bawaslu")[place % 4],
                new=place % 3 != 2,
                open=place % 3 != 2,
                urgent=place % 8 == 0,
                alleged=place % 4 == 3,
                confidential=place % 11 == 3,
            )
        )
    return tuple(rows)


def register() -> tuple[incoming_tables.RegisterRow, ...]:
    rows = []
    for place, (name, _, _) in enumerate(DISTRICTS):
        state = (
            incoming_tables.Received.REPORT,
            incoming_tables.Received.NIHIL,
            incoming_tables.Received.REPORT,
        )[place % 3]
        if name == "Keera":
            rows.append(
                incoming_tables.RegisterRow(name, incoming_tables.Received.NOTHING, note="Dihubungi pukul 15.20")
            )
        else:
            when = datetime(2024, 2, 13, 14, 10 + place)
            rows.append(incoming_tables.RegisterRow(name, state, when, "Flashdisk" if place % 2 else "WhatsApp"))
    return tuple(rows)


def recaps() -> tuple[incoming_tables.RecapRow, ...]:
    when = datetime(2024, 2, 13, 7, 30)
    return (
        incoming_tables.RecapRow("Tempe", "Logistik sudah di TPS", 170, 178, when, "Camat Tempe", 167),
        incoming_tables.RecapRow("Belawa", "Logistik sudah di TPS", 86, 86, when, "Sekretaris Camat Belawa"),
    )


def daily(paper: str = "A4", issue_count: int = 6, **changes: object) -> daily_report.DailyReport:
    report = daily_report.DailyReport(
        office=OFFICE,
        day=date(2024, 2, 13),
        day_text="H-1",
        start=datetime(2024, 2, 12, 15),
        end=datetime(2024, 2, 13, 15),
        as_of=datetime(2024, 2, 13, 15),
        signature=SIGNATURE,
        page=pages.setup(paper),
        head=setda_head(png()),
        sequence=6,
        addressed_to="Gubernur Sulawesi Selatan c.q. Desk Pemilu Provinsi Sulawesi Selatan",
        activities=(
            "Rapat koordinasi kesiapan hari pemungutan suara di Ruang Pola.",
            "Pemantauan gudang logistik.",
        ),
        readiness=readiness_rows(),
        recaps=recaps(),
        issues=issues(issue_count),
        register=register(),
        conclusions=("Secara umum persiapan pemungutan suara berjalan lancar.",),
        suggestions=("Menyarankan KPU Kabupaten menambah terpal pada TPS terbuka.",),
        copies=("Bupati Wajo (sebagai laporan)", "Ketua DPRD Kabupaten Wajo"),
    )
    return dataclasses.replace(report, **changes)  # type: ignore[arg-type]


def structure(paper: str = "F4", teams: int = 8) -> team_structure.TeamStructure:
    names = [name for name, _, _ in DISTRICTS]
    made = []
    for number in range(1, teams + 1):
        covered = tuple(names[(number * 2 - 2 + step) % 13] for step in range(2))
        made.append(
            team_structure.Team(
                number,
                (
                    team_structure.Member("Kepala Dinas Komunikasi, Informatika dan Statistik", "Koordinator"),
                    *(team_structure.Member(f"Camat {name}", "Anggota") for name in covered),
                ),
                covered,
            )
        )
    return team_structure.TeamStructure(
        desk=OFFICE.desk,
        event=OFFICE.event,
        region=OFFICE.region,
        decree=team_structure.Decree(
            "Keputusan Bupati Wajo", "Pembentukan Desk Pemilihan Umum Kabupaten Wajo Tahun 2024"
        ),
        parts=(
            team_structure.Part(
                "",
                (
                    team_structure.Member("Bupati Wajo", "Pembina"),
                    team_structure.Member("Kepala Kepolisian Resor Wajo", "Pengarah"),
                    team_structure.Member("Sekretaris Daerah Kabupaten Wajo", "Ketua", "Ir. Contoh Pejabat, M.Si."),
                ),
            ),
            team_structure.Part(
                "Bidang Kelancaran Logistik",
                (team_structure.Member("Kepala Dinas Perhubungan", "Koordinator Bidang"),),
            ),
        ),
        teams=tuple(made),
        districts=tuple(names),
        signature=document.SignatureBlock((), ("Pj. BUPATI WAJO,",), "Contoh Penjabat Bupati, S.Sos., M.Si."),
        page=pages.setup(paper),
        as_of="data per 13 Februari 2024 pukul 15.00 WITA",
    )
