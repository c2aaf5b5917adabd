# SPDX-License-Identifier: Apache-2.0
"""Data of surat tugas: who is ordered and who is asked for, on what basis, and the same again days later."""

import pytest

from desk_app.domain import errors
from desk_app.operations import activities, activity_people, assignment_letters, duplicates, team_changes, teams
from desk_app.operations.desk import Desk
from tests.regency_offices import BELAWA, TEMPE

LetterKind = assignment_letters.LetterKind


@pytest.fixture
def decree(wajo: Desk) -> int:
    return teams.new_decree(wajo, number="10/2024", date="2024-01-05", subject="Desk", period_from="2024-01-08")


@pytest.fixture
def eighth(wajo: Desk, decree: int) -> int:
    no = teams.new_team(wajo, 8, [BELAWA, TEMPE], decree=decree, duty="1. Memantau\n2. Melaporkan")
    teams.new_member(wajo, "Camat Tempe", team=no, person="Baso", nip="197501012000031001", rank="IV/a")
    teams.new_member(wajo, "Kepala Bagian", "Ketua Tim", team=no, person="Ani", service="pppk",
                     nip="198001012023211001")
    teams.new_member(wajo, "Kasat Intelkam", team=no, person="Rahman", nip="78010203", rank="AKP", unit="Polres Wajo")
    teams.new_member(wajo, "Kasubbag", team=no, person="Umar", unit="KPU Kabupaten Wajo")
    teams.new_member(wajo, "Kanit", team=no, person="Amir", unit="Polres Wajo")
    return no


def names(letter: assignment_letters.Letter) -> list[str]:
    return [one.name for one in letter.persons]


def test_a_team_is_ordered_and_each_other_body_is_asked(wajo: Desk, eighth: int) -> None:
    found = assignment_letters.for_team(wajo, eighth)
    [order] = found.orders
    assert names(order) == ["Ani", "Baso"]
    assert [(one.order, one.rank, one.number) for one in order.persons] == [
        (1, "", "NI PPPK 19800101 202321 1 001"), (2, "Pembina (IV/a)", "NIP. 19750101 200003 1 001"),
    ]
    assert [(one.addressee, names(one)) for one in found.requests] == [
        ("Kapolres Wajo", ["Rahman", "Amir"]), ("Ketua KPU Kabupaten Wajo", ["Umar"]),
    ]
    assert found.requests[0].persons[0].number == "NRP 78010203"
    for letter in found.letters:
        assert (letter.group, letter.record) == ("Tim VIII", eighth)
        assert [(one.code, one.name) for one in letter.districts] == [(TEMPE, "Tempe"), (BELAWA, "Belawa")]
        assert letter.purposes == ("Memantau", "Melaporkan")
        assert letter.basis_words == "Keputusan Bupati Wajo Nomor 10/2024 tanggal 5 Januari 2024 tentang Desk"
        assert (letter.period_from, letter.period_to) == ("2024-01-08", "")


def test_before_and_after_a_replacement(wajo: Desk, eighth: int) -> None:
    camat = next(one.no for one in teams.team(wajo, eighth).members if one.person == "Baso")
    before = assignment_letters.for_team(wajo, eighth, on="2024-02-13")
    done = team_changes.replace_member(wajo, camat, on="2024-02-14", person="Sitti")
    after = assignment_letters.for_team(wajo, eighth, on="2024-02-14")
    assert names(before.orders[0]) == ["Ani", "Baso"]
    assert names(after.orders[0]) == ["Ani", "Sitti"]
    assert after.orders[0].persons[1].period_from == "2024-02-14"
    assert names(assignment_letters.for_team(wajo, eighth, on="2024-02-13").orders[0]) == ["Ani", "Baso"]
    assert names(assignment_letters.for_member(wajo, camat).orders[0]) == ["Baso"]
    assert names(assignment_letters.for_member(wajo, done.new).orders[0]) == ["Sitti"]


def test_an_old_letter_is_unchanged_whatever_was_typed_since(wajo: Desk, eighth: int, decree: int) -> None:
    old = assignment_letters.for_team(wajo, eighth, on="2024-02-13")
    everything = assignment_letters.for_all(wajo, on="2024-02-13")
    camat = next(one.no for one in teams.team(wajo, eighth).members if one.person == "Baso")
    teams.edit_member(wajo, camat, person="Drs. Baso", rank="IV/b")
    teams.edit_team(wajo, eighth, duty="Lain", number="IX")
    teams.set_districts(wajo, eighth, [TEMPE])
    teams.edit_decree(wajo, decree, subject="Lain")
    teams.new_member(wajo, "Lurah", team=eighth, person="Baru")
    teams.remove_member(wajo, next(one.no for one in teams.team(wajo, eighth).members if one.person == "Ani"))
    now = assignment_letters.for_team(wajo, eighth, on="2024-02-13")
    assert names(now.orders[0]) == ["Drs. Baso", "Baru"]
    assert now.orders[0].group == "Tim IX"
    assert assignment_letters.for_team(wajo, eighth, on="2024-02-13", known=old.known) == old
    assert assignment_letters.for_all(wajo, on="2024-02-13", known=old.known) == everything
    teams.delete_team(wajo, eighth)
    assert assignment_letters.for_team(wajo, eighth, on="2024-02-13", known=old.known) == old
    with pytest.raises(errors.NotFound):
        assignment_letters.for_team(wajo, eighth)


def test_all_of_the_desk_without_political_offices(wajo: Desk, eighth: int) -> None:
    section = teams.new_section(wajo, "Sekretariat")
    teams.new_member(wajo, "Staf", section=section, person="Staf Satu")
    teams.new_member(wajo, "Bupati Wajo", "Pembina", person="Bupati")
    teams.new_member(wajo, "Sekretaris Daerah", "Ketua", person="Sekda")
    found = assignment_letters.for_all(wajo)
    assert [(one.group, names(one)) for one in found.orders] == [
        ("Pimpinan desk", ["Sekda"]), ("Sekretariat", ["Staf Satu"]), ("Tim VIII", ["Ani", "Baso"]),
    ]
    assert len(found.requests) == 2


def test_a_team_called_ahead_is_written_for_its_first_day(wajo: Desk) -> None:
    no = teams.new_team(wajo, 3, period_from="2024-03-01", period_to="2024-03-20")
    teams.new_member(wajo, "Camat", team=no, person="Baso", period_from="2024-03-01")
    teams.new_member(wajo, "Lurah", team=no, person="Nanti", period_from="2024-03-05")
    teams.new_member(wajo, "Staf", team=no, person="Lewat", period_to="2024-02-29")
    assert names(assignment_letters.for_team(wajo, no, on="2024-02-20").orders[0]) == ["Baso"]
    assert names(assignment_letters.for_team(wajo, no, on="2024-03-05").orders[0]) == ["Baso", "Nanti"]


def test_a_merged_member_is_sent_once(wajo: Desk, eighth: int) -> None:
    twin = teams.new_member(wajo, "Camat Tempe", team=eighth, person="H. Baso")
    camat = next(one.no for one in teams.team(wajo, eighth).members if one.person == "Baso")
    duplicates.merge(wajo, camat, [twin])
    assert names(assignment_letters.for_team(wajo, eighth).orders[0]) == ["Ani", "Baso"]


def test_who_is_not_there(wajo: Desk) -> None:
    with pytest.raises(errors.NotFound, match="Anggota"):
        assignment_letters.for_member(wajo, 1)
    assert assignment_letters.for_all(wajo).letters == ()


def test_by_record_whatever_it_is(wajo: Desk, eighth: int) -> None:
    section = teams.new_section(wajo, "Sekretariat")
    staff = teams.new_member(wajo, "Staf", section=section, person="Staf Satu")
    second = next(one.no for one in teams.team(wajo, eighth).members if one.person == "Baso")
    assert names(assignment_letters.of_record(wajo, eighth).orders[0]) == ["Ani", "Baso"]
    assert names(assignment_letters.of_record(wajo, section).orders[0]) == ["Staf Satu"]
    assert names(assignment_letters.of_record(wajo, staff).orders[0]) == ["Staf Satu"]
    assert assignment_letters.of_record(wajo, 0) == assignment_letters.for_all(wajo)
    assert assignment_letters.of_record(wajo, second).orders[0].persons[0].order == 2
    with pytest.raises(errors.NotFound):
        assignment_letters.of_record(wajo, 4711)


def test_those_who_are_sent_to_an_activity(wajo: Desk, eighth: int) -> None:
    no = activities.new_activity(wajo, "Kunjungan", from_day="2024-02-14", team=eighth, letter_date="2024-02-12")
    of_team = assignment_letters.for_activity(wajo, no)
    assert of_team.on == "2024-02-12"
    assert names(of_team.orders[0]) == ["Ani", "Baso"]
    assert [one.addressee for one in of_team.requests] == ["Kapolres Wajo", "Ketua KPU Kabupaten Wajo"]
    ani = next(one.no for one in teams.team(wajo, eighth).members if one.person == "Ani")
    activity_people.add_person(wajo, no, activity_people.Part.OFFICER, name="Ani", member=ani)
    activity_people.add_person(wajo, no, activity_people.Part.OFFICER, name="Sopir", office="Pengemudi")
    [letter] = assignment_letters.for_activity(wajo, no).letters
    assert names(letter) == ["Ani", "Sopir"]
    assert letter.persons[0].number == "NI PPPK 19800101 202321 1 001"
    assert (letter.group, letter.record, letter.districts) == ("Kunjungan", no, ())
    assert (letter.period_from, letter.period_to) == ("2024-02-14", "2024-02-14")
    assert letter.basis_words.startswith("Keputusan Bupati Wajo")
