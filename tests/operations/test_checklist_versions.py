# SPDX-License-Identifier: Apache-2.0
"""Versions of the checklist: published, undone, received; old answers are looked at again, never lost."""

from dataclasses import replace
from pathlib import Path

import pytest

from desk_app.data import completeness_list
from desk_app.domain import checklists, errors
from desk_app.domain.checklists import ItemKind, Outline, editing
from desk_app.domain.checklists.rules import Level, Rule
from desk_app.domain.readiness import Readiness
from desk_app.operations import (
    answers,
    attachments,
    checklist_pages,
    checklist_versions,
    completeness,
    elections,
    history,
    reasons,
    values,
)
from desk_app.operations.checklist_versions import Earlier
from desk_app.operations.desk import Desk
from tests import photographs, two_offices
from tests.regency_offices import EVENT, TEMPE_VILLAGE, tps

ONE, TWO = tps(TEMPE_VILLAGE, 1), tps(TEMPE_VILLAGE, 2)
SMALL = 3
"""Items of the small checklist."""


def small(desk: Desk) -> Outline:
    """A checklist of one required mark, one number and one optional mark at H-1."""
    keep = {"log.hujan": {"phases": (-1,)}, "org.kpps": {"phases": (-1,)}, "log.bttb": {}}
    whole = checklist_versions.current(desk).outline
    chapters = tuple(
        replace(
            chapter,
            questions=tuple(replace(one, **keep[one.code]) for one in chapter.questions if one.code in keep),
        )
        for chapter in whole.chapters
        if chapter.code in ("log", "org")
    )
    return replace(whole, chapters=chapters, rules=())


def page(desk: Desk, subject: str = ONE) -> checklist_pages.ChecklistPage:
    return checklist_pages.checklist_page(desk, subject, -1)


def fill(desk: Desk, subject: str = ONE) -> None:
    answers.set_answers(desk, [(subject, "log.hujan", "S", None), (subject, "org.kpps", "7", None)])


def test_the_shipped_checklist_is_version_1_until_another_is_published(wajo: Desk) -> None:
    now = checklist_versions.current(wajo)
    assert (now.version, now.published, now.minimum) == (1, 0, 0)
    number = checklist_versions.publish(wajo, small(wajo), "dipendekkan")
    assert number == 2
    assert [(one.version, one.current) for one in checklist_versions.versions(wajo)] == [(2, True), (1, False)]
    assert [item.code for item in page(wajo).items] == ["log.hujan", "log.bttb", "org.kpps"]
    fill(wajo)
    assert page(wajo).state is Readiness.READY


def test_publishing_is_undone_as_one_step(wajo: Desk) -> None:
    fill(wajo)
    checklist_versions.publish(wajo, small(wajo))
    assert page(wajo).state is Readiness.READY
    history.undo(wajo)
    assert checklist_versions.current(wajo).version == 1
    assert page(wajo).state is Readiness.INCOMPLETE
    history.redo(wajo)
    assert checklist_versions.current(wajo).version == 2


def test_what_is_asked_no_longer_keeps_its_answers_and_its_words(wajo: Desk) -> None:
    answers.set_answer(wajo, ONE, "log.tinta", "2", note="dua botol")
    checklist_versions.publish(wajo, small(wajo))
    former = page(wajo).former
    assert [(one.code, one.label, str(one.value), one.note, one.version) for one in former] == [
        ("log.tinta", "Tinta", "2 botol", "dua botol", 1)]
    assert values.Speaker(wajo).item("log.tinta") == "Tinta"
    assert checklist_versions.ever_asked(wajo)["log.tinta"].last == 1
    with pytest.raises(errors.NotFound):
        answers.set_answer(wajo, ONE, "log.tinta", "3")
    checklist_versions.publish(wajo, checklist_versions.versions(wajo)[-1].outline, "kembali")
    assert next(item.value for item in page(wajo).items if item.code == "log.tinta") == 2


@pytest.mark.parametrize(
    ("earlier", "again"),
    [(Earlier.STAY, []), (Earlier.ALTERED, ["log.hujan"]), (Earlier.ALL, ["log.hujan", "org.kpps"])],
)
def test_old_answers_are_looked_at_again(wajo: Desk, earlier: Earlier, again: list[str]) -> None:
    checklist_versions.publish(wajo, small(wajo))
    fill(wajo)
    fill(wajo, TWO)
    after = editing.change_question(small(wajo), "log.hujan", label="Logistik kering")
    seen = checklist_versions.preview(wajo, after, earlier)
    assert seen.again == 2 * len(again)
    checklist_versions.publish(wajo, after, earlier=earlier)
    assert [item.code for item in page(wajo).items if item.again] == again
    assert page(wajo).state is (Readiness.INCOMPLETE if again else Readiness.READY)
    for code in again:
        answers.set_answer(wajo, ONE, code, "S" if code == "log.hujan" else "7")
    assert page(wajo).state is Readiness.READY
    partial = {one.code: one.tally.partial for one in completeness.items(wajo, -1)}
    assert partial == {"log.hujan": int("log.hujan" in again), "log.bttb": 0, "org.kpps": int("org.kpps" in again)}


def test_the_oldest_version_accepted_can_be_raised_later(wajo: Desk) -> None:
    with pytest.raises(errors.Refused):
        checklist_versions.accept_from(wajo, 1)
    fill(wajo)
    checklist_versions.publish(wajo, small(wajo), earlier=Earlier.STAY)
    assert page(wajo).state is Readiness.READY
    checklist_versions.accept_from(wajo, 2)
    assert (page(wajo).state, page(wajo).again) == (Readiness.INCOMPLETE, 2)
    with pytest.raises(errors.Refused):
        checklist_versions.accept_from(wajo, 3)


def test_a_kecamatan_receives_the_checklist_and_publishes_none(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        checklist_versions.publish(two.kabupaten, small(two.kabupaten))
        with pytest.raises(errors.NotPermitted):
            checklist_versions.publish(two.tempe, small(two.kabupaten))
        assert len(page(two.tempe).items) > SMALL
        answers.set_answers(two.tempe, [(ONE, "log.hujan", "S", None), (ONE, "org.kpps", "7", None)])
        two.carry(two.kabupaten, two.tempe)
        assert len(page(two.tempe).items) == SMALL
        assert page(two.tempe).state is Readiness.READY
        two.carry(two.tempe, two.kabupaten)
        assert page(two.kabupaten).state is Readiness.READY


def test_a_preview_says_what_changes_for_how_many_answers(wajo: Desk) -> None:
    fill(wajo)
    answers.set_answer(wajo, ONE, "log.suara.dpr", "216")
    whole = checklist_versions.current(wajo).outline
    after = editing.remove_question(editing.remove_rule(whole, "K-004"), "log.suara")
    after = editing.change_question(after, "org.kpps", unit="TPS")
    after = editing.add_question(after, "log", "Terpal", (-1,), checklist_versions.used_codes(wajo))
    seen = checklist_versions.preview(wajo, after)
    assert [(str(one.words), one.answers) for one in seen.changes] == [
        ("Butir baru: Terpal", 0),
        ("Tidak ditanyakan lagi: Surat suara", 1),
        ("Berubah: Anggota KPPS siap bertugas (satuan)", 1),
        ("1 pemeriksaan berubah", 0),
    ]
    assert (seen.version, seen.again, seen.kept_aside, seen.faults) == (2, 1, 1, ())
    assert checklist_versions.current(wajo).version == 1


def test_what_has_faults_or_changes_nothing_is_not_published(wajo: Desk) -> None:
    whole = checklist_versions.current(wajo).outline
    with pytest.raises(errors.Refused, match="sama dengan"):
        checklist_versions.publish(wajo, whole)
    with pytest.raises(errors.Refused, match="pertanyaannya kosong"):
        checklist_versions.publish(wajo, editing.change_question(whole, "log.hujan", label=""))


def test_a_checklist_goes_through_a_file(wajo: Desk, tmp_path: Path) -> None:
    path = tmp_path / "ceklis.toml"
    checklist_versions.save_as(wajo, path, small(wajo))
    assert checklist_versions.read_file(path) == small(wajo)
    path.write_bytes(path.read_bytes()[:-40])
    with pytest.raises(errors.Damaged):
        checklist_versions.read_file(path)
    with pytest.raises(errors.Refused):
        checklist_versions.read_file(tmp_path / "tidak ada.toml")


def test_conditions_hide_items_and_ask_for_them(wajo: Desk) -> None:
    made = editing.change_question(small(wajo), "log.bttb", required=True, condition="log.hujan = Belum")
    checklist_versions.publish(wajo, made)
    fill(wajo)
    assert ([item.code for item in page(wajo).items], page(wajo).state) == (["log.hujan", "org.kpps"], Readiness.READY)
    answers.set_answer(wajo, ONE, "log.hujan", "B")
    assert page(wajo).required == SMALL
    answers.set_answer(wajo, ONE, "log.bttb", "B")
    assert page(wajo).failed == 2
    answers.set_answer(wajo, ONE, "log.hujan", "S")
    assert (page(wajo).failed, page(wajo).state, page(wajo).required) == (0, Readiness.READY, 2)


def test_a_check_blocks_until_it_is_right_or_has_a_reason(wajo: Desk) -> None:
    check = "[org.kpps] <= 7"
    for number, level in enumerate((Level.ERROR, Level.REASON, Level.WARNING), 2):
        made = replace(small(wajo), rules=(Rule("K-001", level, check, "KPPS lebih dari 7", "x"),))
        assert checklist_versions.publish(wajo, made, earlier=Earlier.STAY) == number
        answers.set_answers(wajo, [(ONE, "log.hujan", "S", None), (ONE, "org.kpps", "9", None)])
        finding = page(wajo).findings[0]
        assert str(finding.words) == "Anggota KPPS siap bertugas 9 ≤ 7, selisih 2"
        expected = {Level.ERROR: Readiness.PROBLEM, Level.REASON: Readiness.INCOMPLETE, Level.WARNING: Readiness.READY}
        assert (page(wajo).state, finding.open) == (expected[level], level is Level.REASON)
        if level is Level.ERROR:
            with pytest.raises(errors.Refused):
                reasons.accept(wajo, ONE, finding.code, "memang begitu", phase=-1)
        if level is Level.REASON:
            with pytest.raises(errors.Refused):
                reasons.accept(wajo, ONE, finding.code, "  ", phase=-1)
            reasons.accept(wajo, ONE, finding.code, "ada pengganti", "Ketua PPS", phase=-1)
            after = page(wajo).findings[0]
            assert (after.open, after.reason, after.who, page(wajo).state) == (
                False, "ada pengganti", "Ketua PPS", Readiness.READY)
            answers.set_answer(wajo, ONE, "org.kpps", "8")
            assert (page(wajo).findings[0].open, page(wajo).state) == (True, Readiness.INCOMPLETE)
            with pytest.raises(errors.NotFound):
                reasons.accept(wajo, ONE, "K-999@h-1", "x", phase=-1)


def test_every_kind_of_answer_is_kept(wajo: Desk) -> None:
    made = small(wajo)
    kinds = {"Tiba": ItemKind.MOMENT, "Cuaca": ItemKind.CHOICE, "Ketua": ItemKind.TEXT, "Foto": ItemKind.PHOTO}
    for label, kind in kinds.items():
        made = editing.add_question(made, "log", label, (-1,), ())
        choices = ("Cerah", "!Hujan") if kind is ItemKind.CHOICE else ()
        made = editing.change_question(made, f"log.{label.lower()}", kind=kind, choices=choices, required=True)
    checklist_versions.publish(wajo, made)
    fill(wajo)
    answers.set_answer(wajo, ONE, "log.tiba", "7.10")
    answers.set_answer(wajo, ONE, "log.cuaca", "hujan")
    answers.set_answer(wajo, ONE, "log.ketua", "Andi Baso")
    with pytest.raises(errors.Refused, match="foto"):
        answers.set_answer(wajo, ONE, "log.foto", "S")
    assert page(wajo).failed == 1
    no = answers.attach_photo(wajo, ONE, "log.foto", attachments.Source("tps.jpg", data=photographs.jpeg()))
    assert [one.name for one in attachments.of_record(wajo, no)] == ["tps.jpg"]
    shown = {item.code: str(item.value) for item in page(wajo).items}
    assert shown["log.tiba"] == "2024-02-13 07:10"
    assert (shown["log.cuaca"], shown["log.ketua"], shown["log.foto"]) == ("Hujan", "Andi Baso", "done")
    assert page(wajo).answered == page(wajo).required
    with pytest.raises(errors.Refused):
        answers.attach_photo(wajo, ONE, "log.tiba", attachments.Source("tps.jpg", data=photographs.jpeg()))


def test_phases_of_a_checklist_take_the_place_of_those_of_the_election(wajo: Desk) -> None:
    made = replace(small(wajo), phases=(-14, -1))
    made = editing.change_question(made, "log.bttb", phases=(-14,))
    checklist_versions.publish(wajo, made)
    assert elections.working_event(wajo).phases == (-14, -1)
    assert [(phase, day.isoformat()) for phase, day in checklist_versions.calendar(wajo)] == [
        (-14, "2024-01-31"), (-1, "2024-02-13")]
    with pytest.raises(errors.Refused, match="tahap"):
        checklist_versions.publish(wajo, editing.change_question(made, "log.bttb", phases=(0,)))


def test_what_a_newer_program_published_is_passed_over(wajo: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """An office that cannot read the newest version works on with the one before."""
    checklist_versions.publish(wajo, small(wajo))
    text = checklists.writing.text
    monkeypatch.setattr(checklists.writing, "text", lambda outline: text(outline).replace('"number"', '"peta"'))
    checklist_versions.publish(wajo, editing.change_question(small(wajo), "log.hujan", label="x"))
    assert checklist_versions.current(wajo).version == 2
    assert len(page(wajo).items) == SMALL


def test_answers_of_places_other_than_tps_are_in_no_count(wajo: Desk) -> None:
    answers.set_answer(wajo, "73.13.07/ppk", "pan.ppk@h-1", "3")
    with wajo.reading() as connection:
        assert completeness_list.by_item(connection, EVENT, "73.13", ["pan.ppk@h-1"]) == {}
        assert completeness_list.by_region(connection, EVENT, "73.13", 8) == {}
