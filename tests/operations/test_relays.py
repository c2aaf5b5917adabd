# SPDX-License-Identifier: Apache-2.0
"""A courier's stick: what is for others is kept closed and given along, and arrives as if it had come straight."""

from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.exchange import package
from desk_app.operations import answers, packages_found, receiving, relays, sending, trust
from tests import acquainted, crafted, two_offices


def test_a_package_reaches_the_kabupaten_over_another_kecamatan(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two, two_offices.kecamatan(tmp_path / "belawa", "73.13.07") as belawa:
        acquainted.introduce(two.kabupaten, belawa)
        answers.set_answer(two.tempe, two_offices.FIRST, two_offices.NUMBER, "5")
        sent = finish(sending.send(two.tempe, "73.13", two.stick))
        [found] = packages_found.find(belawa, [two.stick])
        assert "kantor lain" in found.fault
        assert not found.damaged
        assert relays.take_along(belawa, [found.path]) == 1
        assert relays.take_along(belawa, [found.path]) == 0
        for path in sent.files:
            path.unlink()
        courier = tmp_path / "courier"
        courier.mkdir()
        carried = finish(sending.send(belawa, "73.13", courier))
        assert carried.carried == 1
        outcomes = finish(
            receiving.receive(two.kabupaten, [one.path for one in packages_found.find(two.kabupaten, [courier])])
        )
    assert sum(one.new.get("answer", 0) for one in outcomes) == 1


def test_only_the_newest_are_carried(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two, two_offices.kecamatan(tmp_path / "belawa", "73.13.07") as belawa:
        acquainted.introduce(two.kabupaten, belawa)
        for number in range(1, 6):
            answers.set_answer(two.tempe, two_offices.FIRST, two_offices.NUMBER, str(number))
            sent = finish(sending.send(two.tempe, "73.13", two.stick))
            relays.take_along(belawa, sent.files)
        kept = relays.waiting_for(belawa, "73.13")
    assert len(kept) == relays.KEPT


def test_a_damaged_package_is_not_carried(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two, two_offices.kecamatan(tmp_path / "belawa", "73.13.07") as belawa:
        path = two.send(two.tempe, two.kabupaten)
        path.write_bytes(path.read_bytes()[:-50])
        assert relays.take_along(belawa, [path]) == 0


def test_nobody_pushes_out_or_takes_the_place_of_another_s_package(tmp_path: Path) -> None:
    """Its id and the computer that made it stand on the stick for all to read."""
    with two_offices.opened(tmp_path) as two, two_offices.kecamatan(tmp_path / "belawa", "73.13.07") as belawa:
        acquainted.introduce(two.kabupaten, belawa)
        path = two.send(two.tempe, two.kabupaten)
        head = package.peek(path)
        same = crafted.write(
            tmp_path / "same.desk", two.tempe, two.kabupaten, seed=bytes(range(32)), package_id=head.id
        )
        assert relays.take_along(belawa, [same, path]) == 2
        later = [
            crafted.write(
                tmp_path / f"{index}.desk", two.tempe, two.kabupaten, seed=bytes(range(32)), number=1000 + index
            )
            for index in range(relays.KEPT + 1)
        ]
        relays.take_along(belawa, later)
        kept = [package.peek(one).sender.key for one in relays.waiting_for(belawa, "73.13")]
    assert kept.count(two.tempe.identity.public) == 1
    assert len(kept) == 1 + relays.KEPT


def test_what_is_carried_has_an_end_and_strangers_have_half_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with two_offices.opened(tmp_path) as two, two_offices.kecamatan(tmp_path / "belawa", "73.13.07") as belawa:
        acquainted.introduce(two.kabupaten, belawa)
        trust.hear_of(belawa, *trust.known_to(two.kabupaten, "73.13"))
        path = two.send(two.tempe, two.kabupaten)
        strange = [
            crafted.write(tmp_path / f"{no}.desk", two.tempe, two.kabupaten, seed=bytes([no]) * 32) for no in range(9)
        ]
        monkeypatch.setattr(relays, "MOST_BYTES", 2 * (path.stat().st_size + strange[0].stat().st_size))
        taken = relays.take_along(belawa, strange)
        assert 0 < taken < 9
        assert relays.take_along(belawa, [path]) == 1
