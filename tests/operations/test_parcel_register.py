# SPDX-License-Identifier: Apache-2.0
"""The register of packages: both directions, codes that fit at both ends, gaps."""

from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.domain import answers as rules
from desk_app.domain import errors
from desk_app.operations import answers, parcel_register, receiving, sending
from tests import two_offices


def test_both_offices_see_the_same_code(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        sent = [one for one in parcel_register.entries(two.tempe) if one.sent]
        received = [one for one in parcel_register.entries(two.kabupaten) if not one.sent]
    assert [one.number for one in sent] == [one.number for one in received] == [1]
    assert sent[0].code == received[0].code
    assert len(sent[0].code) == 19
    assert sent[0].office == "Desk Pemilu Kabupaten Wajo"
    assert received[0].office == "Desk Pemilu Kecamatan Tempe"
    assert received[0].changes > 0
    assert received[0].arrival > 0


def test_the_code_is_told_also_when_the_file_is_gone(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        for path in (two.tempe.folder / "outbox").iterdir():
            path.unlink()
        [sent] = [one for one in parcel_register.entries(two.tempe) if one.sent]
        codes = [one.code for one in parcel_register.entries(two.kabupaten) if not one.sent]
    assert sent.code in codes


def test_a_package_that_never_came_is_a_gap(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        answers.set_answers(two.tempe, [(two_offices.FIRST, two_offices.YES_NO, rules.Mark.DONE, None)])
        lost = two.send(two.tempe, two.kabupaten)
        answers.set_answers(two.tempe, [(two_offices.SECOND, two_offices.YES_NO, rules.Mark.DONE, None)])
        two.carry(two.tempe, two.kabupaten)
        assert parcel_register.gaps(two.kabupaten) == [
            parcel_register.Gap("Desk Pemilu Kecamatan Tempe", "73.13.06", (2,), held_up=False)
        ]
        finish(receiving.receive(two.kabupaten, [lost]))
        assert parcel_register.gaps(two.kabupaten) == []


def test_a_receipt_read_out_over_the_phone_counts_as_word_from_there(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        answers.set_answers(two.tempe, [(two_offices.FIRST, two_offices.YES_NO, rules.Mark.DONE, None)])
        sent = finish(sending.send(two.tempe, "73.13", two.stick))
        with pytest.raises(errors.NotFound, match="belum diterima"):
            parcel_register.spoken_receipt(two.kabupaten, sent.package)
        finish(receiving.receive(two.kabupaten, sent.files))
        told = parcel_register.spoken_receipt(two.kabupaten, sent.package)
        assert finish(sending.send(two.tempe, "73.13", two.stick)).changes == sent.changes
        for wrong in ("", "0002", "0099-" + told[5:], told[:-1] + ("A" if told[-1] != "A" else "B")):
            with pytest.raises(errors.Refused):
                parcel_register.hear_receipt(two.tempe, "73.13", wrong)
        heard = parcel_register.hear_receipt(two.tempe, "73.13", told.lower().replace("-", " "))
        assert (heard.number, heard.acknowledged) == (sent.number, True)
        assert finish(sending.send(two.tempe, "73.13", two.stick)).changes == 0


def test_an_import_is_taken_back_once_and_what_was_worked_on_stays(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        one, other = (two_offices.FIRST, two_offices.SECOND)
        answers.set_answers(two.tempe, [(one, two_offices.NUMBER, 1, None), (other, two_offices.NUMBER, 2, None)])
        two.carry(two.tempe, two.kabupaten)
        answers.set_answers(two.kabupaten, [(other, two_offices.NUMBER, 3, None)])
        entry = next(one for one in parcel_register.entries(two.kabupaten) if not one.sent and one.number == 2)
        assert entry.may_undo
        done = parcel_register.undo(two.kabupaten, entry)
        again = next(one for one in parcel_register.entries(two.kabupaten) if one.package == entry.package)
        assert (again.undone, again.may_undo) == (True, False)
        with pytest.raises(errors.Refused, match="sudah dibatalkan"):
            parcel_register.undo(two.kabupaten, again)
    assert done.reversed == 1
    assert [left.why for left in done.left] == ["edited"]


def test_the_state_of_a_package_sent_is_told_as_far_as_it_is_known(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        sent = finish(sending.send(two.tempe, "73.13", two.stick))

        def entry() -> parcel_register.Entry:
            return next(one for one in parcel_register.entries(two.tempe) if one.package == sent.package)

        assert (entry().written, entry().kept, entry().acknowledged, entry().place) == (True, True, False, "73.13")
        finish(receiving.receive(two.kabupaten, sent.files))
        two.carry(two.kabupaten, two.tempe)
        assert entry().acknowledged


def test_what_was_in_a_lost_package_and_came_later_is_not_waited_for(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        answers.set_answers(two.tempe, [(two_offices.FIRST, two_offices.YES_NO, rules.Mark.DONE, None)])
        two.send(two.tempe, two.kabupaten)  # lost on the way
        answers.set_answers(two.tempe, [(two_offices.SECOND, two_offices.YES_NO, rules.Mark.DONE, None)])
        before = {one.number: one.covered for one in parcel_register.entries(two.tempe) if one.sent}
        assert before[2] is False
        two.carry(two.tempe, two.kabupaten)
        two.carry(two.kabupaten, two.tempe)
        found = {one.number: one for one in parcel_register.entries(two.tempe) if one.sent}
    assert (found[2].acknowledged, found[2].covered) == (False, True)
    assert (found[3].acknowledged, found[3].covered) == (True, False)
