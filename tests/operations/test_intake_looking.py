# SPDX-License-Identifier: Apache-2.0
"""One file on a stick: what it is to this office."""

from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.domain import answers as rules
from desk_app.domain import errors
from desk_app.operations import answers, enrolment, intake, joining, sending, trust, vouching
from desk_app.operations.intake_offered import Standing, State
from tests import small_offices, two_offices


def test_a_package_for_the_laptop_before_is_asked_for_again(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        old = two.send(two.kabupaten, two.tempe)
        joining.withdraw(two.kabupaten, intake.own_code(two.tempe))
        [made] = finish(enrolment.prepare(two.kabupaten, ["73.13.06"], two.stick))
        steps = enrolment.open_ready(
            made.files[0], made.word, tmp_path / "baru", "Besse", "rahasia", key_memory=small_offices.KEY_MEMORY
        )
        with finish(steps).desk as again:
            [one] = finish(intake.look(again, [old]))
    assert one.state is State.BROKEN
    assert "komputer lama kantor ini" in one.trouble


def test_a_withdrawn_office_is_said_to_be_so(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        joining.withdraw(two.kabupaten, intake.own_code(two.tempe))
        answers.set_answers(two.tempe, [(two_offices.FIRST, two_offices.YES_NO, rules.Mark.DONE, None)])
        [one] = finish(intake.look(two.kabupaten, [two.send(two.tempe, two.kabupaten)]))
    assert one.standing is Standing.WITHDRAWN
    assert any("sudah dicabut" in told.words for told in one.told)


def test_a_later_package_says_that_it_repeats_an_earlier_one(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        for subject in (two_offices.FIRST, two_offices.SECOND):
            answers.set_answers(two.tempe, [(subject, two_offices.YES_NO, rules.Mark.DONE, None)])
            two.send(two.tempe, two.kabupaten)
        first, second = finish(intake.look(two.kabupaten, [two.stick]))
    assert not any("sama dengan" in told.words for told in first.told)
    assert any("kiriman ke-2, yang juga ada di sini" in told.words for told in second.told)


def test_an_office_that_nobody_here_can_vouch_for_is_strange(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two, two_offices.kecamatan(tmp_path / "belawa", "73.13.07") as belawa:
        vouching.accept(belawa, trust.roots_of(two.kabupaten), trust.request_of(two.kabupaten.identity))
        trust.hear_of(belawa, *trust.known_to(two.kabupaten, "73.13.07"))
        joining.write_request(belawa, two.stick)
        [one] = finish(intake.look(two.tempe, [two.stick]))
    assert (one.state, one.standing, one.usable) == (State.REQUEST, Standing.STRANGE, False)
    assert "didaftarkan oleh" in one.trouble


def test_a_name_on_a_card_counts_before_the_one_an_office_gives_itself(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        path = two.send(two.tempe, two.kabupaten)
        two.tempe.identity = two.tempe.identity.__class__(
            **{name: getattr(two.tempe.identity, name) for name in two.tempe.identity.__slots__}
            | {"name": "Desk Pemilu Kabupaten Wajo"}
        )
        path = finish(sending.send(two.tempe, "73.13", two.stick)).files[0]
        [one] = finish(intake.look(two.kabupaten, [path]))
    assert one.sender == "Desk Pemilu Kecamatan Tempe"


def test_a_stick_that_is_gone_is_told_in_words(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two, pytest.raises(errors.NotFound, match="tidak ditemukan"):
        finish(intake.look(two.kabupaten, [tmp_path / "dicabut"]))
