# SPDX-License-Identifier: Apache-2.0
"""What the card of candidates stands on: the races with their lists, whose they are, which numbers have no name."""

import dataclasses
from pathlib import Path

from desk_app.operations import candidates, election_settings
from tests import regency_offices, two_offices
from ui.pages.settings_page import candidate_reading


def test_the_races_of_the_election_and_their_lists(tmp_path: Path) -> None:
    with regency_offices.make(tmp_path / "wajo") as desk:
        election_settings.set_pairs(desk, "ppwp", 3)
        candidates.put_list(desk, "ppwp", "2 Budi")
        found = candidate_reading.read(desk)
        assert [race.code for race in found.races][:2] == ["ppwp", "dpr"]
        assert [(one.code, one.record is not None) for one in found.of("ppwp")] == [
            ("1", False), ("2", True), ("3", False),
        ]
        assert found.nameless("ppwp") == ["1", "3"]
        assert found.of("ketua") == ()
        assert found.sources == {}
        assert found.seen == candidates.seen(desk)


def test_a_list_of_another_office_says_whose_it_is(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        candidates.put_list(two.kabupaten, "ppwp", "Andi\nBudi")
        two.carry(two.kabupaten, two.tempe)
        assert candidate_reading.read(two.tempe).sources == {"ppwp": "Kabupaten Wajo"}
        assert candidate_reading.read(two.kabupaten).sources == {}


def test_kecamatan_are_told_of_parties_where_there_are_not_too_many(tmp_path: Path) -> None:
    with regency_offices.make(tmp_path / "wajo") as desk:
        found = candidate_reading.read(desk)
        assert (found.has_where("dpr"), found.has_where("ppwp")) == (True, False)
        many = [(f"73.13.{number:02d}", "Kecamatan") for number in range(1, 100)]
        assert not dataclasses.replace(found, districts=many).has_where("dpr")
        assert not dataclasses.replace(found, districts=[]).has_where("dpr")
