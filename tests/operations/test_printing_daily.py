# SPDX-License-Identifier: Apache-2.0
"""What the daily report gathers: figures of the office's data, recaps, the register, and the clerk's words."""

from datetime import date
from pathlib import Path

import pytest

from desk_app.data import schema
from desk_app.domain import errors, records
from desk_app.operations import answers, change_settings, daily_reports, disagreements, issues, printing_daily
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from desk_app.reports import daily_report, incoming_tables, text
from tests import counting_people, two_offices
from tests.operations.paper_kinds import counted
from tests.regency_offices import BELAWA, BELAWA_VILLAGE, TEMPE, tps
from tests.small_offices import NOW

DAY = date(2024, 2, 13)
ITEM = "log.hujan"


def gather(desk: Desk, area: str = "", day: date = DAY, as_of: int = NOW) -> daily_report.DailyReport:
    asked = printing_daily.Setting(
        day=day,
        phase=None,
        area=area or desk.identity.place,
        as_of=as_of,
        paper="A4",
        signer=None,
        signing_day=day,
        number="",
        addressed_to="Gubernur",
    )
    return printing_daily.gather(desk, asked)


def test_one_row_a_kecamatan_and_the_words_of_the_office(wajo: Desk) -> None:
    found = gather(wajo)
    named = {row.name: row for row in found.readiness}
    assert len(named) == 14
    assert (named["Tempe"].stations, named["Tempe"].villages, named["Tempe"].voters) == (6, 16, 1443)
    assert (named["Keera"].stations, named["Keera"].not_yet) == (0, 0)
    assert all(row.adds_up for row in found.readiness)
    assert (found.office.unit, found.office.villages, found.day_text) == ("Kecamatan", "Desa/Kel.", "H-1")
    assert (found.office.event, found.office.zone) == ("Pemilihan Umum Tahun 2024", "WITA")


def test_a_kecamatan_has_one_row_a_village(desk: Desk, wajo: Desk) -> None:
    found = gather(wajo, TEMPE)
    assert found.office.unit == "Kelurahan"
    assert found.office.region == "Kecamatan Tempe"
    assert "Maddukelleng" in [row.name for row in found.readiness]
    assert all(row.villages is None for row in found.readiness)
    assert gather(desk).office.within == "Kabupaten Wajo"
    mixed = gather(wajo, BELAWA)
    assert mixed.office.unit == "Desa/Kelurahan"
    assert any(row.name.startswith("Kel. ") for row in mixed.readiness)


def test_the_period_of_a_finished_report_stands_still_and_the_next_begins_there(wajo: Desk) -> None:
    daily_reports.finish_report(wajo)
    late = NOW + 2 * 3600
    assert gather(wajo, as_of=late).end.isoformat()[:16] == "2024-02-13T13:00"
    assert gather(wajo, TEMPE, as_of=late).end.isoformat()[:16] == "2024-02-13T15:00"
    issues.new_issue(wajo, "Sesudah laporan", TEMPE, reported_at=NOW + 600)
    assert [row.new for row in gather(wajo, as_of=late).issues] == []
    after = gather(wajo, day=date(2024, 2, 14), as_of=NOW + 86_400)
    assert after.start.isoformat()[:16] == "2024-02-13T13:00"
    assert [row.new for row in after.issues] == [True]
    daily_reports.reopen_report(wajo)
    assert gather(wajo, as_of=late).end.isoformat()[:16] == "2024-02-13T15:00"


def test_the_period_ends_at_the_report_hour_or_now(wajo: Desk) -> None:
    early = gather(wajo)
    assert (early.start.isoformat()[:16], early.end.isoformat()[:16]) == ("2024-02-12T16:00", "2024-02-13T13:00")
    late = gather(wajo, as_of=NOW + 6 * 3600)
    assert late.end.isoformat()[:16] == "2024-02-13T16:00"
    change_settings.set_many(wajo, {"report_hour": "15.00"})
    assert gather(wajo, as_of=NOW + 6 * 3600).end.hour == 15
    ahead = gather(wajo, day=date(2024, 2, 14))
    assert ahead.start == ahead.end
    change_settings.set_many(wajo, {"report_hour": "sore"})
    with pytest.raises(errors.Refused, match=r"16\.00"):
        gather(wajo)


def test_the_clerks_words_are_points_and_advice_stands_apart(wajo: Desk) -> None:
    daily_reports.write_report(
        wajo,
        DAY,
        situation="Aman.\n\nHujan di utara.",
        activities="1. Rapat\n2. Pantau",
        closing="Lancar.\nSaran: Tambah terpal.\n- Tambah genset.",
    )
    found = gather(wajo)
    assert found.introduction == ("Aman.", "Hujan di utara.")
    assert found.activities == ("Rapat", "Pantau")
    assert (found.conclusions, found.suggestions) == (("Lancar.",), ("Tambah terpal.", "Tambah genset."))
    part = gather(wajo, TEMPE)
    assert (part.introduction, part.activities, part.conclusions, part.register) == ((), (), (), ())


def test_a_heading_of_its_own_begins_the_advice() -> None:
    assert printing_daily.split_closing("Lancar\nSARAN\nSatu\nDua") == (("Lancar",), ("Satu", "Dua"))
    assert printing_daily.split_closing("Saran kami diterima KPU") == (("Saran kami diterima KPU",), ())


def test_the_last_recap_of_the_period_stands_beside_complete_details(wajo: Desk) -> None:
    answers.add_recap(wajo, BELAWA, ITEM, 1, 3, hour=NOW - 7200, source="camat")
    answers.add_recap(wajo, BELAWA, ITEM, 3, 3, hour=NOW - 60, source="PPK")
    answers.add_recap(wajo, TEMPE, ITEM, 4, None, hour=NOW - 120, source="camat")
    answers.add_recap(wajo, TEMPE, ITEM, 6, 6, hour=NOW - 40 * 3600, source="lama")
    [first, second] = gather(wajo).recaps
    assert (first.place, first.done, first.whole, first.source, first.counted) == ("Tempe", 4, 6, "camat", None)
    assert (second.place, second.done, second.source, second.counted) == ("Belawa", 3, "PPK", None)
    for number, said in ((1, "S"), (2, "B"), (901, "T")):
        answers.set_answer(wajo, tps(BELAWA_VILLAGE, number), ITEM, said)
    assert gather(wajo).recaps[1].counted == 2
    assert gather(wajo, BELAWA).recaps[0].counted == 2


def test_voters_are_of_the_dpt_and_reports_of_single_tps_stay_off_the_paper(wajo: Desk) -> None:
    answers.add_recap(wajo, BELAWA, "hh.pemilih", 90, None, hour=NOW - 60, source="camat")
    told = {"event": "pemilu-2024", "place": tps(BELAWA_VILLAGE, 1), "item": "har.buka", "count": 1, "hour": NOW - 60}
    transact(wajo, "Lembar pantau", lambda unit: unit.create(records.RECAP, told))
    [row] = gather(wajo).recaps
    assert (row.place, row.subject, row.done, row.whole) == (
        "Belawa", "Pengguna hak pilih sampai pukul ini", 90, 80 + 85 + 70 + 20 + 5
    )


def test_the_register_of_the_day(wajo: Desk) -> None:
    daily_reports.note_received(wajo, TEMPE, "WhatsApp", DAY, nihil=True)
    daily_reports.note_received(wajo, BELAWA, "flashdisk", DAY)
    rows = {row.place: row for row in gather(wajo).register}
    assert len(rows) == 14
    assert (rows["Tempe"].state, rows["Tempe"].way) == (incoming_tables.Received.NIHIL, "WhatsApp")
    assert rows["Belawa"].state is incoming_tables.Received.REPORT
    assert rows["Belawa"].when is not None
    assert rows["Belawa"].when.hour == 13
    assert rows["Keera"].state is incoming_tables.Received.NOTHING


def test_what_offices_hold_differently_is_marked(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        kabupaten, tempe = two.kabupaten, two.tempe
        answers.add_recap(kabupaten, TEMPE, "log.hujan", 4, 6, hour=NOW - 600, source="Camat")
        two.carry(kabupaten, tempe)
        station = ("pemilu-2024", two_offices.FIRST[:13], 1)
        for desk, voters, count in ((kabupaten, 105, 5), (tempe, 101, 6)):
            with desk.reading() as connection:
                no = connection.exec_driver_sql("SELECT no FROM recap").scalar_one()
            transact(desk, "x", lambda unit, v=voters: unit.put(records.STATION, station, {"dpt_male": v}))
            transact(desk, "x", lambda unit, n=no, c=count: unit.set(records.RECAP, n, {"count": c}))
        answers.set_answer(kabupaten, two_offices.SECOND, "log.hujan", "S")
        answers.set_answer(tempe, two_offices.SECOND, "log.hujan", "B")
        two.carry(tempe, kabupaten)
        found = gather(kabupaten)
        assert {row.name: row.voters_open for row in found.readiness if row.voters_open} == {"Tempe": 1}
        [recap] = found.recaps
        assert (recap.disputed, recap.details_open, recap.counted) == (True, 1, None)
        assert "⇄ Angka DPT Kecamatan Tempe (1 TPS)" in text.render(daily_report.build(found))
        assert all(row.voters_open == 0 for row in gather(kabupaten, BELAWA).readiness)
        for one in disagreements.open_ones(kabupaten):
            disagreements.decide_many(kabupaten, [disagreements.choice(one, one.sides[0])])
        assert "⇄" not in text.render(daily_report.build(gather(kabupaten)))


def test_words_that_two_computers_wrote_differently_are_marked(wajo: Desk) -> None:
    daily_reports.write_report(wajo, DAY, situation="Aman", activities="Rapat", closing="Siap")
    with wajo.reading() as connection:
        no = connection.exec_driver_sql("SELECT no FROM daily_report").scalar_one()
    field = records.DAILY_REPORT.field("activities").no
    conflict = {"record": no, "field": field, "type": records.DAILY_REPORT.no}

    def differ() -> None:
        with wajo.store.writing() as connection:
            connection.execute(schema.conflict.insert().values(conflict))

    wajo.on_writer(differ)
    found = gather(wajo)
    assert found.disputed == {"activities"}
    assert "dua komputer kantor" in text.render(daily_report.build(found))


def test_how_far_the_copies_of_the_count_are_and_never_a_vote(wajo: Desk) -> None:
    assert gather(wajo).counted == ()
    counted.fill(wajo)
    assert gather(wajo).counted == ("PPWP: Data masuk 4 dari 9 TPS (44,44 %) per 13-02-2024 pukul 13.00 WITA",)
    assert gather(wajo, BELAWA).counted == ()
    with counting_people.somebody(wajo, "Sitti"):
        said = text.render(daily_report.build(gather(wajo)))
    assert "Salinan hasil suara: PPWP: Data masuk 4 dari 9 TPS" in said
    assert "230" not in said
