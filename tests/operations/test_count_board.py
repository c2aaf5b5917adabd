# SPDX-License-Identifier: Apache-2.0
"""The board of the count: how far it is, sums with what is in none of them, participation, who has not reported."""

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.data import count_boxes, count_rows
from desk_app.domain import errors, records
from desk_app.domain.counts import lines
from desk_app.domain.counts.rights import Right
from desk_app.domain.counts.standing import State
from desk_app.operations import (
    candidates,
    contacts,
    count_board,
    count_entry,
    count_keys,
    count_rules,
    count_writing_keys,
    tally,
)
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import counted_offices, regency_offices
from tests.counted_offices import RACE
from tests.regency_offices import BELAWA, BELAWA_VILLAGE, MADDUKELLENG, TEMPE, TEMPE_VILLAGE, tps

FIRST, SECOND, THIRD = (tps(TEMPE_VILLAGE, number) for number in (1, 2, 3))
ELSEWHERE = tps(BELAWA_VILLAGE, 1)


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    """Kabupaten Wajo: nine TPS, three candidates, Andi holds the key."""
    with regency_offices.make(tmp_path / "wajo") as desk:
        counted_offices.stand(desk)
        counted_offices.hold(desk)
        yield desk


def figures(desk: Desk, subject: str, votes: tuple[int, ...], voters: int = 290) -> dict[str, int]:
    form = candidates.form_of(desk, RACE, subject[:8])
    return counted_offices.figures(form, votes, voters=voters)


def copy(desk: Desk, subject: str, votes: tuple[int, ...] = (100, 50, 60), voters: int = 290) -> None:
    count_entry.save(desk, subject, RACE, figures(desk, subject, votes, voters))


def second(desk: Desk, subject: str, told: Mapping[str, int]) -> None:
    """What another person of this office copied of the same form."""
    key = count_entry.key_of(desk, subject, RACE)
    reader = f"{desk.identity.place}/2"
    writing = count_writing_keys.writing_key(desk, key.event, key.district)
    sealed = count_boxes.seal(writing, count_rows.about_form(key, 1, reader), {"f": dict(told)})
    name = (key.event, key.village, key.number, key.race, 1, reader)
    values = {"sealed": sealed, "whole": True, "source": "formulir"}
    transact(desk, "salinan", lambda unit: unit.put(records.COUNT_FORM, name, values))


def totals(desk: Desk, region: str = "", level: str = "") -> count_board.Totals:
    finish(tally.refresh(desk))
    return count_board.totals(desk, RACE, region, level)


def votes(found: count_board.Totals, row: count_board.TotalsRow) -> list[int]:
    return [row.sum(one.line).value for one in found.candidates]


def test_how_far_it_is_needs_no_key_and_tells_no_figure(tmp_path: Path) -> None:
    with regency_offices.make(tmp_path / "wajo") as desk:
        counted_offices.stand(desk)
        copy(desk, FIRST)
        count_entry.save(desk, SECOND, RACE, {"v1": 7})
        found = count_board.progress(desk, RACE)
        told = {row.name: (row.stations, row.whole, row.part, row.missing) for row in found.rows if row.stations}
        assert told == {"Tempe": (6, 1, 1, 4), "Belawa": (3, 0, 0, 3)}
        assert (found.total.whole, found.total.stations, found.area.heading) == (1, 9, "Kecamatan")
        assert str(found.words) == "Data masuk 1 dari 9 TPS (11,11 %) per 13-02-2024 pukul 13.00 WITA"
        village = count_board.progress(desk, RACE, TEMPE_VILLAGE)
        assert [(row.code, row.whole, row.part) for row in village.rows][:2] == [(FIRST, 1, 0), (SECOND, 0, 1)]
        with pytest.raises(errors.NotPermitted):
            count_board.totals(desk, RACE)


def test_sums_go_down_from_the_kecamatan_to_the_tps(wajo: Desk) -> None:
    copy(wajo, FIRST)
    copy(wajo, tps(MADDUKELLENG, 5), (1, 2, 3))
    copy(wajo, ELSEWHERE, (10, 20, 30))
    found = totals(wajo)
    held = {row.name: votes(found, row) for row in found.rows if row.copied}
    assert held == {"Tempe": [101, 52, 63], "Belawa": [10, 20, 30]}
    assert votes(found, found.total) == [111, 72, 93]
    assert found.share(found.total, found.candidates[0]) == "40,22"
    tempe = totals(wajo, TEMPE)
    assert [votes(tempe, row) for row in tempe.rows if row.code == TEMPE_VILLAGE] == [[100, 50, 60]]
    village = totals(wajo, TEMPE_VILLAGE)
    assert (village.rows[0].label, village.rows[0].where) == ("TPS 001", "Kel. Tempe")
    assert [votes(village, row) for row in village.rows] == [[100, 50, 60], [0, 0, 0], [0, 0, 0], [0, 0, 0]]
    every = totals(wajo, level=count_board.STATIONS)
    assert (len(every.rows), votes(every, every.total)) == (9, [111, 72, 93])


def test_every_level_adds_up_to_the_same(wajo: Desk) -> None:
    copy(wajo, FIRST)
    copy(wajo, ELSEWHERE, (10, 20, 30))
    whole = [totals(wajo, level=level).total for level in ("kecamatan", "desa", count_board.STATIONS)]
    assert whole[0].sums == whole[1].sums == whole[2].sums
    assert whole[0].states == whole[1].states == whole[2].states
    with pytest.raises(errors.Refused):
        count_board.totals(wajo, RACE, TEMPE, "kabupaten")


def test_a_tps_whose_copies_differ_is_in_no_sum_and_is_named(wajo: Desk) -> None:
    copy(wajo, FIRST)
    copy(wajo, SECOND, (1, 2, 3))
    second(wajo, SECOND, figures(wajo, SECOND, (1, 2, 4)))
    found = totals(wajo)
    assert votes(found, found.total) == [100, 50, 60]
    assert [(one.subject, one.label, one.where) for one in found.disputed] == [(SECOND, "TPS 002", "Kel. Tempe")]
    assert found.total.states == {State.NOTED: 1, State.DISPUTED: 1}
    assert (found.total.copied, found.total.whole, found.total.disputed, found.total.missing) == (2, 1, 1, 7)
    assert count_board.excluded_words(found) == ["1 TPS dalam klarifikasi, tidak ikut dijumlahkan"]


def test_what_came_under_a_key_that_is_not_here_is_counted_as_waiting(wajo: Desk) -> None:
    copy(wajo, FIRST)
    name = (*_name(wajo, SECOND), 1, "73.13/2")
    stranger = count_boxes.new_writing_key()
    about = count_rows.about_form(count_entry.key_of(wajo, SECOND, RACE), 1, "73.13/2")
    values = {"sealed": count_boxes.seal(stranger, about, {"f": {"v1": 9}}), "whole": True, "source": "formulir"}
    transact(wajo, "salinan", lambda unit: unit.put(records.COUNT_FORM, name, values))
    found = totals(wajo)
    assert (found.total.copied, found.total.waiting, found.total.whole) == (2, 1, 1)
    assert count_board.excluded_words(found) == ["1 TPS sudah disalin tetapi menunggu kuncinya"]


def test_one_told_by_phone_counts_and_is_said_to_be_provisional(wajo: Desk) -> None:
    count_entry.save(wajo, FIRST, RACE, figures(wajo, FIRST, (4, 5, 6)), source=count_entry.Source.PHONE)
    found = totals(wajo)
    assert votes(found, found.total) == [4, 5, 6]
    assert (found.total.by_phone, totals(wajo, level=count_board.STATIONS).total.by_phone) == (1, 1)
    assert count_board.excluded_words(found) == ["1 TPS sementara, baru lewat telepon"]


def test_participation_is_of_the_tps_where_both_sides_are_known(wajo: Desk) -> None:
    copy(wajo, FIRST, (100, 50, 60), voters=300)
    copy(wajo, ELSEWHERE, (10, 20, 30), voters=200)
    count_entry.save(wajo, SECOND, RACE, {"users_j": 250})
    finish(tally.refresh(wajo))
    count_rules.edit(wajo, target=7000)
    found = count_board.participation(wajo, RACE)
    told = {row.name: (row.users, row.voters, row.stations, row.share, row.reached) for row in found.rows if row.voters}
    assert told == {"Tempe": (215, 300, 1, 7167, True), "Belawa": (65, 200, 1, 3250, False)}
    assert (found.total.users, found.total.voters, found.total.stations) == (280, 500, 2)
    assert found.divided_by == "pemilih dalam DPT"
    at = count_board.participation(wajo, RACE, TEMPE_VILLAGE)
    assert [(row.users, row.share) for row in at.rows] == [(215, 7167), (0, None), (0, None), (0, None)]


def test_the_denominator_is_that_of_the_rules(wajo: Desk) -> None:
    told = figures(wajo, FIRST, (100, 50, 60), voters=300)
    users = lines.by_sex(lines.USERS, lines.Sex.BOTH)
    told |= {"transferred_j": 20, "unregistered_j": 30, "registered_j": told[users] - 50}
    count_entry.save(wajo, FIRST, RACE, told)
    count_rules.edit(wajo, denominator="semua")
    finish(tally.refresh(wajo))
    found = count_board.participation(wajo, RACE)
    assert (found.total.users, found.total.voters) == (215, 350)
    assert found.divided_by == "pemilih dalam DPT, pindahan, dan tambahan"


def test_who_has_not_reported_stands_with_whom_to_call(wajo: Desk) -> None:
    copy(wajo, FIRST)
    count_entry.save(wajo, SECOND, RACE, {"v1": 7})
    contacts.new_contact(wajo, "PPS", place=TEMPE_VILLAGE, person="Rahma", phone="0811 2233 4455")
    contacts.new_contact(wajo, "Kecamatan", place=TEMPE, person="Camat Tempe", phone="0822 2233 4455")
    found = count_board.missing(wajo, RACE, TEMPE)
    assert [(one.subject, one.part) for one in found][:2] == [(SECOND, True), (THIRD, False)]
    assert len(found) == 5
    called = [(one.name, one.phone) for one in found[0].people]
    assert called[:2] == [("Rahma", "0811 2233 4455"), ("Camat Tempe", "0822 2233 4455")]
    assert (found[0].voters, found[0].where, found[0].district) == (250, "Kel. Tempe", "Tempe")
    assert len(count_board.missing(wajo, RACE)) == 8


def test_sums_are_for_who_sees_totals_alone(wajo: Desk) -> None:
    copy(wajo, FIRST)
    finish(tally.refresh(wajo))
    count_keys.grant(wajo, 1, [Right.VERIFY])
    for asked in (count_board.totals, count_board.participation):
        with pytest.raises(errors.NotPermitted):
            asked(wajo, RACE)
    assert count_board.progress(wajo, RACE).total.whole == 1


def test_a_region_that_is_not_the_offices_is_refused(wajo: Desk) -> None:
    with pytest.raises(errors.NotPermitted):
        count_board.progress(wajo, RACE, "73.14")
    with pytest.raises(errors.NotFound):
        count_board.progress(wajo, "bupati")
    assert count_board.progress(wajo, RACE, BELAWA).area.name == "Kecamatan Belawa"


def _name(desk: Desk, subject: str) -> tuple[str, str, int, str]:
    key = count_entry.key_of(desk, subject, RACE)
    return key.event, key.village, key.number, key.race
