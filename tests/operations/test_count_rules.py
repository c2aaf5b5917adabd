# SPDX-License-Identifier: Apache-2.0
"""The rules of the count: defaults, what the kabupaten writes, what is refused, what its kecamatan receive."""

from pathlib import Path

import pytest

from desk_app.domain import errors
from desk_app.operations import count_rules, election_settings, history
from desk_app.operations.count_rules import Rules
from desk_app.operations.desk import Desk
from tests import two_offices
from tests.small_offices import NOW

RACES = ("ppwp", "dpr", "dpd", "dprd_prov", "dprd_kab")


def test_what_holds_where_nothing_is_written(wajo: Desk) -> None:
    assert count_rules.rules(wajo) == Rules(races=RACES)
    assert count_rules.race_codes(wajo) == RACES
    assert count_rules.rules(wajo, "pilkada-2024").races == ("gubernur", "bupati")
    assert count_rules.rules(wajo, place="73.13.06.1001") == Rules(races=RACES)


def test_the_kabupaten_writes_them(wajo: Desk) -> None:
    opens = count_rules.parse_moment(wajo, "14-02-2024 13.00")
    assert opens is not None
    count_rules.edit(
        wajo, second_entry={"ppwp"}, opens=opens, closes=opens + 3600, lock=True, brief=True, districts_see=True,
        races=("dprd_kab", "ppwp"), target=8250, denominator="semua",
    )
    assert count_rules.rules(wajo) == Rules(
        frozenset({"ppwp"}), opens, opens + 3600, True, True, True, ("ppwp", "dprd_kab"), 8250, "semua"
    )
    count_rules.edit(wajo, second_entry=(), opens=None, target=None, lock=False)
    held = count_rules.rules(wajo)
    assert (held.second_entry, held.opens, held.target, held.lock, held.brief) == (frozenset(), None, None, False, True)
    history.undo(wajo)
    assert count_rules.rules(wajo).opens == opens, "what was remembered is read again"
    election_settings.choose(wajo, "pilkada-2024")
    assert count_rules.rules(wajo) == Rules(races=("gubernur", "bupati")), "each election has its own"


def test_hours_of_the_office(wajo: Desk, desk: Desk) -> None:
    count_rules.edit(wajo, opens=NOW + 60, closes=NOW + 120)
    held = count_rules.rules(wajo)
    assert [count_rules.entry_open(held, NOW + late) for late in (0, 60, 119, 120)] == [False, True, True, False]
    with pytest.raises(errors.NotPermitted, match=r"dibuka 13-02-2024 13\.01 WITA"):
        count_rules.require_open(wajo)
    count_rules.edit(wajo, opens=NOW - 60)
    count_rules.require_open(wajo)
    count_rules.edit(wajo, closes=NOW)
    with pytest.raises(errors.NotPermitted, match="ditutup 13-02-2024"):
        count_rules.require_open(wajo)
    count_rules.require_open(desk)
    assert count_rules.parse_moment(wajo, " ") is None
    assert count_rules.moment_words(wajo, NOW) == "13-02-2024 13.00 WITA"


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"races": ()}, "paling sedikit satu"),
        ({"races": ("gubernur",)}, "gubernur"),
        ({"second_entry": ("bupati",)}, "bupati"),
        ({"opens": NOW, "closes": NOW}, "sesudah"),
        ({"target": 10_001}, "Target"),
        ({"target": 0}, "Target"),
        ({"denominator": "penduduk"}, "Pembagi"),
    ],
)
def test_what_is_refused(wajo: Desk, values: dict[str, object], why: str) -> None:
    with pytest.raises(errors.Refused, match=why):
        count_rules.edit(wajo, **values)
    assert count_rules.rules(wajo) == Rules(races=RACES)


def test_the_window_is_seen_whole(wajo: Desk) -> None:
    count_rules.edit(wajo, opens=NOW)
    with pytest.raises(errors.Refused, match="sesudah"):
        count_rules.edit(wajo, closes=NOW - 1)


def test_an_unknown_field_is_a_mistake_of_the_program(wajo: Desk) -> None:
    with pytest.raises(ValueError, match="rules of the count"):
        count_rules.edit(wajo, colour="merah")


def test_a_kecamatan_receives_them(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        assert not count_rules.rules(two.tempe).lock
        with pytest.raises(errors.NotPermitted):
            count_rules.edit(two.tempe, lock=True)
        count_rules.edit(two.kabupaten, lock=True, races=("ppwp",))
        two.carry(two.kabupaten, two.tempe)
        assert count_rules.rules(two.tempe) == count_rules.rules(two.kabupaten) == Rules(lock=True, races=("ppwp",))
        assert not count_rules.may_edit(two.tempe)
        assert count_rules.may_edit(two.kabupaten)
