# SPDX-License-Identifier: Apache-2.0
"""Terima Data whole: looked through, backed up, put in, told."""

from pathlib import Path

from desk_app.base.progress import finish
from desk_app.domain import answers as rules
from desk_app.operations import answers, backups, disagreements, intake, outgoing, receiving
from tests import two_offices


def test_a_look_says_what_would_change_and_changes_nothing(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        answers.set_answers(two.tempe, [(two_offices.FIRST, two_offices.YES_NO, rules.Mark.DONE, None)])
        two.send(two.tempe, two.kabupaten)
        [one] = finish(intake.look(two.kabupaten, [two.stick]))
        again = finish(intake.look(two.kabupaten, [two.stick]))
    assert again == [one]
    assert (one.known, one.usable, one.trouble, one.number) == (True, True, "", 2)
    assert one.outcome is not None
    assert intake.sentences(one.outcome)[0] == "1 isian kesiapan baru"
    [line] = one.lines
    assert (line.kind, line.field, line.before, line.after) == ("Isian kesiapan", "Jawaban", "(kosong)", "Sudah")
    assert line.title.startswith("TPS 001 · Kel. ")


def test_a_receipt_tells_the_same_figures_and_a_backup_stands_before(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        two.disagree()
        two.send(two.tempe, two.kabupaten)
        offered = finish(intake.look(two.kabupaten, [two.stick]))
        receipt = finish(intake.take(two.kabupaten, offered))
        [made] = backups.backups_of(two.kabupaten.folder / "backup")
        waiting = disagreements.open_ones(two.kabupaten)
        once_more = finish(intake.look(two.kabupaten, [two.stick]))
    assert (made.reason, made.number, receipt.backup) == (backups.Reason.IMPORT, 1, 1)
    [outcome] = receipt.outcomes
    previewed = offered[0].outcome
    assert previewed is not None
    assert intake.sentences(outcome) == intake.sentences(previewed)
    assert "2 data berbeda menunggu klarifikasi" in intake.sentences(outcome)
    assert len(waiting) == 2
    assert not once_more[0].usable
    assert once_more[0].outcome is not None
    assert intake.sentences(once_more[0].outcome)[0].startswith("Tidak ada yang baru")


def test_what_is_in_dispute_is_said_to_wait(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        two.disagree()
        two.send(two.tempe, two.kabupaten)
        [one] = finish(intake.look(two.kabupaten, [two.stick]))
    disputed = [line for line in one.lines if line.disputed]
    assert len(disputed) == 2
    assert all(line.after.startswith("menunggu klarifikasi; sementara ") for line in disputed)


def test_a_stranger_is_taken_only_with_his_code(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two, two_offices.kecamatan(tmp_path / "belawa", "73.13.07") as belawa:
        two.send(belawa, two.kabupaten)
        [one] = finish(intake.look(two.kabupaten, [two.stick]))
        assert not one.known
        assert one.sender_code == intake.own_code(belawa)
        refused = finish(intake.take(two.kabupaten, [one], accepted={"AAAA-BBBB-CCCC-DDDD"}))
        assert refused.outcomes == ()
        assert "belum dikenal" in refused.refused[0][1]
        taken = finish(intake.take(two.kabupaten, [one], accepted={one.sender_code}))
        known = [receiver.place for receiver in outgoing.receivers(two.kabupaten) if receiver.known]
    assert len(taken.outcomes) == 1
    assert "73.13.07" in known


def test_a_number_on_the_same_stick_is_not_missing(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        answers.set_answers(two.tempe, [(two_offices.FIRST, two_offices.YES_NO, rules.Mark.DONE, None)])
        second = two.send(two.tempe, two.kabupaten)
        answers.set_answers(two.tempe, [(two_offices.SECOND, two_offices.YES_NO, rules.Mark.DONE, None)])
        third = two.send(two.tempe, two.kabupaten)
        both = finish(intake.look(two.kabupaten, [two.stick]))
        second.unlink()
        [alone] = finish(intake.look(two.kabupaten, [third]))
    assert [one.missing for one in both] == [(), ()]
    assert alone.missing == (2,)


def test_a_damaged_package_is_told_and_holds_up_no_other(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        answers.set_answers(two.tempe, [(two_offices.FIRST, two_offices.YES_NO, rules.Mark.DONE, None)])
        good = two.send(two.tempe, two.kabupaten)
        data = bytearray(good.read_bytes())
        data[-60] ^= 1
        (good.parent / "a.desk").write_bytes(data)
        offered = finish(intake.look(two.kabupaten, [two.stick]))
        receipt = finish(intake.take(two.kabupaten, sorted(offered, key=lambda one: one.path.name != "a.desk")))
    bad = next(one for one in offered if one.path.name == "a.desk")
    assert bad.outcome is None
    assert "rusak" in bad.trouble
    assert [name for name, _words in receipt.refused] == ["a.desk"]
    assert [outcome.changes for outcome in receipt.outcomes] == [1]


def test_the_version_of_the_checklist_is_not_told() -> None:
    line = receiving.Line("answer", "x", "Versi ceklis", None, 1, False)
    assert not intake._is_told(line)
