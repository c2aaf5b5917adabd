# SPDX-License-Identifier: Apache-2.0
"""Photos on their way out: in volumes of their own after the data, until the other office has them; only its own."""

from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.data import attachments as rows
from desk_app.domain import errors
from desk_app.exchange import manifest, package
from desk_app.operations import attachments, attachments_sending, destinations, intake, outbox, package_opening, sending
from desk_app.operations.desk import OUTBOX
from tests import acquainted, photographs, two_offices
from tests.operations import carried_photos
from tests.two_offices import Two


def outbox_photos(two: Two) -> list[str]:
    return sorted(path.name for path in (two.tempe.folder / OUTBOX).glob("*-foto-*"))


def test_data_first_then_photos_each_a_package_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attachments_sending, "VOLUME", 100_000)
    with two_offices.opened(tmp_path) as two:
        carried_photos.issue_with(two.tempe, 5)
        sent = carried_photos.sent(two.tempe, "73.13", two.stick)
        heads = [package.peek(path) for path in (*sent.files, *sent.photos)]
        assert [head.kind for head in heads] == [manifest.Kind.DATA] + [manifest.Kind.PHOTO] * len(sent.photos)
        assert len(sent.photos) > 1
        assert sent.pictures == 5
        assert len({head.id for head in heads}) == len(heads)
        assert {(head.number, len(head.volumes)) for head in heads} == {(sent.number, 1)}
        assert sorted(path.name for path in (two.stick / "DESK").iterdir()) == sorted(
            path.name for path in (*sent.files, *sent.photos)
        )


def test_they_are_sent_until_the_other_office_says_that_it_has_them(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        issue = carried_photos.issue_with(two.tempe, 2)
        assert carried_photos.sent(two.tempe, "73.13", tmp_path / "lost").pictures == 2
        carried_photos.attach(two.tempe, issue, 1, first=7)
        assert carried_photos.sent(two.tempe, "73.13", two.stick).pictures == 3
        carried_photos.take(two.kabupaten, [two.stick])
        assert carried_photos.here(two.kabupaten, two.tempe, issue) == [True] * 3
        back = carried_photos.sent(two.kabupaten, "73.13.06", tmp_path / "back")
        assert back.photos == ()
        carried_photos.take(two.tempe, [tmp_path / "back"])
        assert carried_photos.sent(two.tempe, "73.13", tmp_path / "third").pictures == 0


def test_without_photos_the_data_goes_and_they_follow_when_they_are_asked_for(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        issue = carried_photos.issue_with(two.tempe, 3)
        sent = carried_photos.sent(two.tempe, "73.13", two.stick, photos=False)
        assert (sent.photos, sent.pictures) == ((), 0)
        carried_photos.take(two.kabupaten, [two.stick])
        assert carried_photos.here(two.kabupaten, two.tempe, issue) == [False] * 3
        carried_photos.sent(two.kabupaten, "73.13.06", tmp_path / "back")
        carried_photos.take(two.tempe, [tmp_path / "back"])  # "I have the data; these three I have not got"
        again = carried_photos.sent(two.tempe, "73.13", tmp_path / "second")
        assert (again.pictures, again.changes) == (3, 0)
        carried_photos.take(two.kabupaten, [tmp_path / "second"])
        assert carried_photos.here(two.kabupaten, two.tempe, issue) == [True] * 3


def test_a_relay_gives_what_it_got_itself_later(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two, two_offices.kecamatan(tmp_path / "prov", "73") as province:
        acquainted.introduce(province, two.kabupaten)
        issue = carried_photos.issue_with(two.tempe, 2)
        data = carried_photos.sent(two.tempe, "73.13", two.stick)
        carried_photos.take(two.kabupaten, data.files)
        up = carried_photos.sent(two.kabupaten, "73", tmp_path / "up")
        assert up.pictures == 0
        carried_photos.take(province, up.files)
        assert carried_photos.here(province, two.tempe, issue) == [False] * 2
        carried_photos.take(two.kabupaten, carried_photos.sent(province, "73.13", tmp_path / "down").files)
        carried_photos.take(two.kabupaten, data.photos)
        assert carried_photos.sent(two.kabupaten, "73", tmp_path / "up2").pictures == 2
        carried_photos.take(province, [tmp_path / "up2"])
        assert carried_photos.here(province, two.tempe, issue) == [True] * 2


def test_who_lost_its_own_photo_gets_it_back(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        issue = carried_photos.issue_with(two.tempe, 1)
        carried_photos.sent(two.tempe, "73.13", two.stick)
        carried_photos.take(two.kabupaten, [two.stick])
        [kept] = two.tempe.attachments.folder.iterdir()
        kept.unlink()
        carried_photos.sent(two.tempe, "73.13", tmp_path / "asks")
        carried_photos.take(two.kabupaten, [tmp_path / "asks"])
        assert carried_photos.sent(two.kabupaten, "73.13.06", tmp_path / "back").pictures == 1
        carried_photos.take(two.tempe, [tmp_path / "back"])
        assert [one.here for one in attachments.of_record(two.tempe, issue)] == [True]


def test_not_a_byte_of_another_scope_even_if_it_is_asked_for(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two, two_offices.kecamatan(tmp_path / "belawa", "73.13.07") as belawa:
        acquainted.introduce(two.kabupaten, belawa)
        carried_photos.issue_with(two.tempe, 2)
        carried_photos.sent(two.tempe, "73.13", two.stick)
        carried_photos.take(two.kabupaten, [two.stick])
        with two.kabupaten.reading() as connection:
            digests = [one.digest for one in rows.every(connection)]
        # Belawa heard of them somewhere and asks; the kabupaten has them, and they are none of Belawa's business.
        letter = attachments_sending.letters.make_wanted(99, digests)
        with two.kabupaten.store.writing() as connection:
            attachments_sending.hear(connection, belawa.identity.public, belawa.identity.replica, [letter])
        sent = carried_photos.sent(two.kabupaten, "73.13.07", tmp_path / "down")
        assert (sent.photos, sent.pictures) == ((), 0)
        served = carried_photos.sent(two.kabupaten, "73.13.06", tmp_path / "other")
        assert served.pictures == 0


def test_a_letter_that_cannot_be_read_holds_up_nothing(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        letter = attachments_sending.letters.Letter("photos", b"nonsense")
        with two.tempe.store.writing() as connection:
            attachments_sending.hear(connection, b"k" * 32, b"r" * 16, [letter])


def test_weight_is_told_before(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        issue = carried_photos.issue_with(two.tempe, 2, papers=1)
        total = sum(one.size for one in attachments.of_record(two.tempe, issue))
        with two.tempe.reading() as connection:
            weight = attachments_sending.weigh(
                two.tempe,
                connection,
                destinations.reader(two.tempe, "73.13"),
                destinations.said_by(connection, "73.13"),
                [two.kabupaten.identity.public],
            )
        assert weight == attachments_sending.Weight(3, total)
        attachments.delete(two.tempe, attachments.of_record(two.tempe, issue)[0].no)
        assert carried_photos.sent(two.tempe, "73.13", two.stick).pictures == 2


def test_a_content_that_two_issues_name_goes_once(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        carried_photos.issue_with(two.tempe, 1)
        carried_photos.issue_with(two.tempe, 1)
        assert carried_photos.sent(two.tempe, "73.13", two.stick).pictures == 1


def test_what_the_disk_lost_is_left_out_and_the_rest_goes(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        issue = carried_photos.issue_with(two.tempe, 2)
        path = min(two.tempe.attachments.folder.iterdir())
        path.write_bytes(b"x" * 100)
        carried_photos.sent(two.tempe, "73.13", two.stick)
        carried_photos.take(two.kabupaten, [two.stick])
        assert sorted(carried_photos.here(two.kabupaten, two.tempe, issue)) == [False, True]


def test_written_again_and_as_files_they_go_along(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        carried_photos.issue_with(two.tempe, 2)
        first = carried_photos.sent(two.tempe, "73.13", two.stick)
        other = tmp_path / "other"
        other.mkdir()
        again = finish(outbox.write_again(two.tempe, first.package, other))
        assert [path.name for path in again.photos] == [path.name for path in first.photos]
        assert len(finish(outbox.save_files(two.tempe, first.package, tmp_path))) == 2
        files = finish(outbox.send_as_files(two.tempe, "73.13", tmp_path))
        assert (len(files.files), len(files.photos), files.pictures) == (1, 1, 2)
        small = finish(outbox.send_as_files(two.tempe, "73.13", tmp_path, photos=False))
        assert (len(small.files), len(small.photos)) == (1, 0)


def test_the_outbox_keeps_photos_of_the_newest_package_alone(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        carried_photos.issue_with(two.tempe, 1)
        for _time in range(sending.KEPT + 2):
            last = finish(sending.prepare(two.tempe, "73.13"))
        assert outbox_photos(two) == [path.name for path in last.photos]
        kept = [path for path in (two.tempe.folder / OUTBOX).iterdir() if not package.is_photo_name(path.name)]
        assert len(kept) == sending.KEPT


def test_a_stick_with_too_little_room_is_told_what_helps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with two_offices.opened(tmp_path) as two:
        carried_photos.issue_with(two.tempe, 1)
        monkeypatch.setattr("shutil.disk_usage", lambda _folder: type("Usage", (), {"free": 20_000})())
        with pytest.raises(errors.Refused, match="Tanpa foto"):
            carried_photos.sent(two.tempe, "73.13", two.stick)


def test_another_computer_of_the_office_gets_them(tmp_path: Path) -> None:
    from desk_app.operations import enrolment
    from tests.small_offices import KEY_MEMORY

    with two_offices.opened(tmp_path) as two:
        issue = carried_photos.issue_with(two.kabupaten, 2, papers=1)
        [ready] = finish(enrolment.prepare(two.kabupaten, ["73.13"], two.stick))
        made = enrolment.open_ready(
            ready.files[0], ready.word, tmp_path / "second", "Andi", "rahasia", key_memory=KEY_MEMORY
        )
        with finish(made).desk as second:
            share = tmp_path / "share"
            share.mkdir()
            for _round in range(3):
                for desk in (second, two.kabupaten):
                    carried_photos.shared(desk, share)
            assert carried_photos.here(second, two.kabupaten, issue) == [True] * 3
            written = [carried_photos.shared(desk, share) for desk in (second, two.kabupaten)]
            assert [(one.taken, one.written, one.troubles) for one in written] == [(0, 0, ())] * 2


def test_photos_reach_the_kabupaten_over_another_kecamatan(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two, two_offices.kecamatan(tmp_path / "belawa", "73.13.07") as belawa:
        acquainted.introduce(two.kabupaten, belawa)
        issue = carried_photos.issue_with(two.tempe, 2)
        sent = carried_photos.sent(two.tempe, "73.13", two.stick)
        offered = finish(intake.look(belawa, [two.stick]))
        receipt = finish(intake.take(belawa, [], along=offered))
        assert receipt.carried == 2
        for path in (*sent.files, *sent.photos):
            path.unlink()
        assert carried_photos.sent(belawa, "73.13", tmp_path / "courier").carried == 2
        carried_photos.take(two.kabupaten, [tmp_path / "courier"])
        assert carried_photos.here(two.kabupaten, two.tempe, issue) == [True] * 2


def test_the_package_of_photos_holds_nothing_else(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        carried_photos.issue_with(two.tempe, 1)
        [path] = carried_photos.sent(two.tempe, "73.13", two.stick).photos
        assert photographs.PLACE not in path.read_bytes()
        carried = package.unseal(package.read(path), secrets=[two.kabupaten.identity.box])
        assert len(carried.photos) == 1
        assert (carried.segments, carried.statements, carried.letters, carried.cards) == ((), (), (), ())
        with pytest.raises(errors.Refused):
            package_opening.request_in(path)
