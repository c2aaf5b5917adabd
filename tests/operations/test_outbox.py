# SPDX-License-Identifier: Apache-2.0
"""A package once more: to another stick, as files."""

from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.domain import answers as rules
from desk_app.domain import errors
from desk_app.operations import answers, outbox, parcel_register, receiving, sending
from tests import two_offices


def test_a_second_copy_is_the_same_package(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        answers.set_answers(two.tempe, [(two_offices.FIRST, two_offices.YES_NO, rules.Mark.DONE, None)])
        first = finish(sending.send(two.tempe, "73.13", two.stick))
        other = tmp_path / "lain"
        other.mkdir()
        second = finish(outbox.write_again(two.tempe, first.package, other))
        assert [path.read_bytes() for path in second.files] == [path.read_bytes() for path in first.files]
        assert (second.number, second.code, second.entries) == (first.number, first.code, first.entries)
        assert len([one for one in parcel_register.entries(two.tempe) if one.sent]) == 2
        [outcome] = finish(receiving.receive(two.kabupaten, second.files))
        assert outcome.new == {"answer": 1}


def test_a_package_leaves_as_files_of_any_folder(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        two.carry(two.kabupaten, two.tempe)
        answers.set_answers(two.tempe, [(two_offices.FIRST, two_offices.YES_NO, rules.Mark.DONE, None)])
        sent = finish(outbox.send_as_files(two.tempe, "73.13", tmp_path))
        assert [path.parent for path in sent.files] == [tmp_path]
        [entry] = [one for one in parcel_register.entries(two.tempe) if one.number == sent.number and one.sent]
        assert (entry.written, entry.kept, entry.changes) == (True, True, 1)
        [outcome] = finish(receiving.receive(two.kabupaten, sent.files))
    assert outcome.changes == 1


def test_what_never_stood_on_a_stick_is_not_called_sent(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        prepared = finish(sending.prepare(two.tempe, "73.13"))
        [entry] = [one for one in parcel_register.entries(two.tempe) if one.number == prepared.number and one.sent]
        assert not entry.written
        with pytest.raises(errors.Refused, match="tidak ditemukan"):
            finish(outbox.save_files(two.tempe, entry.package, tmp_path / "tidak ada"))
        finish(outbox.write_again(two.tempe, entry.package, two.stick))
        [entry] = [one for one in parcel_register.entries(two.tempe) if one.number == prepared.number and one.sent]
    assert entry.written


def test_a_package_that_is_kept_no_longer_is_said_so(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        sent = finish(sending.send(two.tempe, "73.13", two.stick))
        (two.tempe.folder / "outbox" / sent.files[0].name).unlink()
        [entry] = [one for one in parcel_register.entries(two.tempe) if one.number == sent.number and one.sent]
        assert not entry.kept
        for work in (outbox.write_again, outbox.save_files):
            with pytest.raises(errors.NotFound, match="sekali lagi"):
                finish(work(two.tempe, sent.package, two.stick))  # type: ignore[arg-type]
