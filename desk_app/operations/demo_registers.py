# SPDX-License-Identifier: Apache-2.0
"""Issues, Buku Posko and papers of the demonstration, in plausible words, with offices and not people."""

from pathlib import Path

from desk_app.domain import issues as rules
from desk_app.domain import localities, people, places, readiness
from desk_app.domain.answers import Verdict
from desk_app.operations import answers as answering
from desk_app.operations import (
    change_settings,
    checklist_pages,
    daily_reports,
    disagreements,
    issue_deeds,
    issue_register,
    issues,
    logbook,
    overview,
    papers,
    parcel_register,
    printing,
    signatories,
    stations,
)
from desk_app.operations.desk import Desk

SETTLED = "log.bilik"
EVIDENCE = "Dihitung ulang di gudang PPK bersama Panwaslu Kecamatan"

OPENED = "Jalan menuju TPS tergenang air setinggi lutut"
LOG_LINES = (
    ("Camat", "Seluruh kotak suara sudah tiba di PPK, disimpan di aula kantor camat.", ""),
    ("PLN", "Pemadaman bergilir dibatalkan sampai hari pemungutan suara.", ""),
    ("Danramil", "Personel pengamanan sudah berada di desa masing-masing.", ""),
)


def settings_of(desk: Desk) -> None:
    """The signatory by office alone (the name stays a blank line) and where letters are dated."""
    signatories.add_signatory(
        desk, {"office": "Sekretaris Daerah", "form": people.Form.ON_BEHALF, "on_behalf_of": _head_of(desk)}
    )
    city = "Sengkang" if desk.identity.place == "73.13" else ""
    change_settings.set_many(desk, {"city": city, "copies_to": "Bupati (sebagai laporan)"})


def kecamatan_day(desk: Desk) -> None:
    """A day in the kecamatan: recaps by telephone, lines in the Buku Posko, issues from items that failed."""
    now = desk.now()
    villages = overview.readiness_by_district(desk).rows
    for row in villages[:4]:
        standing = max(0, row.stations - 1)
        answering.add_recap(
            desk, row.code, "tps.berdiri", standing, row.stations, hour=now - 3600, source="telepon lurah"
        )
    for sender, text, measure in LOG_LINES:
        logbook.add_line(desk, text, sender, measure, desk.identity.place)
    for subject, item in _failed(desk, 3):
        issues.issue_from_answer(desk, subject, item)
    flooded = issues.new_issue(
        desk,
        OPENED,
        _first_station(desk),
        category="CUA",
        severity=rules.Severity.HIGH.value,
        impact="Logistik dan pemilih sulit mencapai TPS.",
        reporter="Lurah",
        source="tim",
    )
    issue_deeds.give_advice(desk, flooded, "TPS dipindahkan ke lokasi cadangan yang lebih tinggi.")
    daily_reports.write_report(
        desk,
        situation="Persiapan berjalan; hujan turun sejak pagi.",
        activities="Pemantauan kesiapan TPS di seluruh kelurahan.",
    )
    daily_reports.finish_report(desk)


def differ(desk: Desk, below: Desk) -> None:
    """Both offices type other figures for two items of one TPS, so that there is something to clarify."""
    subject = _first_station(below)
    answering.set_answer(below, subject, "log.tinta", 2)
    answering.set_answer(desk, subject, "log.tinta", 1, note="Menurut laporan telepon")
    answering.set_answer(below, subject, SETTLED, 4)
    answering.set_answer(desk, subject, SETTLED, 3)


def clarify(desk: Desk) -> None:
    """One of them is settled on evidence; the other one waits still."""
    for one in disagreements.open_ones(desk):
        if one.title.endswith(SETTLED) and one.field == "quantity":
            disagreements.decide(desk, one.record, one.kind, one.field, 4, EVIDENCE)


def kabupaten_day(desk: Desk) -> None:
    """A day in the kabupaten: what came in is conveyed and followed up, one is closed, the report is written."""
    rows = issue_register.issue_rows(desk)
    for row in rows:
        if row.title == OPENED:
            issue_deeds.convey(desk, row.no, "KPU", "surat", "Mohon TPS dipindahkan ke lokasi cadangan.")
            issue_deeds.follow_up(desk, row.no, "KPU dan PPS meninjau lokasi bersama BPBD.", by="KPU")
    others = [row for row in rows if row.title != OPENED]
    if others:
        issue_deeds.convey(desk, others[0].no, "KPU", "telepon", "Kekurangan disampaikan kepada KPU.")
        issue_deeds.follow_up(desk, others[0].no, "Kekurangan sudah dikirim dari gudang KPU.", by="KPU")
        issue_deeds.close_issue(desk, others[0].no, "Kekurangan sudah diterima di TPS.")
    urgent = issues.new_issue(
        desk,
        "Sungai meluap di dekat gudang PPK, kotak suara terancam basah",
        places.place_subject("73.13.07", places.Kind.PPK)
        if desk.identity.place == "73.13"
        else desk.identity.place,
        category="CUA",
        severity=rules.Severity.URGENT.value,
        impact="Kotak suara dan surat suara dapat rusak.",
        reporter="Camat",
        source="tim",
    )
    issue_deeds.give_advice(desk, urgent, "Kotak suara dipindahkan ke gedung yang lebih tinggi sebelum malam.")
    daily_reports.write_report(
        desk,
        situation="Tahapan H-1 berjalan. Curah hujan tinggi di sebagian kecamatan.",
        activities="Pemantauan logistik di seluruh kecamatan.\nRapat koordinasi dengan KPU, Bawaslu dan BPBD.",
        closing="Logistik perlu dilindungi dari hujan sampai hari pemungutan suara.",
    )


def print_papers(desk: Desk, folder: Path) -> list[Path]:
    """The two official papers of this desk, as PDF."""
    written = []
    for key in ("laporan-harian", "susunan-tim"):
        for paper in ("A4", "F4"):
            path = folder / f"{key}-{paper}.pdf"
            printing.save(printing.make(desk, papers.Asked(key, paper=paper)), path)
            written.append(path)
    return written


def print_exchange(desk: Desk, below: Desk, folder: Path) -> list[Path]:
    """What goes with the flashdisk and comes back: handover, receipt, and what was clarified that day."""
    written = []
    brought = max((one for one in parcel_register.entries(below) if one.sent), key=lambda one: one.changes).package
    for office, key, name, package in (
        (below, printing.HANDOVER, "serah-terima", brought),
        (desk, printing.RECEIPT, "tanda-terima", brought),
        (desk, printing.CLARIFICATION, "klarifikasi-data", ""),
    ):
        path = folder / f"{name}-A4.pdf"
        asked = papers.Asked(key, paper="A4", package=package, way="flashdisk" if package else "")
        printing.save(printing.make(office, asked), path)
        written.append(path)
    return written


def _failed(desk: Desk, most: int) -> list[tuple[str, str]]:
    """The first TPS with an item that failed, and that item."""
    found = []
    wanted = stations.StationFilter(states=(readiness.Readiness.PROBLEM,))
    for row in stations.station_rows(desk, stations.station_ids(desk, wanted)[:most]):
        if row is None:
            continue
        page = checklist_pages.checklist_page(desk, row.subject)
        item = next((one for one in page.items if one.verdict is Verdict.FAILED), None)
        if item is not None:
            found.append((row.subject, item.code))
    return found


def _first_station(desk: Desk) -> str:
    [row] = stations.station_rows(desk, stations.station_ids(desk)[:1])
    if row is None:
        raise LookupError("the office has no TPS")
    return row.subject


def _head_of(desk: Desk) -> str:
    words = localities.words_for(desk.identity.place)
    name = desk.identity.name.removeprefix("Desk Pemilu ").removeprefix(words.regency).strip()
    return f"{words.head} {name}"
