# SPDX-License-Identifier: Apache-2.0
"""Surat tugas from a real office: of one, of a team, of all, of an activity; who signs, what is left open."""

from dataclasses import replace
from datetime import date

import pytest

from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.operations import activities, activity_people, change_settings, papers, printing, signatories, teams
from desk_app.operations.desk import Desk
from desk_app.operations.paper_kinds import assignment
from desk_app.operations.targets import Page, Target
from desk_app.reports import catalogue
from tests.regency_offices import BELAWA, TEMPE

KEY = catalogue.ASSIGNMENT.key
NIP = "197501012000031001"
ALL = papers.Asked(KEY)


@pytest.fixture
def team(wajo: Desk) -> int:
    decree = teams.new_decree(wajo, number="10/2024", date="2024-01-05", subject="Desk", period_from="2024-01-08")
    no = teams.new_team(wajo, 8, [BELAWA, TEMPE], decree=decree, duty="1. Memantau\n2. Melaporkan")
    teams.new_member(wajo, "Camat Tempe", team=no, person="Baso", nip=NIP, rank="IV/a")
    teams.new_member(wajo, "Lurah", team=no, person="Ani")
    teams.new_member(wajo, "Kasat", team=no, person="Rahman", unit="Polres Wajo")
    teams.new_member(wajo, "Sekretaris Daerah", "Ketua", person="Sekda, M.Si.")
    return no


@pytest.fixture
def signers(wajo: Desk) -> tuple[int, int]:
    return (
        signatories.add_signatory(
            wajo,
            {"office": "Sekretaris Daerah", "person": "Drs. Sekda", "form": "an", "on_behalf_of": "Bupati Wajo"},
        ),
        signatories.add_signatory(wajo, {"office": "Bupati Wajo", "person": "Bupati"}),
    )


def member(desk: Desk, person: str) -> int:
    return next(one.no for one in teams.structure(desk).members if one.person == person)


def made(desk: Desk, record: int, **more: object) -> papers.Prepared:
    return printing.make(desk, replace(ALL, record=record, **more))  # type: ignore[arg-type]


def test_of_a_team(wajo: Desk, team: int) -> None:
    said = made(wajo, team).text()
    for words in (
        "bahwa untuk mendukung kelancaran Pemilihan Umum Tahun 2024 perlu menugaskan anggota Desk Pemilu",
        "Keputusan Bupati Wajo Nomor 10/2024 tanggal 5 Januari 2024 tentang Desk", "*MEMERINTAHKAN:*",
        "2 (dua) orang", "1. Memantau", "2. Melaporkan", "di Kecamatan Tempe dan Belawa",
        "terhitung mulai tanggal 8 Januari 2024", "1. *Baso*: Camat Tempe; Anggota",
    ):  # fmt: skip
        assert words in said
    assert "Rahman" not in said
    assert NIP[:8] not in said


def test_of_one_with_his_whole_number(wajo: Desk, team: int) -> None:
    paper = made(wajo, member(wajo, "Baso"))
    facts = [fact for block in paper.document.blocks for fact in _facts(block)]
    assert ("NIP", "19750101 200003 1 001") in facts
    assert ("Pangkat/Gol.", "Pembina (IV/a)") in facts
    assert "lampiran" not in paper.text()
    assert "Baso" not in paper.title
    assert paper.title == "Surat Tugas Tim VIII urutan 1 Camat Tempe 13 Februari 2024"
    assert made(wajo, member(wajo, "Ani")).title == "Surat Tugas Tim VIII urutan 2 Lurah 13 Februari 2024"


def _facts(block: object) -> list[tuple[str, str]]:
    return [(fact.label, fact.value) for point in getattr(block, "points", ()) for fact in getattr(point, "facts", ())]


def test_of_all_with_their_regions(wajo: Desk, team: int) -> None:
    said = made(wajo, 0).text()
    assert "3 (tiga) orang" in said
    assert "*Pimpinan desk*" in said
    assert "wilayah Tempe dan Belawa" in said


def test_of_an_activity_with_its_own_number_and_day(wajo: Desk, team: int) -> None:
    no = activities.new_activity(
        wajo, "Kunjungan gudang", "kunjungan", site="Gudang KPU", place=TEMPE, from_day="2024-02-14",
        letter_number="800/45", letter_date="2024-02-10",
    )
    activity_people.add_person(wajo, no, activity_people.Part.OFFICER, name="Baso", member=member(wajo, "Baso"))
    activity_people.add_person(wajo, no, activity_people.Part.OFFICER, name="Sopir", office="Pengemudi")
    paper = made(wajo, no)
    assert (paper.number, paper.day) == ("800/45", date(2024, 2, 10))
    said = paper.text()
    assert "pada tanggal 10 Februari 2024" in said
    assert (
        "Melaksanakan kegiatan Kunjungan gudang pada hari Rabu, 14 Februari 2024, bertempat di Gudang KPU, "
        "Kecamatan Tempe" in said
    )
    assert "Sopir" in said
    assert made(wajo, no, number="").number == ""


def test_nobody_to_be_ordered(wajo: Desk) -> None:
    no = teams.new_team(wajo, 3)
    teams.new_member(wajo, "Kasat", team=no, person="Rahman", unit="Polres Wajo")
    with pytest.raises(errors.Refused, match="ditugaskan"):
        made(wajo, no)
    with pytest.raises(errors.NotFound):
        made(wajo, 4711)
    bare = made(wajo, 0)
    assert "Belum ada" in " ".join(str(one.words) for one in bare.remarks)
    assert assignment.letters_of(wajo, ALL) == []


def test_who_is_sent_does_not_sign(wajo: Desk, team: int, signers: tuple[int, int]) -> None:
    assert made(wajo, team).signatory.startswith("a.n. BUPATI WAJO")
    assert made(wajo, member(wajo, "Sekda, M.Si.")).signatory == "BUPATI WAJO – Bupati"
    own = made(wajo, member(wajo, "Sekda, M.Si."), signatory=signers[0])
    assert any(one.grave for one in own.remarks)


def test_the_offices_rule_names_who_signs(wajo: Desk, team: int, signers: tuple[int, int]) -> None:
    change_settings.set_many(wajo, {"assignment_signers": "Camat = Bupati\nlainnya = Kepala Badan"})
    assert made(wajo, team).signatory == "BUPATI WAJO – Bupati"
    assert made(wajo, team).document.head is not None
    other = made(wajo, member(wajo, "Ani"))
    assert other.signatory.startswith("a.n. BUPATI")
    assert any("Kepala Badan" in str(one.words) for one in other.remarks)
    assert made(wajo, team, signatory=signers[0]).signatory.startswith("a.n. BUPATI")


def test_the_offices_words(wajo: Desk, team: int) -> None:
    change_settings.set_many(
        wajo,
        {
            "assignment_title": "Surat Perintah Tugas",
            "assignment_order": "Memberi tugas:",
            "assignment_considering": "-",
            "assignment_basis": "1. Surat Sekda Nomor 5",
            "assignment_copies": "Inspektur",
        },
    )
    paper = made(wajo, team)
    said = paper.text()
    assert "*SURAT PERINTAH TUGAS*" in said
    assert "*MEMBERI TUGAS:*" in said
    assert "Menimbang" not in said
    assert "2. Surat Sekda Nomor 5" in said
    assert any(getattr(block, "names", ()) == ("Inspektur",) for block in paper.document.blocks)


def test_every_letter_of_all(wajo: Desk, team: int) -> None:
    by_team = assignment.letters_of(wajo, ALL)
    assert [one.record for one in by_team] == [member(wajo, "Sekda, M.Si."), team]
    by_person = assignment.letters_of(wajo, ALL, assignment.Each.PERSON)
    assert [one.record for one in by_person] == [member(wajo, name) for name in ("Sekda, M.Si.", "Baso", "Ani")]
    assert len({printing.make(wajo, one).title for one in by_person}) == 3
    assert [one.record for one in assignment.letters_of(wajo, replace(ALL, record=team))] == [team]


def test_a_final_letter_comes_back_whatever_was_typed_since(wajo: Desk, team: int) -> None:
    final = made(wajo, team)
    line = printing.issue(wajo, final)
    teams.edit_member(wajo, member(wajo, "Ani"), person="Ani Baru")
    teams.edit_team(wajo, team, duty="Lain")
    change_settings.set_many(wajo, {"assignment_title": "Surat Perintah Tugas"})
    again = finish(printing.issued_again(wajo, line))
    assert again.code == final.code
    assert "Ani Baru" not in again.text()
    assert made(wajo, team).code != final.code


def test_the_same_moment_gives_the_same_letter(wajo: Desk, team: int) -> None:
    asked = replace(ALL, record=team, as_of=1_707_800_400, day=date(2024, 2, 13))
    assert printing.make(wajo, asked).pdf() == printing.make(wajo, asked).pdf()


def test_what_is_missing_leads_to_where_it_is_typed(wajo: Desk) -> None:
    decree = teams.new_decree(wajo, number="", subject="Desk")
    no = teams.new_team(wajo, 8, [BELAWA], decree=decree)
    nameless = teams.new_member(wajo, "Camat Tempe", team=no)
    told = {str(one.words): one.target for one in made(wajo, no).remarks}
    assert told["1 orang belum bernama; namanya menjadi titik-titik."] == Target(Page.TEAMS, record=nameless)
    [dots] = [target for words, target in told.items() if "keputusan" in words]
    assert dots == Target(Page.TEAMS, record=decree, chosen={"show": "decrees"})
    assert not any("masih ada" in words for words in told), "the same dots are not told twice"
    teams.edit_decree(wajo, decree, number="10/2024", date="2024-01-05")
    assert not any("keputusan" in str(one.words) for one in made(wajo, no).remarks)
