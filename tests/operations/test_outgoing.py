# SPDX-License-Identifier: Apache-2.0
"""To whom data can go, and what it holds in words."""

from pathlib import Path

from desk_app.base import progress
from desk_app.domain import answers as rules
from desk_app.operations import (
    answers,
    attachments,
    disagreements,
    enrolment,
    offices,
    outgoing,
    parcel_register,
    receiving,
    sending,
)
from desk_app.operations.desk import Desk
from tests import acquainted, small_offices, two_offices
from tests.operations import carried_photos


def of(desk: Desk, place: str) -> outgoing.Receiver:
    return next(one for one in outgoing.receivers(desk) if one.place == place)


def test_those_above_and_known_come_first_then_those_below(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        found = outgoing.receivers(two.kabupaten)
    assert [one.place for one in found[:3]] == ["73", "73.13.06", "73.13.01"]
    assert len(found) == 15
    province, tempe, first = found[:3]
    assert (province.name, province.above, province.known) == ("Provinsi Sulawesi Selatan", True, False)
    assert (tempe.name, tempe.known, tempe.last_number) == ("Desk Pemilu Kecamatan Tempe", True, 1)
    assert (first.name, first.said, first.last_at) == ("Kecamatan Sabangparu", 0, 0)


def test_a_fresh_kecamatan_knows_the_office_above_by_its_region(tmp_path: Path) -> None:
    with two_offices.kecamatan(tmp_path / "baru", "73.13.07") as desk:
        [above] = outgoing.receivers(desk)
    assert (above.place, above.name, above.above, above.known) == ("73.13", "Kabupaten Wajo", True, False)


def test_words_count_tps_and_name_what_a_desk_asks_for(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        assert "TPS" not in of(two.tempe, "73.13").words
        two.carry(two.kabupaten, two.tempe)
        answers.set_answers(
            two.tempe,
            [
                (two_offices.FIRST, two_offices.YES_NO, rules.Mark.DONE, None),
                (two_offices.FIRST, two_offices.NUMBER, 1, None),
                (two_offices.SECOND, two_offices.NUMBER, 1, None),
            ],
        )
        assert of(two.tempe, "73.13").words == "3 isian dari 2 TPS"
        two.carry(two.tempe, two.kabupaten)
        two.carry(two.kabupaten, two.tempe)
        assert of(two.tempe, "73.13").words == "Tidak ada isian baru."


def test_what_was_sent_and_not_confirmed_is_said_as_such(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        mark = rules.Mark.DONE
        two.carry(two.kabupaten, two.tempe)
        answers.set_answers(two.tempe, [(two_offices.FIRST, two_offices.YES_NO, mark, None)])
        assert outgoing.above_words(two.tempe) == "belum dikirim ke kabupaten/kota: 1 isian"
        sent = progress.finish(sending.send(two.tempe, "73.13", two.stick))
        under_way = of(two.tempe, "73.13")
        assert (sent.entries, under_way.entries, under_way.fresh, under_way.under_way) == (1, 1, 0, 1)
        assert under_way.words == "Tidak ada isian baru. 1 isian sudah dikirim, belum ada kabar diterima."
        assert outgoing.above_words(two.tempe) == "semua sudah dikirim ke kabupaten/kota; 1 isian menunggu kabar"
        answers.set_answers(two.tempe, [(two_offices.SECOND, two_offices.YES_NO, mark, None)])
        both = of(two.tempe, "73.13")
        assert both.words == "2 isian dari 2 TPS · 1 di antaranya sudah dikirim, belum ada kabar diterima"
        assert outgoing.above_words(two.tempe) == "belum dikirim ke kabupaten/kota: 1 isian · 1 menunggu kabar"
        again = progress.finish(sending.send(two.tempe, "73.13", two.stick))
        assert again.entries == both.entries
        progress.finish(receiving.receive(two.kabupaten, again.files))
        two.carry(two.kabupaten, two.tempe)
        done = of(two.tempe, "73.13")
        assert (done.entries, done.confirmed) == (0, done.last_number)
        assert outgoing.above_words(two.tempe) == "semua sudah diterima kabupaten/kota"


def test_a_package_that_never_stood_on_a_stick_is_not_under_way(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        two.carry(two.kabupaten, two.tempe)
        answers.set_answers(two.tempe, [(two_offices.FIRST, two_offices.YES_NO, rules.Mark.DONE, None)])
        prepared = progress.finish(sending.prepare(two.tempe, "73.13"))
        one = of(two.tempe, "73.13")
    assert (one.fresh, one.under_way, one.unwritten) == (1, 0, prepared.number)


def test_one_record_is_one_isian_however_often_it_was_typed(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        two.carry(two.kabupaten, two.tempe)
        for number in (1, 2, 3):
            answers.set_answers(two.tempe, [(two_offices.FIRST, two_offices.NUMBER, number, None)])
        before = of(two.tempe, "73.13")
        sent = progress.finish(sending.send(two.tempe, "73.13", two.stick))
        [entry] = [one for one in parcel_register.entries(two.tempe) if one.package == sent.package]
        progress.finish(receiving.receive(two.kabupaten, sent.files))
        [received] = [one for one in parcel_register.entries(two.kabupaten) if one.package == sent.package]
    assert (before.entries, sent.entries, entry.changes, received.changes) == (1, 1, 1, 1)


def test_another_computer_of_the_office_is_a_receiver(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        [ready] = progress.finish(enrolment.prepare(two.tempe, ["73.13.06"], two.stick))
        steps = enrolment.open_ready(
            ready.files[0], ready.word, tmp_path / "kedua", "Ambo", "rahasia", key_memory=small_offices.KEY_MEMORY
        )
        with progress.finish(steps).desk as second:
            assert of(second, "73.13.06").own
            sent = progress.finish(sending.send(second, "73.13.06", two.stick))
            progress.finish(receiving.receive(two.tempe, sent.files))
        other = of(two.tempe, "73.13.06")
    assert (other.own, other.known, other.name) == (True, True, "Komputer lain kantor ini")


def test_for_a_stranger_one_number_is_enough(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        words = of(two.kabupaten, "73.13.01").words
        entries = of(two.kabupaten, "73.13.01").entries
    assert words == f"{entries} isian"
    assert entries > 10


def test_what_waits_for_the_office_above_is_what_it_receives(tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()
    asked = offices.NewOffice("73.13", "pemilu-2024", "Siti", "rahasia")
    province_asked = offices.NewOffice("73", "pemilu-2024", "Rani", "rahasia", with_master_data=False)
    with (
        offices.create_office(tmp_path / "wajo", asked, key_memory=8 << 20).desk as wajo,
        offices.create_office(tmp_path / "sulsel", province_asked, key_memory=8 << 20).desk as sulsel,
    ):
        assert not of(wajo, "73").known
        acquainted.introduce(sulsel, wajo)
        province = of(wajo, "73")
        sent = progress.finish(sending.send(wajo, "73", folder))
    assert province.known
    assert "205 wilayah" in province.words
    assert sent.entries == province.entries


def test_a_receipt_is_owed_until_something_goes_back(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        assert of(two.kabupaten, "73.13.06").owed == ()
        two.kabupaten.now = two.tempe.now = lambda: small_offices.NOW + 60
        answers.set_answers(two.tempe, [(two_offices.FIRST, two_offices.YES_NO, rules.Mark.DONE, None)])
        two.carry(two.tempe, two.kabupaten)
        tempe = of(two.kabupaten, "73.13.06")
        assert (tempe.owed, tempe.fresh, tempe.waits) == ((2,), 0, True)
        two.kabupaten.now = lambda: small_offices.NOW + 90
        progress.finish(sending.prepare(two.kabupaten, "73.13.06"))
        assert of(two.kabupaten, "73.13.06").owed == (2,), "it never came to stand on a stick"
        two.kabupaten.now = two.tempe.now = lambda: small_offices.NOW + 120
        two.carry(two.kabupaten, two.tempe)
        assert (of(two.kabupaten, "73.13.06").owed, of(two.kabupaten, "73.13.06").waits) == ((), False)
        assert of(two.tempe, "73.13").owed == (), "a receipt alone is not answered by another one"


def test_the_foot_says_nothing_of_a_province_that_takes_no_part(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        assert outgoing.above_words(two.kabupaten) == ""
    with two_offices.kecamatan(tmp_path / "baru", "73.13.07") as desk:
        assert outgoing.above_words(desk) == "belum bergabung dengan kabupaten/kota"


def test_a_decision_is_called_a_clarification(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        two.disagree()
        two.carry(two.tempe, two.kabupaten)
        two.carry(two.kabupaten, two.tempe)
        [first, *_] = disagreements.open_ones(two.kabupaten)
        disagreements.decide(two.kabupaten, first.record, first.kind, first.field, first.shown, "Dihitung ulang")
        assert "1 klarifikasi" in of(two.kabupaten, "73.13.06").words


def test_photos_are_weighed_and_an_office_that_asks_for_them_is_ticked(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        issue = carried_photos.issue_with(two.tempe, 2, papers=1)
        size = sum(one.size for one in attachments.of_record(two.tempe, issue))
        found = of(two.tempe, "73.13")
        assert (found.photos, found.photo_bytes, found.asks_photos) == (3, size, False)
        assert "3 lampiran" in found.words
        carried_photos.take(two.kabupaten, carried_photos.sent(two.tempe, "73.13", two.stick, photos=False).files)
        carried_photos.take(two.tempe, carried_photos.sent(two.kabupaten, "73.13.06", tmp_path / "back").files)
        found = of(two.tempe, "73.13")
        assert (found.fresh, found.photos, found.asks_photos, found.waits) == (0, 3, True, True)
        carried_photos.sent(two.tempe, "73.13", tmp_path / "again")
        assert not of(two.tempe, "73.13").asks_photos
