# SPDX-License-Identifier: Apache-2.0
"""What waits to be sent, counted by kind; with too many changes only their number."""

from pathlib import Path

from desk_app.data import streams, unsent_list
from desk_app.operations import answers
from tests import small_offices


def test_records_are_counted_once_and_by_kind(tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "office").desk as desk, desk.reading() as connection:
        held = unsent_list.unsent(connection, lambda scope: True, {}, 1000)
        stations = unsent_list.unsent(connection, lambda scope: scope.place == small_offices.DISTRICT, {}, 1000)
    assert held.kinds["station"] == 3
    assert held.kinds["office"] == held.kinds["operator"] == 1
    assert held.changes >= sum(held.kinds.values())
    assert held.entries == held.fresh == sum(held.kinds.values())
    assert stations.kinds["station"] == 3
    assert held.stations == 0


def test_many_changes_are_only_counted(tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "office").desk as desk, desk.reading() as connection:
        held = unsent_list.unsent(connection, lambda scope: True, {}, 2)
        nothing = unsent_list.unsent(connection, lambda scope: False, {}, 2)
        last = unsent_list.last_number_to(connection, "73.13")
    assert held.changes > 2
    assert held.kinds == {}
    assert nothing == unsent_list.Unsent(0, 0, 0, {}, 0)
    assert last is None


def test_what_has_left_is_not_fresh_and_a_record_is_one_entry(tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "office").desk as desk:
        with desk.reading() as connection:
            gone = {one.id: one.held for one in streams.all_streams(connection)}
        answers.set_answer(desk, small_offices.station(1), "log.tinta", "1")
        answers.set_answer(desk, small_offices.station(1), "log.tinta", "2")
        with desk.reading() as connection:
            held = unsent_list.unsent(connection, lambda scope: True, {}, 1000, gone)
            known = unsent_list.unsent(connection, lambda scope: True, gone, 1000)
    assert (held.fresh, held.kinds["answer"]) == (1, 1)
    assert held.entries - held.fresh == sum(held.kinds.values()) - 1
    assert (known.changes, known.entries, known.fresh) == (2, 1, 1)
