# SPDX-License-Identifier: Apache-2.0
"""Copying: what was read is kept under seal with its notes, and nobody sees what somebody else has read."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.domain import errors, records
from desk_app.domain.counts.rules import Rule
from desk_app.domain.counts.standing import Source
from desk_app.operations import (
    accounts,
    candidates,
    count_entry,
    count_rules,
    history,
    opening,
    revotes,
    stations,
)
from desk_app.operations.accounts import Role
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import counted_offices, regency_offices
from tests.counted_offices import RACE
from tests.regency_offices import TEMPE_VILLAGE, tps
from tests.small_offices import EVENT, KEY_MEMORY, PASSWORD

BESSE = "sandi besse"
FIRST = tps(TEMPE_VILLAGE, 1)


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as desk:
        counted_offices.stand(desk)
        accounts.add_account(desk, "Besse", Role.OPERATOR, BESSE, key_memory=KEY_MEMORY)
        yield desk


def whole(desk: Desk, subject: str = FIRST, votes: tuple[int, ...] = (100, 50, 60)) -> dict[str, int]:
    return counted_offices.figures(count_entry.sheet(desk, subject, RACE).form, votes, voters=400)


def again(desk: Desk, password: str) -> Desk:
    desk.close()
    return opening.open_office(desk.folder, password, now=desk.now)


def test_what_was_read_is_there_again_and_in_no_row_of_the_database(wajo: Desk) -> None:
    figures = whole(wajo) | {"v1": 54_321, "v2": 12_345, "v3": 98_765}
    saved = count_entry.save(wajo, FIRST, RACE, figures)
    assert saved.whole
    seen = count_entry.sheet(wajo, FIRST, RACE)
    assert dict(seen.figures) == figures
    assert (seen.record, seen.others, seen.whole, seen.closed) == (saved.record, 0, True, None)
    with wajo.reading() as connection:
        row = connection.exec_driver_sql("SELECT * FROM count_form").mappings().one()
        bodies = connection.exec_driver_sql("SELECT bytes FROM change").scalars().all()
    assert 54_321 not in row.values()
    told = b"".join(bodies)
    for number in (54_321, 12_345, 98_765):
        assert str(number).encode() not in told
        assert number.to_bytes(4, "big") not in told


def test_what_was_not_read_is_not_zero(wajo: Desk) -> None:
    saved = count_entry.save(wajo, FIRST, RACE, {"v1": 0, "v2": 3})
    assert not saved.whole
    assert saved.findings == ()
    assert dict(count_entry.sheet(wajo, FIRST, RACE).figures) == {"v1": 0, "v2": 3}


def test_a_wrong_sum_is_kept_with_its_note(wajo: Desk) -> None:
    figures = whole(wajo) | {"total": 217}
    saved = count_entry.save(wajo, FIRST, RACE, figures)
    assert {one.rule for one in saved.findings} >= {Rule.V04, Rule.V06}
    assert count_entry.sheet(wajo, FIRST, RACE).figures["total"] == 217
    with wajo.reading() as connection:
        assert connection.exec_driver_sql("SELECT whole, noted FROM count_form").one() == (1, 1)


@pytest.mark.parametrize(("code", "value"), [("v9", 1), ("v1", -1), ("v1", 100_000), ("v1", True), ("v1", "7")])
def test_what_no_form_can_hold_is_refused_and_nothing_is_kept(wajo: Desk, code: str, value: object) -> None:
    with pytest.raises(errors.Refused):
        count_entry.save(wajo, FIRST, RACE, whole(wajo) | {code: value})  # type: ignore[dict-item]
    assert count_entry.sheet(wajo, FIRST, RACE).record is None


def test_the_same_again_writes_nothing(wajo: Desk) -> None:
    figures = whole(wajo)
    count_entry.save(wajo, FIRST, RACE, figures)
    with wajo.reading() as connection:
        before = connection.exec_driver_sql("SELECT count(*) FROM change").scalar_one()
    count_entry.save(wajo, FIRST, RACE, dict(reversed(figures.items())))
    with wajo.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM change").scalar_one() == before


def test_a_save_is_taken_back_and_the_key_stays(wajo: Desk) -> None:
    count_entry.save(wajo, FIRST, RACE, whole(wajo))
    count_entry.save(wajo, FIRST, RACE, whole(wajo) | {"v1": 99})
    history.undo(wajo)
    assert count_entry.sheet(wajo, FIRST, RACE).figures["v1"] == 100
    history.undo(wajo)
    assert count_entry.sheet(wajo, FIRST, RACE).record is None
    count_entry.save(wajo, FIRST, RACE, whole(wajo))
    with wajo.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM count_wrap WHERE alive = 1").scalar_one() == 1


def test_a_second_reading_is_made_without_the_first(wajo: Desk) -> None:
    count_rules.edit(wajo, second_entry=[RACE])
    count_entry.save(wajo, FIRST, RACE, whole(wajo))
    with again(wajo, BESSE) as besse:
        seen = count_entry.sheet(besse, FIRST, RACE)
        assert (dict(seen.figures), seen.others, seen.closed) == ({}, 1, None)
        count_entry.save(besse, FIRST, RACE, whole(besse, votes=(101, 50, 60)))
        [first, *_rest] = count_entry.stations(besse, TEMPE_VILLAGE)
        assert (first.own, first.others) == ({RACE: True}, {RACE: 1})
    with again(besse, PASSWORD) as andi:
        assert count_entry.sheet(andi, FIRST, RACE).figures["v1"] == 100


def test_without_second_entry_a_form_is_copied_once(wajo: Desk) -> None:
    count_entry.save(wajo, FIRST, RACE, whole(wajo))
    with again(wajo, BESSE) as besse:
        assert "sudah disalin" in str(count_entry.sheet(besse, FIRST, RACE).closed)
        with pytest.raises(errors.NotPermitted, match="sudah disalin"):
            count_entry.save(besse, FIRST, RACE, {"v1": 1})


def test_a_part_of_somebody_else_does_not_keep_another_from_copying(wajo: Desk) -> None:
    count_entry.save(wajo, FIRST, RACE, {"v1": 1})
    with again(wajo, BESSE) as besse:
        assert count_entry.sheet(besse, FIRST, RACE).closed is None


def test_what_is_locked_after_it_is_whole_stays(wajo: Desk) -> None:
    count_rules.edit(wajo, lock=True)
    count_entry.save(wajo, FIRST, RACE, {"v1": 1})
    count_entry.save(wajo, FIRST, RACE, whole(wajo))
    with pytest.raises(errors.NotPermitted, match="terkunci"):
        count_entry.save(wajo, FIRST, RACE, {"v1": 1})
    with pytest.raises(errors.NotPermitted, match="terkunci"):
        count_entry.discard(wajo, FIRST, RACE)


def test_outside_its_hours_nothing_is_copied(wajo: Desk) -> None:
    count_rules.edit(wajo, opens=wajo.now() + 60, closes=wajo.now() + 120)
    with pytest.raises(errors.NotPermitted, match="dibuka"):
        count_entry.save(wajo, FIRST, RACE, {"v1": 1})
    count_rules.edit(wajo, opens=wajo.now() - 120, closes=wajo.now() - 60)
    with pytest.raises(errors.NotPermitted, match="ditutup"):
        count_entry.save(wajo, FIRST, RACE, {"v1": 1})


def test_one_takes_back_only_the_own_reading(wajo: Desk) -> None:
    with pytest.raises(errors.NotFound):
        count_entry.discard(wajo, FIRST, RACE)
    count_entry.save(wajo, FIRST, RACE, whole(wajo))
    count_entry.discard(wajo, FIRST, RACE)
    assert count_entry.sheet(wajo, FIRST, RACE).record is None


def test_a_repeated_vote_is_copied_on_a_sheet_of_its_own(wajo: Desk) -> None:
    count_entry.save(wajo, FIRST, RACE, whole(wajo))
    [no] = revotes.note(wajo, [FIRST], revotes.Kind.REPEATED, basis="Keputusan KPU")
    assert count_entry.sheet(wajo, FIRST, RACE).occasion == 1
    transact(wajo, "PSU", lambda unit: unit.set(records.REVOTE, no, {"state": "dilaksanakan", "held_on": "2024-02-20"}))
    seen = count_entry.sheet(wajo, FIRST, RACE)
    assert (seen.occasion, seen.kind, dict(seen.figures)) == (2, "psu", {})
    count_entry.save(wajo, FIRST, RACE, whole(wajo, votes=(1, 2, 3)))
    counted_offices.hold(wajo)
    assert counted_offices.sums(wajo) == {"73.13.06": {"v1": 1, "v2": 2, "v3": 3}}


def test_a_repeated_vote_of_another_race_leaves_this_one(wajo: Desk) -> None:
    [no] = revotes.note(wajo, [FIRST], revotes.Kind.REPEATED, basis="Keputusan KPU")
    values = {"state": "dilaksanakan", "held_on": "2024-02-20", "race": "dpr"}
    transact(wajo, "PSU", lambda unit: unit.set(records.REVOTE, no, values))
    assert count_entry.sheet(wajo, FIRST, RACE).occasion == 1


@pytest.mark.parametrize(
    ("subject", "race"),
    [("73.13.06", RACE), (FIRST, "gubernur"), (tps(TEMPE_VILLAGE, 77), RACE), ("73.14.01.1001-001", RACE)],
)
def test_what_is_not_there_is_refused_in_words(wajo: Desk, subject: str, race: str) -> None:
    with pytest.raises(errors.Refused):
        count_entry.sheet(wajo, subject, race)


def test_without_candidates_nothing_can_be_copied(wajo: Desk) -> None:
    with pytest.raises(errors.Refused, match="calon belum diisi"):
        count_entry.sheet(wajo, FIRST, "dpr")


def test_the_reason_is_kept_with_the_figures(wajo: Desk) -> None:
    zero = dict.fromkeys(whole(wajo), 0)
    first = count_entry.save(wajo, FIRST, RACE, zero)
    assert Rule.V17 in {one.rule for one in first.findings}
    count_entry.save(wajo, FIRST, RACE, zero, reason="TPS tidak melaksanakan pemungutan", source=Source.FORM)
    assert count_entry.sheet(wajo, FIRST, RACE).reason == "TPS tidak melaksanakan pemungutan"
    with wajo.reading() as connection:
        assert "pemungutan" not in str(connection.exec_driver_sql("SELECT * FROM count_form").mappings().one())


def test_who_may_not_copy(wajo: Desk) -> None:
    accounts.add_account(wajo, "Pimpinan", Role.LEADER, "sandi pimpinan", key_memory=KEY_MEMORY)
    with again(wajo, "sandi pimpinan") as leader, pytest.raises(errors.NotPermitted):
        count_entry.sheet(leader, FIRST, RACE)


def test_a_tps_that_came_later_is_listed(wajo: Desk) -> None:
    stations.create_station(wajo, TEMPE_VILLAGE, 9)
    assert [one.number for one in count_entry.stations(wajo, TEMPE_VILLAGE)] == [1, 2, 3, 5, 9]
    assert count_entry.stations(wajo, TEMPE_VILLAGE)[0].voters == 210
    assert EVENT == "pemilu-2024"


def test_numbers_of_candidates_stay_once_a_form_was_copied(wajo: Desk) -> None:
    """Votes stand under numbers: another number would give them to somebody else."""
    count_entry.save(wajo, FIRST, RACE, whole(wajo))
    [first, *_others] = candidates.of_race(wajo, RACE)
    assert first.record is not None
    with pytest.raises(errors.Refused, match="1 formulir"):
        candidates.renumber(wajo, first.record, "9")
    with pytest.raises(errors.Refused, match="1 formulir"):
        candidates.remove(wajo, RACE, ["2"])
    candidates.edit(wajo, first.record, name="Anis B.")
    assert [one.name for one in candidates.of_race(wajo, RACE)] == ["Anis B.", "Bowo", "Ganda"]
    history.undo(wajo)
    history.undo(wajo)
    candidates.remove(wajo, RACE, ["2"])


def test_on_the_second_computer_of_an_office_one_is_another_reader(wajo: Desk) -> None:
    assert (count_entry.own_reader(wajo), count_entry.phone_reader(wajo)) == ("73.13/1", "73.13-telepon/1")
    wajo.identity = dataclasses.replace(wajo.identity, series="2")
    assert (count_entry.own_reader(wajo), count_entry.phone_reader(wajo)) == ("73.13-2/1", "73.13-2-telepon/1")
    counted_offices.hold(wajo)
    count_entry.save(wajo, FIRST, RACE, whole(wajo))
    assert counted_offices.sums(wajo) == {"73.13.06": {"v1": 100, "v2": 50, "v3": 60}}


def test_what_nobody_can_open_any_more_is_not_written_over(wajo: Desk) -> None:
    with again(wajo, BESSE) as besse:
        count_entry.save(besse, FIRST, RACE, whole(besse))
    with again(besse, PASSWORD) as andi:
        accounts.reset_password(andi, 2, "dari admin", key_memory=KEY_MEMORY)
    with again(andi, "dari admin") as besse:
        assert "diganti admin" in str(count_entry.sheet(besse, FIRST, RACE).closed)
        with pytest.raises(errors.NotPermitted, match="diganti admin"):
            count_entry.save(besse, FIRST, RACE, {"v1": 1})


def test_two_repeated_votes_are_two_more_sheets(wajo: Desk) -> None:
    for day, occasion in (("2024-02-20", 2), ("2024-02-24", 3)):
        [no] = revotes.note(wajo, [FIRST], revotes.Kind.REPEATED, basis="Keputusan KPU")
        values = {"state": "dilaksanakan", "held_on": day}
        transact(wajo, "PSU", lambda unit, no=no, values=values: unit.set(records.REVOTE, no, values))
        assert count_entry.sheet(wajo, FIRST, RACE).occasion == occasion


def test_a_paper_that_is_to_be_read_again_is_written_whatever_the_window(wajo: Desk) -> None:
    count_rules.edit(wajo, lock=True)
    count_entry.save(wajo, FIRST, RACE, whole(wajo))
    count_rules.edit(wajo, closes=wajo.now() - 60)
    assert count_entry.sheet(wajo, FIRST, RACE).closed is not None
    name = (EVENT, TEMPE_VILLAGE, 1, RACE, 1)
    transact(wajo, "x", lambda unit: unit.put(records.COUNT_RESULT, name, {"reread": True, "checked": b"x" * 32}))
    count_entry.save(wajo, FIRST, RACE, whole(wajo, votes=(1, 2, 3)))
    assert count_entry.sheet(wajo, FIRST, RACE).figures["v1"] == 1
    transact(wajo, "x", lambda unit: unit.put(records.COUNT_RESULT, name, {"locked": True}))
    assert "dikunci" in str(count_entry.sheet(wajo, FIRST, RACE).closed)
