# SPDX-License-Identifier: Apache-2.0
"""An office with something in every register, in words that are hard to write: for what goes out and comes back."""

from datetime import date

from desk_app.domain import places, revotes
from desk_app.domain.activities import Part
from desk_app.operations import (
    activities,
    activity_people,
    answers,
    candidates,
    contacts,
    count_rules,
    guarding,
    holidays,
    indicator_sheet,
    indicators,
    issue_deeds,
    issues,
    logbook,
    logistics,
    logistics_needs,
    region_risk,
    risk,
    risk_indicators,
    stages,
    stations,
    stock_reports,
    tasks,
    team_roster,
    teams,
    visits,
)
from desk_app.operations import revotes as revoting
from desk_app.operations.desk import Desk
from tests.regency_offices import BELAWA, MADDUKELLENG, TEMPE, TEMPE_VILLAGE, tps

FIRST = tps(MADDUKELLENG, 5)
SECOND = tps(TEMPE_VILLAGE, 1)


def fill(desk: Desk) -> None:
    """Write into every register that leaves as a workbook."""
    people(desk)
    matters(desk)
    goods(desk)
    figures(desk)
    places_at_risk(desk)
    ballots(desk)


def people(desk: Desk) -> None:
    """Decrees, teams, two members of one office, the roster, contacts."""
    decree = teams.new_decree(desk, number="100.3/12/2024", date="2024-01-08", subject="Pembentukan Tim, \"Desk\"")
    teams.new_decree(desk, subject="Perubahan", amends=decree)
    team = teams.new_team(desk, "VIII", [TEMPE, BELAWA], name="Tim =Tempe", decree=decree)
    teams.new_team(desk, 9)
    camat = teams.new_member(desk, "Camat", team=team, person="Sitti", nip="196802201990032003", service="pns")
    teams.new_member(desk, "Camat", team=team, person="Andi  Baso")
    teams.new_member(desk, "Sekretaris Daerah", "Ketua")
    team_roster.new_shift(desk, "2024-02-14", 19 * 60, 24 * 60, member=camat)
    team_roster.new_shift(desk, "2024-02-14", 0, 7 * 60 + 30, person="Rahmat", note="+ genset")
    contacts.new_contact(desk, "PLN", office="Posko siaga", person="Anto", phone="0812 3456 7890", place=TEMPE)
    contacts.new_contact(desk, "", office="Dokter jaga", other_phone="021 500 123")


def matters(desk: Desk) -> None:
    """Issues (a confidential one, too), lines of the book, votes held again, activities with what hangs on them."""
    member = issues.members(desk)[0][0]
    issue = issues.new_issue(
        desk, "Kotak  basah", FIRST, severity="tinggi", category="LOG", description="Satu\n\nDua  ", pic=member,
        addressee="kpu", reporter="Camat", source="tim",
    )
    issues.new_issue(desk, "=cmd|'/c calc'!A0", TEMPE, addressee="PT PLN (Persero) Cabang Sengkang", impact="a\x0bb")
    issues.new_issue(desk, "Listrik", TEMPE, addressee="KPU")
    issues.new_issue(desk, "Dugaan", TEMPE, confidential=True, description="rahasia")
    issue_deeds.close_issue(desk, issue, "Sudah diganti")
    logbook.add_line(desk, "Genset dipinjam", "Kodim", place=FIRST)
    line = logbook.add_line(desk, "-5 kotak\tkurang")
    logbook.promote(desk, line)
    revoting.note(desk, [FIRST], revotes.Kind.REPEATED, cause="Kotak dibuka", ordered_by="kpu", basis="12/2024",
                  ordered_on="2024-02-12", issue=issue)
    held = revoting.note(desk, [SECOND], revotes.Kind.RECOUNT)
    revoting.note_held(desk, held, "2024-02-12", voters=210, users=200)
    rakor = activities.new_activity(desk, "Rakor, kesiapan", "rakor", from_day="2024-02-10", from_minute=540,
                                    participants=30, agenda="1. Logistik\n2. Cuaca")
    visit = activities.new_activity(desk, "Kunjungan", "kunjungan", team=teams.teams(desk)[0].no, place=TEMPE)
    activities.new_activity(desk, "Rapat umum", "kampanye", from_day="2024-02-08", site="Lapangan", pair="02",
                            figures="Ketua partai", participants=1200)
    guest = activity_people.add_person(desk, rakor, Part.GUEST, name="Baso", office="Ketua KPU", unit="KPU")
    activity_people.add_person(desk, rakor, Part.OFFICER, unit="Bawaslu")
    activity_people.mark_present(desk, [guest], True)
    made = visits.add_visits(desk, visit, [FIRST, SECOND])
    visits.edit_visit(desk, made[0], findings="Bilik kurang", at=desk.now() - 7200, met="KPPS")
    tasks.new_task(desk, "Pinjam perahu", member=member, due="2024-02-13", source_kind="rapat", source=rakor)
    done = tasks.new_task(desk, "Telepon PLN", office="Kabag")
    tasks.finish(desk, done, "Sudah")


def goods(desk: Desk) -> None:
    """Shipments with several kinds of goods, one without any, and words about what lies where."""
    codes = [one.code for one in logistics_needs.goods(desk)]
    no = logistics.new_shipment(
        desk, f"{TEMPE}/ppk", {codes[0]: {"planned": 10, "sent": 9}, codes[1]: {"planned": 5}}, waybill="007",
        origin="73.13/gudang", carrier="CV =Laut", planned_at=desk.now() - 7200,
    )
    logistics.set_line(desk, no, codes[0], received=8, wet=1, note="Satu basah")
    logistics.new_shipment(desk, FIRST)
    stock_reports.report_stock(desk, TEMPE, places.Kind.PPK, 8, total=9, wet=1, source="Camat")
    stock_reports.report_stock(desk, BELAWA, places.Kind.GUDANG, 3, item=codes[1], source="Gudang", note="pagi")


def figures(desk: Desk) -> None:
    """Indicators with decimals and their values on two days; stages and days off."""
    code = indicators.new_indicator(desk, "Partisipasi", unit="%", decimals=2, target=8382, better="naik")
    money = indicators.new_indicator(desk, "NPHD", unit="Rp", target=24_500_000_000)
    for day, said in ((date(2024, 2, 1), "81,5"), (date(2024, 2, 12), "83,82")):
        indicator_sheet.set_values(desk, code, day, {TEMPE: said, BELAWA: "79"}, source="Disdukcapil")
        indicator_sheet.set_values(desk, code, day, {desk.identity.place: said.replace("8", "7", 1)}, source="KPU")
    indicator_sheet.set_values(desk, money, date(2024, 2, 1), {desk.identity.place: "24.500.000.000"}, source="BPKPD")
    stages.add(desk, "Distribusi, tahap 2", "H-5", "H-1", "Keputusan KPU")
    stages.add(desk, "Tanpa tanggal")
    holidays.save(desk, date(2024, 2, 8), "Isra Mikraj", "SKB")


def ballots(desk: Desk) -> None:
    """Pairs, parties and their candidates in two electoral districts, and the rules of the count."""
    candidates.put_list(desk, "ppwp", "1 Contoh A – Contoh B\n2 =Contoh C")
    candidates.put_parties(desk, "dprd_kab", [("3", "Partai  Contoh"), ("20", "Partai \"Lain\"")])
    candidates.put_list(desk, "dprd_kab", "3.1 Calon Satu\n3.10 Calon Sepuluh", [TEMPE])
    candidates.put(desk, "dprd_kab", "3.1", "Calon Pertama", districts=[BELAWA], short="+ P")
    count_rules.edit(desk, second_entry=["ppwp"], lock=True, target=8250)


def places_at_risk(desk: Desk) -> None:
    """Categories, who guards, ticks, and answers of the checklist of every kind."""
    region_risk.save(desk, TEMPE, "bawaslu", {"category": "Rawan sedang", "source": "IKP 2024", "day": "2024-01-02"})
    guarding.set_station(desk, FIRST, "2-4-6", "Polres")
    guarding.set_at_hand(desk, TEMPE, 40, None, "Polsek")
    told = risk_indicators.offered(desk)
    risk.tick(desk, FIRST, {told[0].code: True, told[1].code: True})
    risk.tick(desk, FIRST, {told[1].code: False})
    stations.edit_station(desk, SECOND, {"note": "tanjakan"})
    for item, value in (("log.kotak.ppwp", "1"), ("log.suara.ppwp", "280"), ("log.tinta", "T")):
        answers.set_answer(desk, FIRST, item, value)
