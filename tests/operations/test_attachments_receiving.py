# SPDX-License-Identifier: Apache-2.0
"""Photos coming in: kept where a record names them, whatever the order; told in words before and after."""

import hashlib
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.domain import errors
from desk_app.exchange.contents import Photo
from desk_app.operations import attachments, attachments_receiving, intake, packages_found, receiving
from desk_app.operations.attachments_receiving import Tally
from desk_app.operations.desk import Desk
from tests import photographs, two_offices
from tests.operations import carried_photos


def files_of(desk: Desk) -> int:
    folder = desk.attachments.folder
    return len(list(folder.iterdir())) if folder.is_dir() else 0


def words(offered: intake.Offered) -> list[str]:
    return [told.words for told in offered.told]


def test_seen_before_and_told_after(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        carried_photos.issue_with(two.tempe, 2, papers=1)
        carried_photos.sent(two.tempe, "73.13", two.stick)
        data, photos = finish(intake.look(two.kabupaten, [two.stick]))
        assert (data.is_photo, photos.is_photo) == (False, True)
        assert "1 permasalahan baru, 3 lampiran baru" in words(data)
        [told] = words(photos)
        assert told.startswith("2 foto dan 1 dokumen (")
        assert files_of(two.kabupaten) == 0
        receipt = finish(intake.take(two.kabupaten, [photos, data]))  # in whatever order they were ticked
        assert [one.words for one in receipt.put[1].told] == [told]
        assert files_of(two.kabupaten) == 3
        data, photos = finish(intake.look(two.kabupaten, [two.stick]))
        assert (data.state, photos.state) == (intake.State.KNOWN, intake.State.KNOWN)
        assert packages_found.find(two.kabupaten, [two.stick])[1].already


def test_many_packages_of_photos_are_one_to_look_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desk_app.operations.attachments_sending.VOLUME", 100_000)
    with two_offices.opened(tmp_path) as two:
        issue = carried_photos.issue_with(two.tempe, 5)
        sent = carried_photos.sent(two.tempe, "73.13", two.stick)
        assert len(sent.photos) > 2
        data, photos = finish(intake.look(two.kabupaten, [two.stick]))
        assert len(photos.parts) == len(sent.photos) - 1
        assert words(photos)[0].startswith("5 foto (")
        # One of them is spoilt between looking and taking: the others are put in, and it is said.
        sent.photos[1].write_bytes(sent.photos[1].read_bytes()[:-40])
        after = {one.state: one for one in finish(intake.look(two.kabupaten, [two.stick])) if one.path in sent.photos}
        assert after[intake.State.BROKEN].path == sent.photos[1]
        assert len(after[intake.State.USABLE].parts) == len(sent.photos) - 2
        receipt = finish(intake.take(two.kabupaten, [data, photos]))
        assert receipt.refused == ()
        assert "terpotong" in receipt.put[1].told[-1].words
        got = carried_photos.here(two.kabupaten, two.tempe, issue)
        assert 0 < got.count(False) < 5


def test_photos_before_their_data_are_left_and_come_again(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        issue = carried_photos.issue_with(two.tempe, 2)
        sent = carried_photos.sent(two.tempe, "73.13", two.stick)
        [photos] = finish(intake.look(two.kabupaten, sent.photos))
        assert "masukkan dahulu kiriman" in words(photos)[0]
        assert "Kecamatan Tempe" in words(photos)[0]
        finish(intake.take(two.kabupaten, [photos]))
        assert files_of(two.kabupaten) == 0
        assert not packages_found.find(two.kabupaten, sent.photos)[0].already
        again = carried_photos.sent(two.tempe, "73.13", tmp_path / "again")
        carried_photos.take(two.kabupaten, [*again.files, *again.photos])
        assert carried_photos.here(two.kabupaten, two.tempe, issue) == [True] * 2


def test_only_what_a_record_names_is_kept(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        issue = carried_photos.issue_with(two.tempe, 1)
        [one] = attachments.of_record(two.tempe, issue)
        named = attachments.content(two.tempe, one.no)
        strange = photographs.jpeg(seed=9)
        given = [Photo(hashlib.sha256(data).digest(), data) for data in (named, strange)]
        two.tempe.attachments.drop(given[0].digest)
        expected = Tally(new=1, size=len(named), waiting=1, waiting_size=len(strange))
        assert attachments_receiving.look(two.tempe, given) == expected
        assert files_of(two.tempe) == 0
        assert attachments_receiving.take(two.tempe, b"p" * 16, given) == expected
        assert files_of(two.tempe) == 1
        assert attachments_receiving.take(two.tempe, b"p" * 16, given[:1]) == Tally(known=1)


def test_a_deleted_one_is_kept_for_its_return_and_not_asked_for(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        issue = carried_photos.issue_with(two.tempe, 1)
        sent = carried_photos.sent(two.tempe, "73.13", two.stick)
        carried_photos.take(two.kabupaten, sent.files)
        attachments.delete(two.tempe, attachments.of_record(two.tempe, issue)[0].no)
        later = carried_photos.sent(two.tempe, "73.13", tmp_path / "later")
        assert later.pictures == 0
        carried_photos.take(two.kabupaten, later.files)
        assert carried_photos.here(two.kabupaten, two.tempe, issue) == []
        carried_photos.take(two.kabupaten, sent.photos)
        assert files_of(two.kabupaten) == 1


def test_a_full_disk_is_said_and_what_was_kept_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with two_offices.opened(tmp_path) as two:
        issue = carried_photos.issue_with(two.tempe, 3)
        sent = carried_photos.sent(two.tempe, "73.13", two.stick)
        carried_photos.take(two.kabupaten, sent.files)
        put, calls = two.kabupaten.attachments.put, iter(range(9))

        def full_at_the_second(data: bytes) -> bytes:
            if next(calls) == 1:
                raise errors.Refused("Lampiran tidak dapat disimpan di komputer ini")
            return put(data)

        monkeypatch.setattr(two.kabupaten.attachments, "put", full_at_the_second)
        with pytest.raises(errors.Refused, match="tidak dapat disimpan"):
            finish(receiving.receive(two.kabupaten, sent.photos))
        assert carried_photos.here(two.kabupaten, two.tempe, issue).count(True) == 1
        monkeypatch.undo()
        finish(receiving.receive(two.kabupaten, sent.photos))
        assert carried_photos.here(two.kabupaten, two.tempe, issue) == [True] * 3


def test_who_listens_hears_of_photos(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        carried_photos.issue_with(two.tempe, 1)
        sent = carried_photos.sent(two.tempe, "73.13", two.stick)
        carried_photos.take(two.kabupaten, sent.files)
        heard: list[frozenset[str]] = []
        two.kabupaten.news.listen(lambda news: heard.append(news.flags))
        carried_photos.take(two.kabupaten, sent.photos)
        assert any("attachment" in flags for flags in heard)
