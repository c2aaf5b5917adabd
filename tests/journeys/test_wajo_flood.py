# SPDX-License-Identifier: Apache-2.0
"""Wajo: a flood in Belawa threatens the stored boxes; from the failed item to the daily report, over two offices.

The kecamatan's checklist fails, the issue comes from the item and is passed on; the kabupaten advises, conveys it to
KPU and BPBD, follows it up, tells the province in the daily report, and answers; the kecamatan closes it.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.domain import answers as rules
from desk_app.domain.issues import Severity, State, Verb
from desk_app.operations import (
    answers,
    attachments,
    checklist_pages,
    daily_reports,
    issue_counts,
    issue_deeds,
    issue_detail,
    issue_identities,
    issue_register,
    issues,
    overview,
    papers,
    printing,
    receiving,
    sending,
    todo,
)
from desk_app.operations.desk import Desk
from tests import acquainted, photographs, regency_offices, two_offices
from tests.regency_offices import BELAWA, BELAWA_VILLAGE, tps
from tests.small_offices import NOW

GUDANG = "73.13.07/gudang"
DRY = "gud.kering@h-3"
HOUR = 3600
MORNING = NOW - 2 * 24 * HOUR - 6 * HOUR
"""Sunday 11 February 2024, 07.00 WITA: H-3."""


class Clock:
    """The hour of the day, the same at both offices."""

    def __init__(self) -> None:
        self.now = MORNING

    def __call__(self) -> int:
        return self.now

    def go_on(self, minutes: int) -> None:
        self.now += minutes * 60


@pytest.fixture
def offices(tmp_path: Path) -> Iterator[tuple[Desk, Desk, Clock, Path]]:
    clock = Clock()
    stick = tmp_path / "stick"
    stick.mkdir()
    with (
        regency_offices.make(tmp_path / "wajo") as wajo,
        two_offices.kecamatan(tmp_path / "belawa", BELAWA) as belawa,
    ):
        acquainted.introduce(wajo, belawa)
        wajo.now = belawa.now = clock
        carry(wajo, belawa, stick)
        yield wajo, belawa, clock, stick


def carry(source: Desk, target: Desk, stick: Path) -> None:
    """A package on the flashdisk, with its photos, put in at the other office."""
    sent = finish(sending.send(source, target.identity.place, stick))
    finish(receiving.receive(target, [*sent.files, *sent.photos]))
    for path in (stick / "DESK").iterdir():
        path.unlink()


def gudang(desk: Desk) -> str:
    return checklist_pages.checklist_page(desk, GUDANG, -3).state.value


def test_a_flood_in_belawa(offices: tuple[Desk, Desk, Clock, Path], tmp_path: Path) -> None:
    wajo, belawa, clock, stick = offices

    # 07.00 Belawa: the gudang is not dry any more; the failed item offers the issue.
    answers.set_answer(belawa, GUDANG, DRY, rules.Mark.NOT_YET, note="air sungai masuk dari belakang")
    assert [one.kind for one in todo.todo(belawa) if one.kind is todo.TodoKind.FAILURE]
    no = issues.issue_from_answer(
        belawa, GUDANG, DRY, category="CUA", severity="kritis", impact="86 TPS: kotak suara dapat basah",
        reporter="Camat", title="Banjir mengancam kotak suara di gudang Belawa",
    )
    photo = tmp_path / "gudang.jpg"
    photo.write_bytes(photographs.jpeg((64, 48)))
    attachments.add(belawa, no, photo, caption="Gudang, pukul 07.00")
    number = issue_detail.issue(belawa, no).row.number
    assert gudang(belawa) == "masalah"
    assert "air sungai masuk" in issue_detail.issue(belawa, no).description
    assert not [one for one in todo.todo(belawa) if one.kind is todo.TodoKind.FAILURE]
    assert [one.kind for one in todo.todo(belawa) if one.kind is todo.TodoKind.URGENT]

    # It is more than a kecamatan can do: passed on, and readable still.
    clock.go_on(10)
    issue_deeds.act(belawa, no, Verb.TO_REGENCY, "Perlu perahu dan gudang lain", means="radio")
    waiting = issue_detail.issue(belawa, no)
    assert (waiting.row.state, waiting.row.ours) == (State.TO_REGENCY, False)
    assert waiting.verbs == (Verb.FOLLOW_UP, Verb.ANSWER)
    carry(belawa, wajo, stick)

    # 07.30 Wajo: it has come with its photo and its place, and it is this office's turn.
    clock.go_on(20)
    [row] = issue_register.issue_rows(wajo, issue_register.IssueFilter(hands="kabupaten", open_only=True))
    assert (row.number, row.severity, row.attached, row.ours) == (number, Severity.URGENT, True, True)
    assert gudang(wajo) == "masalah"
    assert str(row.waits) == "kabar berikut: 100 menit lagi"
    there = row.no
    issue_deeds.give_advice(wajo, there, "Pindahkan kotak suara ke aula kantor camat; pasang pompa dan karung pasir.")
    issue_deeds.convey(wajo, there, "KPU", "surat", letter_number="270/15/DESK", letter_date="2024-02-11")
    issue_deeds.convey(wajo, there, "BPBD", "WA", "Mohon perahu karet, pompa dan karung pasir.")

    # Nobody says anything: the clock of silence runs out, and it stands in the to-do list.
    clock.go_on(121)
    late = issue_detail.issue(wajo, there).row
    assert str(late.overdue) == "tanpa kabar: lewat 1 menit"
    assert [one for one in todo.todo(wajo) if one.kind is todo.TodoKind.OVERDUE]
    issue_deeds.follow_up(wajo, there, "KPU dan BPBD memindahkan 430 kotak suara ke aula kantor camat.", by="BPBD")
    assert issue_detail.issue(wajo, there).row.overdue is None
    assert not [one for one in todo.todo(wajo) if one.kind is todo.TodoKind.OVERDUE]
    issue_deeds.act(wajo, there, Verb.ANSWER, "Periksa setiap kotak, dan jaga 24 jam bersama Polsek.")
    assert issue_detail.issue(wajo, there).row.handled_by == "kecamatan"
    carry(wajo, belawa, stick)

    # Belawa: the answer is here, the item is answered, the issue is closed, the gudang is no problem any more.
    back = issue_detail.issue(belawa, no)
    assert back.row.ours
    assert back.advice.startswith("Pindahkan kotak suara")
    assert [one.verb for one in back.thread] == [
        "teruskan_kabupaten", "beri_saran", "sampaikan", "sampaikan", "catat_tindak_lanjut", "jawab",
    ]
    assert {one.office for one in back.thread} == {wajo.identity.name, belawa.identity.name}
    clock.go_on(60)
    issue_deeds.follow_up(belawa, no, "Semua kotak diperiksa, kering dan tersegel.", by="PPK")
    answers.set_answer(belawa, GUDANG, DRY, rules.Mark.DONE)
    issue_deeds.close_issue(belawa, no, "Kotak suara aman di aula kantor camat")
    assert gudang(belawa) != "masalah"
    carry(belawa, wajo, stick)

    # 16.00 Wajo: the daily report tells it from end to end, and a Laporan Khusus with its photo.
    closed = issue_detail.issue(wajo, there)
    assert (closed.row.state, closed.row.waits) == (State.DONE, None)
    assert gudang(wajo) != "masalah"
    clock.now = MORNING + 9 * HOUR
    daily_reports.write_report(wajo, situation="Hujan mulai reda.", activities="Pemantauan gudang.")
    report = printing.make(wajo, papers.Asked(printing.DAILY))
    said = report.text()
    for words in (
        "Banjir mengancam kotak suara di gudang Belawa",
        "86 TPS: kotak suara dapat basah",
        "Pindahkan kotak suara ke aula kantor camat",
        "Semua kotak diperiksa, kering dan tersegel.",
        "Kotak suara aman di aula kantor camat",
        "Selesai",
    ):
        assert words in said, words
    assert report.pdf().startswith(b"%PDF")
    special = printing.make(wajo, papers.Asked(printing.SPECIAL, issue=there))
    assert "surat nomor 270/15/DESK tanggal 11-02-2024" in special.text()
    assert "Foto: 1" in special.text()

    # Both offices hold the same, and the figures of Beranda say so.
    assert issue_counts.counts(wajo, BELAWA).open == issue_counts.counts(belawa).open == 0
    assert overview.readiness_by_district(wajo).rows


def test_the_reporter_of_the_flood_is_not_named_elsewhere(offices: tuple[Desk, Desk, Clock, Path]) -> None:
    """Who told of a broken seal is protected: the kabupaten gets the issue, not the name."""
    wajo, belawa, _clock, stick = offices
    no = issues.new_issue(belawa, "Dugaan segel dibuka", tps(BELAWA_VILLAGE, 1), category="NET", severity="tinggi")
    issue_identities.write(belawa, no, reporter="Ibu Saksi Mata", accused="Bapak Petugas")
    issue_deeds.act(belawa, no, Verb.TO_REGENCY)
    carry(belawa, wajo, stick)
    [row] = issue_register.issue_rows(wajo)
    assert row.confidential
    assert issue_identities.identity(wajo, row.no) == issue_identities.Identity()
    assert issue_detail.issue(wajo, row.no).title == "Dugaan segel dibuka"
    said = printing.make(wajo, papers.Asked(printing.DAILY)).text()
    assert "segel" not in said
    issue_deeds.act(wajo, row.no, Verb.TELL_SUPERVISOR, "Disampaikan untuk diketahui")
    carry(wajo, belawa, stick)
    assert issue_detail.issue(belawa, no).row.state is State.TOLD_SUPERVISOR
