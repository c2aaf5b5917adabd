# SPDX-License-Identifier: Apache-2.0
"""Which TPS break which rule, in words; and the TPS in clarification, with figures for who verifies alone."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.data import count_boxes, count_rows
from desk_app.domain import errors, records
from desk_app.domain.counts.rights import Right
from desk_app.operations import (
    accounts,
    count_entry,
    count_keys,
    count_notes,
    count_writing_keys,
    opening,
    roles,
    tally,
)
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import counted_offices, regency_offices, small_offices
from tests.counted_offices import RACE
from tests.operations.test_count_board import FIRST, SECOND, copy, figures, second
from tests.regency_offices import MADDUKELLENG, TEMPE, TEMPE_VILLAGE, tps

FIFTH = tps(MADDUKELLENG, 5)


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo") as desk:
        counted_offices.stand(desk)
        counted_offices.hold(desk)
        yield desk


def wrong(desk: Desk, subject: str, **altered: int) -> None:
    count_entry.save(desk, subject, RACE, figures(desk, subject, (100, 50, 60), voters=287) | altered)


def notes(desk: Desk, region: str = "", rule: str = "", *, with_accepted: bool = False) -> count_notes.Notes:
    finish(tally.refresh(desk))
    return count_notes.notes(desk, RACE, region, rule, with_accepted=with_accepted)


def test_each_tps_with_what_it_breaks_in_words(wajo: Desk) -> None:
    wrong(wajo, FIFTH, valid=211, dpt_l=139, dpt_p=148)
    found = notes(wajo)
    assert {one.rule.value for one in found.counts} >= {"V03", "V04"}
    said = {one.rule.value: str(one.words) for one in found.rows}
    assert said["V03"] == "suara 100 + 50 + 60 = 210, sah tertulis 211, selisih 1"
    first = found.rows[0]
    assert (first.subject, first.label, first.where) == (FIFTH, "TPS 005", "Kel. Maddukelleng")
    assert found.stations == 1


def test_one_rule_is_asked_and_the_numbers_stay_those_of_all(wajo: Desk) -> None:
    wrong(wajo, FIFTH, valid=211, dpt_l=139, dpt_p=148)
    found = notes(wajo, rule="V04")
    assert {one.rule.value for one in found.rows} == {"V04"}
    assert {one.rule.value for one in found.counts} >= {"V03", "V04"}
    assert notes(wajo, TEMPE_VILLAGE).rows == ()


def test_the_races_of_a_tps_are_compared_in_words(wajo: Desk) -> None:
    counted_offices.stand(wajo, "dpr", ("Satu", "Dua"))
    copy(wajo, FIRST)
    form = count_entry.sheet(wajo, FIRST, "dpr").form
    count_entry.save(wajo, FIRST, "dpr", counted_offices.figures(form, (10, 20)))
    said = {one.rule.value: str(one.words) for one in notes(wajo).rows}
    assert said["V13"].startswith("jumlah pengguna 215, pada jenis pemilihan lain 35, selisih 180")


def test_the_same_votes_twice_in_a_village(wajo: Desk) -> None:
    for subject in (FIRST, SECOND, FIFTH):
        copy(wajo, subject)
    found = notes(wajo, rule="V18")
    assert [(one.subject, str(one.words)) for one in found.rows] == [
        (FIRST, "perolehan suara sama persis dengan TPS 002"),
        (SECOND, "perolehan suara sama persis dengan TPS 001"),
    ]
    accept(wajo, FIRST, "V18")
    assert [one.subject for one in notes(wajo, rule="V18").rows] == [SECOND]
    assert [one.accepted for one in notes(wajo, rule="V18", with_accepted=True).rows] == [True, False]


def test_what_was_accepted_is_told_only_where_it_is_asked_for(wajo: Desk) -> None:
    wrong(wajo, FIFTH, valid=211, dpt_l=139, dpt_p=148)
    accept(wajo, FIFTH, "V03")
    assert "V03" not in {one.rule.value for one in notes(wajo).rows}
    told = {one.rule.value: one.accepted for one in notes(wajo, with_accepted=True).rows}
    assert told["V03"]
    assert not told["V04"]


def test_a_recapitulation_is_compared_once_every_tps_is_in(wajo: Desk) -> None:
    village = MADDUKELLENG
    about = count_rows.about_recap(count_entry.key_of(wajo, FIFTH, RACE).event, village, RACE)
    writing = count_writing_keys.writing_key(wajo, "pemilu-2024", TEMPE)
    sealed = count_boxes.seal(writing, about, {"f": {"v1": 150_000, "v2": 100}})
    name = ("pemilu-2024", village, RACE)
    transact(wajo, "rekap", lambda unit: unit.put(records.COUNT_RECAP, name, {"sealed": sealed}))
    copy(wajo, FIFTH)
    assert notes(wajo, rule="V15").rows == ()
    copy(wajo, tps(village, 1))
    found = notes(wajo, rule="V15").rows
    assert [(one.label, str(one.words)) for one in found] == [
        ("Kel. Maddukelleng", "1. Anis: jumlah TPS 200, rekapitulasi 150.000, selisih 149.800")
    ]
    count_keys.grant(wajo, 1, [Right.VERIFY])
    assert notes(wajo, rule="V15").rows == ()


def test_a_tps_in_clarification_and_the_lines_that_differ(wajo: Desk) -> None:
    copy(wajo, SECOND, (1, 2, 3))
    second(wajo, SECOND, figures(wajo, SECOND, (1, 2, 4)))
    finish(tally.refresh(wajo))
    [one] = count_notes.disputed(wajo, RACE)
    assert (one.subject, one.where, one.readers) == (SECOND, "Kel. Tempe", 2)
    told = {line.code: line.values for line in one.lines}
    assert told["v3"] == (3, 4)
    assert str(one.lines[-1].label) == "sah dan tidak sah"
    count_keys.grant(wajo, 1, [Right.TOTALS])
    [one] = count_notes.disputed(wajo, RACE)
    assert {line.values for line in one.lines} == {()}


def test_who_only_copies_is_told_neither(wajo: Desk) -> None:
    wrong(wajo, FIFTH, valid=211, dpt_l=139, dpt_p=148)
    accounts.add_account(wajo, "Besse", roles.Role.OPERATOR, "sandi besse", key_memory=small_offices.KEY_MEMORY)
    wajo.close()
    with opening.open_office(wajo.folder, "sandi besse", now=wajo.now) as besse:
        for asked in (count_notes.notes, count_notes.disputed):
            with pytest.raises(errors.NotPermitted):
                asked(besse, RACE)


def accept(desk: Desk, subject: str, numbers: str) -> None:
    key = count_entry.key_of(desk, subject, RACE)
    name = (key.event, key.village, key.number, key.race, 1)
    transact(desk, "catatan", lambda unit: unit.put(records.COUNT_RESULT, name, {"accepted": numbers}))
