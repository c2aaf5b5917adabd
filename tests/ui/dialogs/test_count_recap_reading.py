# SPDX-License-Identifier: Apache-2.0
"""The regions to choose from at each office, and the words beside the lines of a D.HASIL."""

from pathlib import Path

from desk_app.domain.counts import rules
from desk_app.operations import candidates, count_recaps
from desk_app.operations.count_recaps import Beside
from tests import counting_people, regency_offices, two_offices
from tests.regency_offices import TEMPE, TEMPE_VILLAGE
from ui.dialogs import count_recap_reading

RACE = counting_people.RACE


def test_the_words_say_the_sum_the_gap_and_of_how_many(tmp_path: Path) -> None:
    with regency_offices.make(tmp_path / "wajo") as desk:
        counting_people.prepare(desk)
        form = candidates.form_of(desk, RACE, TEMPE)
    whole = Beside({"v1": (140, 4), "v2": (90, 4), "users_l": (70, 4), "users_j": (140, 4)}, 4)
    typed = {"v1": 141, "v2": 90, "users_l": 70, "users_j": 139}
    found = count_recap_reading.beside_words(form, typed, whole, {})
    said = {code: (one.level, str(one.words.params["said"])) for code, one in found.items()}
    assert said == {
        "users_l": (rules.Level.WARNING, "selisih J 1 · jumlah TPS L 70, J 140"),
        "v1": (rules.Level.WARNING, "selisih 1 · jumlah TPS 140"),
        "v2": (rules.Level.NOTICE, "cocok · jumlah TPS 90"),
    }
    assert found["users_l"].lines == ("users_j",)
    part = count_recap_reading.beside_words(form, {"v1": 141}, Beside({"v1": (140, 3)}, 4), {})
    assert part["v1"].level is rules.Level.NOTICE
    other = count_recap_reading.beside_words(form, {"v1": 141}, None, {"v1": (140, 141)})
    assert (other["v1"].level, other["v1"].words.params["said"]) == (rules.Level.WARNING, "diketik 140 / 141")
    assert count_recap_reading.beside_words(form, typed, None, {}) == {}


def test_each_office_chooses_from_its_own_regions(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        counting_people.prepare(two.kabupaten)
        two.carry(two.kabupaten, two.tempe)
        read = count_recap_reading.read(two.kabupaten, "", TEMPE_VILLAGE)
        assert [chosen for _choices, chosen in read.steps] == [TEMPE, TEMPE_VILLAGE]
        assert read.steps[0][0][0] == ("73.13", "Seluruh Kabupaten Wajo")
        assert read.steps[1][0][0] == (TEMPE, "Seluruh Kecamatan Tempe")
        below = count_recap_reading.read(two.tempe, RACE, "")
        assert [chosen for _choices, chosen in below.steps] == [TEMPE]
        assert (below.place, below.beside) == (TEMPE, None)
        count_recaps.put(two.tempe, TEMPE, RACE, {"v1": 500})
        seen = count_recaps.seen(two.kabupaten)
        two.carry(two.tempe, two.kabupaten)
        count_recaps.put(two.kabupaten, TEMPE, RACE, {"v1": 501}, seen=seen)
        [row] = count_recap_reading.read(two.kabupaten, RACE, TEMPE).rows
        assert row.state == "berbeda antarkantor"
        recap = count_recap_reading.read(two.kabupaten, RACE, TEMPE).recap
        assert "kantor lain" in count_recap_reading.said_of(recap)
