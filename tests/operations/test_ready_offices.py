# SPDX-License-Identifier: Apache-2.0
"""How far the offices below are, and the words on slips that nobody has used."""

from pathlib import Path

from desk_app.base.progress import finish
from desk_app.operations import enrolment, ready_offices
from desk_app.operations.desk import Desk
from desk_app.operations.ready_offices import State
from tests import small_offices, two_offices


def of(desk: Desk, place: str) -> ready_offices.Row:
    return next(one for one in ready_offices.listing(desk) if one.place == place)


def test_an_office_goes_from_nothing_to_joined(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        listed = ready_offices.listing(two.kabupaten)
        assert [one.state for one in listed].count(State.NONE) == 14
        assert (of(two.kabupaten, "73.13.06").state, of(two.kabupaten, "73.13.06").word) == (State.JOINED, "")
        [made] = finish(enrolment.prepare(two.kabupaten, ["73.13.07"], two.stick))
        waiting = of(two.kabupaten, "73.13.07")
        assert (waiting.state, waiting.word, waiting.at) == (State.MADE, made.word, two.kabupaten.now())
        steps = enrolment.open_ready(
            made.files[0], made.word, tmp_path / "belawa", "Besse", "rahasia", key_memory=small_offices.KEY_MEMORY
        )
        with finish(steps).desk as belawa:
            two.carry(belawa, two.kabupaten)
        joined = of(two.kabupaten, "73.13.07")
    assert (joined.state, joined.word, joined.name) == (State.JOINED, "", "Desk Pemilu Kecamatan Belawa")


def test_another_file_for_an_office_that_has_joined_keeps_its_slip(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        [made] = finish(enrolment.prepare(two.kabupaten, ["73.13.06"], two.stick))
        row = of(two.kabupaten, "73.13.06")
    assert (row.state, row.word) == (State.JOINED, made.word)
    assert row.state_words == "sudah bergabung; berkas baru belum dibuka"


def test_another_computer_of_the_office_stands_last(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        assert not ready_offices.may_prepare(two.tempe)
        [own] = ready_offices.listing(two.tempe)
        assert (own.own, own.state, own.place) == (True, State.NONE, "73.13.06")
        [made] = finish(enrolment.prepare(two.tempe, ["73.13.06"], two.stick))
        [own] = ready_offices.listing(two.tempe)
        assert (own.state, own.word) == (State.MADE, made.word)
        assert ready_offices.listing(two.kabupaten)[-1].own
