# SPDX-License-Identifier: Apache-2.0
"""Values and titles as people say them."""

from pathlib import Path

import pytest

from desk_app.operations import disagreements, settings, teams, values
from desk_app.operations.desk import Desk
from tests import regency_offices, two_offices

SUBJECT = regency_offices.tps(regency_offices.MADDUKELLENG, 5)


@pytest.mark.parametrize(
    ("kind", "field", "value", "words"),
    [
        ("answer", "choice", "done", "Sudah"),
        ("answer", "Jawaban", "not_yet", "Belum"),
        ("answer", "quantity", 12_345, "12.345"),
        ("answer", "quantity", None, "(kosong)"),
        ("answer", "note", "", "(kosong)"),
        ("station", "risk", "sangat_rawan", "Sangat rawan"),
        ("station", "latitude", -4_012_345, "-4,012345°"),
        ("station_risk", "present", True, "Ya"),
        ("station_risk", "indicator", "P04", "Kendala jaringan internet"),
        ("issue", "severity", "sangat_mendesak", "Sangat mendesak"),
        ("issue", "state", "diteruskan_bawaslu", "Diteruskan ke Bawaslu"),
        ("issue", "category", "LOG", "Logistik"),
        ("issue", "addressee", "Lurah setempat", "Lurah setempat"),
        ("issue", "happened_at", 1_707_800_400, "13-02-2024 pukul 13.00"),
        ("member", "nip", "198501012010011001", "******** ****** * 001"),
        ("decree", "date", "2024-01-08", "08-01-2024"),
        ("team", "number", 8, "Tim VIII"),
        ("team_district", "district", "73.13.06", "Kecamatan Tempe"),
        ("office", "key", b"\x01", "(berkas)"),
        ("candidate", "kind", "kolom_kosong", "Kolom kosong"),
        ("candidate", "race", "dprd_kab", "DPRD Kab"),
        ("count_rules", "second_entry", "ppwp,dpd", "PPWP, DPD"),
        ("count_rules", "target", 8250, "82,5"),
        ("count_rules", "denominator", "semua", "pemilih dalam DPT, pindahan, dan tambahan"),
        ("count_form", "sealed", b"\x01\x02", "(tersegel)"),
        ("count_result", "checked", b"\x01\x02", "(tersegel)"),
        ("count_wrap", "box", b"\x01\x02", "(tersegel)"),
        ("newer", "anything", 3, "3"),
    ],
)
def test_a_value_is_said_in_words(wajo: Desk, kind: str, field: str, value: object, words: str) -> None:
    assert values.Speaker(wajo).value(kind, field, value) == words


@pytest.mark.parametrize(
    ("kind", "title", "words"),
    [
        ("answer", f"{SUBJECT} · log.formulir", "TPS 005 · Kel. Maddukelleng · Sampul dan formulir C lengkap"),
        ("station", "73.13.06.1004 · 5", "TPS 005 · Kel. Maddukelleng"),
        ("station_risk", "73.13.06.1004 · 5 · P08", "TPS 005 · Kel. Maddukelleng · Kendala aliran listrik"),
        ("team", "8 · Monitoring", "Tim VIII · Monitoring"),
        ("team_district", "73.13.07", "Kecamatan Belawa"),
        ("daily_report", "2024-02-13", "13-02-2024"),
        ("setting", "language", "Bahasa"),
        ("setting", "word_village", "Desa disebut"),
        ("setting", "of a newer version", "of a newer version"),
        ("follow_up", "beri_saran · Kirim · segera", "Beri saran · Kirim · segera"),
        ("issue", "WAJ-0001 · Kotak suara basah", "WAJ-0001 · Kotak suara basah"),
        ("answer", "bukan tempat · entah", "bukan tempat · entah"),
        ("candidate", "ppwp · 1 · Andi", "PPWP · 1 · Andi"),
        ("candidate", "newer", "newer"),
        ("count_form", "73.13.06.1004 · 5 · ppwp", "TPS 005 · Kel. Maddukelleng · PPWP"),
        ("count_result", "73.13.06.1004 · 5 · dpd", "TPS 005 · Kel. Maddukelleng · DPD"),
        ("count_recap", "73.13.07 · ppwp", "Kecamatan Belawa · PPWP"),
        ("count_recap", "newer", "newer"),
    ],
)
def test_a_title_is_said_in_words(wajo: Desk, kind: str, title: str, words: str) -> None:
    assert values.Speaker(wajo).title(kind, title) == words


def test_one_strange_place_costs_no_other_its_name(wajo: Desk) -> None:
    speaker = values.Speaker(wajo)
    speaker.learn(["versi baru", "73.13.06"])
    assert (speaker.place("versi baru"), speaker.place("73.13.06")) == ("versi baru", "Kecamatan Tempe")


def test_a_reference_is_called_by_its_title(wajo: Desk) -> None:
    no = teams.new_team(wajo, 8)
    speaker = values.Speaker(wajo)
    assert speaker.value("member", "team", no) == "Tim VIII"
    assert speaker.value("member", "team", no + 999) == "(belum diterima)"


def test_choices_are_those_of_a_field_of_codes() -> None:
    assert ("done", "Sudah") in values.choices("answer", "choice")
    assert values.choices("answer", "quantity") == ()


def test_a_moment_beyond_the_calendar_is_shown_at_its_end(wajo: Desk) -> None:
    assert values.Speaker(wajo).moment(10**15).startswith("31-12-9999")


def test_every_setting_has_a_name(wajo: Desk) -> None:
    speaker = values.Speaker(wajo)
    assert [name for name in settings.DEFAULTS if speaker.title("setting", name) == name] == []


def test_a_decision_tells_what_it_settled(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        two.disagree()
        two.carry(two.tempe, two.kabupaten)
        for one in disagreements.open_ones(two.kabupaten):
            disagreements.decide_many(two.kabupaten, [disagreements.choice(one, one.sides[0], "Surat")])
        with two.kabupaten.reading() as connection:
            changes = list(connection.exec_driver_sql("SELECT change FROM decision").scalars())
        speaker = values.Speaker(two.kabupaten)
        assert {speaker.value("decision", "change", one) for one in changes} == {
            "TPS 001 · Kel. Tempe · Sampul dan formulir C lengkap · Jawaban",
            "TPS 002 · Kel. Tempe · Kotak suara PPWP · Jumlah",
        }
        assert speaker.value("decision", "change", 77 << 40) == "(belum diterima)"
