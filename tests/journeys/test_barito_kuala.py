# SPDX-License-Identifier: Apache-2.0
"""Barito Kuala: the decree's eight teams, five functions, a replacement in mid-period, surat tugas before and after.

Published is Tim DESK VIII alone (`domain.md §0.8`, §1.3); the offices of the other seven teams are marked as of a test.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.domain import teams as rules
from desk_app.operations import (
    assignment_letters,
    attachments,
    history,
    offices,
    tasks,
    team_changes,
    team_clashes,
    team_handovers,
    team_phones,
    team_roster,
    teams,
)
from desk_app.operations.desk import Desk
from tests.small_offices import EVENT, KEY_MEMORY, NOW, PASSWORD

BARITO_KUALA = "63.04"
TAMBAN, MEKARSARI = "63.04.02", "63.04.13"
OTHERS = [f"63.04.{number:02d}" for number in range(1, 18) if number not in (2, 13)]
FROM, TO = "2024-01-15", "2024-03-20"
CHANGED = "2024-02-20"
DUTY = "\n".join(f"{place}. {words}" for place, words in enumerate(rules.FUNCTIONS, 1))
PDF = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\nxref\n0 1\n0000000000 65535 f\ntrailer\n<< >>\n" \
      b"startxref\n9\n%%EOF\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    asked = offices.NewOffice(BARITO_KUALA, EVENT, "Andi", PASSWORD)
    with offices.create_office(tmp_path / "batola", asked, now=lambda: NOW, key_memory=KEY_MEMORY).desk as made:
        yield made


def decreed(desk: Desk, scan: Path) -> tuple[int, int]:
    """The decree with its scan and the eight teams; returns the decree and Tim VIII."""
    decree = teams.new_decree(
        desk, number="188.45/CONTOH/KUM/2024", date="2024-01-12", subject="Pembentukan Tim Desk", period_from=FROM,
        period_to=TO,
    )
    attachments.add(desk, decree, scan, "SK bertanda tangan")
    for office, role in (("Bupati Barito Kuala", "Pembina"), ("Sekretaris Daerah", "Ketua")):
        teams.new_member(desk, office, role)
    told = {"decree": decree, "period_from": FROM, "period_to": TO, "duty": DUTY}
    for number in range(1, 8):
        districts = OTHERS[(number - 1) * 2 : (number - 1) * 2 + (3 if number == 7 else 2)]
        no = teams.new_team(desk, number, districts, **told)
        teams.new_member(desk, f"Jabatan uji tim {rules.roman(number)}", team=no)
    eighth = teams.new_team(desk, "VIII", [TAMBAN, MEKARSARI], name="Tim DESK VIII", **told)
    for office, person, nip in (
        ("Kepala Dinas Komunikasi dan Informatika", "Pejabat Uji Satu", "197001011995031001"),
        ("Kepala Bagian Protokol dan Komunikasi Pimpinan", "Pejabat Uji Dua", "197102021996032002"),
        ("Camat Tamban", "Pejabat Uji Tiga", "197203031997031003"),
        ("Camat Mekarsari", "Pejabat Uji Empat", "197304041998031004"),
    ):
        teams.new_member(desk, office, team=eighth, person=person, nip=nip, rank="IV/a", unit="Pemerintah Daerah")
    return decree, eighth


def test_the_desk_of_barito_kuala(desk: Desk, tmp_path: Path) -> None:
    scan = tmp_path / "sk.pdf"
    scan.write_bytes(PDF)
    decree, eighth = decreed(desk, scan)

    # The decree's eight teams over 17 kecamatan: none is left out, none is covered twice, nothing clashes.
    matrix = teams.matrix(desk)
    assert [one.label for one in matrix.teams] == [f"Tim {rules.roman(number)}" for number in range(1, 9)]
    assert (len(matrix.rows), matrix.holes, matrix.doubles) == (17, (), ())
    assert [row.name for row in matrix.rows if eighth in row.teams] == ["Tamban", "Mekarsari"]
    assert [one.office for one in teams.team_numbered(desk, "Tim VIII").present][2:] == [
        "Camat Tamban", "Camat Mekarsari",
    ]
    assert team_clashes.clashes(desk) == []
    assert [one.caption for one in attachments.of_record(desk, decree)] == ["SK bertanda tangan"]

    # Surat tugas of Tim VIII: four officers, five functions, two kecamatan, the decree.
    camat = teams.member_named(desk, "Camat Tamban").no
    first = assignment_letters.for_team(desk, eighth, on="2024-02-12")
    [letter] = first.letters
    assert letter.kind is assignment_letters.LetterKind.ORDER
    assert [one.name for one in letter.persons] == [f"Pejabat Uji {word}" for word in ("Satu", "Dua", "Tiga", "Empat")]
    assert letter.persons[2].number == "NIP. 19720303 199703 1 003"
    assert letter.purposes == rules.FUNCTIONS
    assert [one.name for one in letter.districts] == ["Tamban", "Mekarsari"]
    assert (letter.period_from, letter.period_to) == (FROM, TO)
    assert letter.basis_words == (
        "Keputusan Bupati Barito Kuala Nomor 188.45/CONTOH/KUM/2024 tanggal 12 Januari 2024 tentang "
        "Pembentukan Tim Desk"
    )

    # He works: a task, shifts of the posko, a hand-over. His phone stays in the office.
    task = tasks.new_task(desk, "Pastikan gudang Tamban bebas banjir", member=camat)
    done = tasks.new_task(desk, "Rapat persiapan", member=camat)
    tasks.finish(desk, done, "terlaksana")
    [kept] = team_roster.new_shift(desk, "2024-02-19", 19 * 60, 7 * 60, member=camat)
    [moved] = team_roster.new_shift(desk, "2024-02-21", 19 * 60, 7 * 60, member=camat)
    matters = team_handovers.open_matters(desk)
    team_handovers.new_handover(desk, "Laporan Tamban lengkap", from_shift=kept, matters=matters)
    team_phones.set_phone(desk, camat, "0812 3456 789")

    # In mid-period another officer takes his place, by an amending decree.
    amending = teams.new_decree(
        desk, number="188.45/CONTOH-2/KUM/2024", date="2024-02-19", subject="Perubahan Tim Desk", amends=decree
    )
    change = team_changes.replace_member(
        desk, camat, on=CHANGED, reason="mutasi", person="Pejabat Uji Lima", nip="197505052000031005", decree=amending
    )
    assert (change.tasks, change.shifts) == ((task,), (moved,))
    former = next(one for one in teams.team(desk, eighth).members if one.replaced)
    assert (former.person, former.replaced_on, former.replaced_by) == ("Pejabat Uji Tiga", CHANGED, change.new)
    assert {one.no: one.name for one in team_roster.shifts(desk)} == {
        kept: "Pejabat Uji Tiga", moved: "Pejabat Uji Lima",
    }
    assert {one.no: one.member for one in tasks.rows(desk)} == {task: change.new, done: camat}
    [note] = team_handovers.handovers(desk)
    assert note.handing == "Pejabat Uji Tiga (19.00–07.00)"
    assert "Pastikan gudang Tamban" in note.matters
    assert team_clashes.clashes(desk) == []

    # The new letter names the new officer and the amendment; the old one is the same as it was.
    second = assignment_letters.for_team(desk, eighth, on=CHANGED)
    [after] = second.letters
    assert [one.name for one in after.persons][2:] == ["Pejabat Uji Lima", "Pejabat Uji Empat"]
    assert "sebagaimana telah diubah dengan Keputusan Bupati Barito Kuala Nomor 188.45/CONTOH-2" in after.basis_words
    assert assignment_letters.for_team(desk, eighth, on="2024-02-12", known=first.known) == first
    assert assignment_letters.for_member(desk, camat).letters[0].persons[0].name == "Pejabat Uji Tiga"

    # For one, for a team, for all; the Bupati is sent by none.
    everyone = assignment_letters.for_all(desk, on=CHANGED)
    assert [one.group for one in everyone.orders] == ["Pimpinan desk", *(f"Tim {rules.roman(n)}" for n in range(1, 9))]
    assert not any("Bupati" in person.office for one in everyone.letters for person in one.persons)

    # And all of the replacement is undone as one.
    history.undo(desk)
    assert [one.person for one in teams.team(desk, eighth).present][2] == "Pejabat Uji Tiga"
    assert {one.name for one in team_roster.shifts(desk)} == {"Pejabat Uji Tiga"}
    assert {one.member for one in tasks.rows(desk)} == {camat}
