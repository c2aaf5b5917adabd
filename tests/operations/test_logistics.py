# SPDX-License-Identifier: Apache-2.0
"""A shipment planned, sent, received and judged; what may not be written is refused; everything is undone as one."""

from pathlib import Path

import pytest

from desk_app.base import progress
from desk_app.domain import errors
from desk_app.operations import (
    change_settings,
    checking,
    disagreements,
    history,
    logistics,
    logistics_register,
)
from desk_app.operations.desk import Desk
from tests import small_offices, two_offices
from tests.operations.planned_goods import BOX, INK, PPK, line, planned
from tests.regency_offices import BELAWA, TEMPE_VILLAGE, tps


def test_a_shipment_holds_its_goods_and_the_deadline_of_the_office(wajo: Desk) -> None:
    found = logistics_register.shipment(wajo, planned(wajo))
    assert [(one.item, one.planned, one.sent) for one in found.lines] == [(BOX, 6, 6), (INK, 12, 12)]
    assert found.values["deadline"] == logistics.default_deadline(wajo)
    assert found.row.origin_label == "Gudang KPU · Kabupaten Wajo"
    assert found.row.boxes == 6


def test_the_deadline_is_the_end_of_the_day_that_the_setting_names(wajo: Desk) -> None:
    eve = logistics.default_deadline(wajo)
    change_settings.set_many(wajo, {"logistics_deadline": "H-3"})
    assert eve - logistics.default_deadline(wajo) == 2 * 24 * 60 * 60
    # 13-02-2024 23.59.59 WITA
    assert eve == 1_707_839_999


def test_sent_and_received_whole_take_over_what_was_planned(wajo: Desk) -> None:
    no = logistics.new_shipment(wajo, PPK, {BOX: {"planned": 6}})
    logistics.send(wajo, [no], 100)
    assert line(wajo, no).sent == 6
    logistics.set_line(wajo, no, BOX, sent=5)
    logistics.receive_whole(wajo, [no], 200, received_by="Sekretaris PPK")
    found = logistics_register.shipment(wajo, no)
    assert (found.row.sent_at, found.row.arrived_at, found.values["received_by"]) == (100, 200, "Sekretaris PPK")
    assert (line(wajo, no).received, line(wajo, no).short) == (5, 1)


def test_what_was_counted_already_stays_when_the_rest_is_received_whole(wajo: Desk) -> None:
    no = planned(wajo)
    logistics.set_line(wajo, no, BOX, received=4, damaged=1)
    logistics.receive_whole(wajo, [no])
    assert (line(wajo, no).received, line(wajo, no).damaged, line(wajo, no, INK).received) == (4, 1, 12)


def test_many_shipments_are_undone_as_one(wajo: Desk) -> None:
    made = logistics.new_shipments(wajo, [(PPK, {BOX: {"planned": 6}}), (f"{BELAWA}/ppk", {BOX: {"planned": 3}})])
    assert len(made) == logistics_register.count_shipments(wajo) == 2
    history.undo(wajo)
    assert logistics_register.count_shipments(wajo) == 0


def test_goods_are_added_altered_and_taken_out(wajo: Desk) -> None:
    no = planned(wajo)
    first = line(wajo, no).no
    assert logistics.set_line(wajo, no, BOX, received=6) == first
    logistics.remove_line(wajo, no, INK)
    assert [one.item for one in logistics_register.shipment(wajo, no).lines] == [BOX]
    logistics.delete_shipment(wajo, no)
    with pytest.raises(errors.NotFound):
        logistics_register.shipment(wajo, no)


def test_a_kecamatan_writes_about_its_own_only(tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "tempe").desk as tempe:
        no = logistics.new_shipment(tempe, f"{small_offices.VILLAGE}/pps", {BOX: {"planned": 1}})
        assert logistics.edit_shipment(tempe, no, receipt="BTTB/1")
        with pytest.raises(errors.NotPermitted):
            logistics.new_shipment(tempe, f"{BELAWA}/ppk")


def test_many_shipments_are_told_of_as_they_are_made_sent_and_received_and_each_is_one_undo(
    wajo: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logistics, "_TOGETHER", 2)
    subjects = [tps(TEMPE_VILLAGE, number) for number in (1, 2, 3)]
    told: list[tuple[int, int | None]] = []

    def show(step: progress.Progress) -> None:
        told.append((step.done, step.total))

    made = progress.finish(logistics.plan_many(wajo, [(one, {BOX: {"planned": 1}}) for one in subjects]), show)
    assert [logistics_register.shipment(wajo, no).row.place for no in made] == subjects
    assert progress.finish(logistics.send_many(wajo, made, 100), show) == 3
    assert progress.finish(logistics.receive_many(wajo, made, 200), show) == 3
    assert told == [(0, 3), (2, 3)] * 3
    assert [(line(wajo, no).sent, line(wajo, no).received) for no in made] == [(1, 1)] * 3
    history.undo(wajo)
    assert [(line(wajo, no).sent, line(wajo, no).received) for no in made] == [(1, None)] * 3
    history.undo(wajo)
    history.undo(wajo)
    assert not logistics_register.count_shipments(wajo)


def test_shipments_that_are_stopped_while_they_are_made_leave_nothing(
    wajo: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(logistics, "_TOGETHER", 1)
    subjects = [tps(TEMPE_VILLAGE, number) for number in (1, 2, 3)] * 200
    steps = logistics.plan_many(wajo, [(one, {BOX: {"planned": 1}}) for one in subjects])
    next(steps)
    next(steps)
    steps.close()
    assert not logistics_register.count_shipments(wajo)


def test_what_was_received_of_a_shipment_that_is_deleted_elsewhere_stands_against_it(tmp_path: Path) -> None:
    """The PPK counts its boxes while the kabupaten takes the shipment out of the list: both learn of it."""
    with two_offices.opened(tmp_path) as two:
        kabupaten, tempe = two.kabupaten, two.tempe
        no = logistics.new_shipment(kabupaten, PPK, {BOX: {"planned": 5, "sent": 5}})
        two.carry(kabupaten, tempe)
        [there] = logistics_register.shipment_ids(tempe)
        logistics.delete_shipment(kabupaten, no)
        logistics.set_line(tempe, there, BOX, received=3)
        two.carry(kabupaten, tempe)
        two.carry(tempe, kabupaten)
        for desk in (kabupaten, tempe):
            assert [(one.kind, one.field) for one in disagreements.open_ones(desk)] == [("shipment_line", "")]
        [waiting] = disagreements.open_ones(kabupaten)
        disagreements.decide(kabupaten, waiting.record, waiting.kind, waiting.field, True)
        two.carry(kabupaten, tempe)
        for desk in (kabupaten, tempe):
            [one] = logistics_register.shipment_ids(desk)
            assert [line.received for line in logistics_register.shipment(desk, one).lines] == [3]
            assert progress.finish(checking.check(desk)).faults == ()
        assert checking.dangling(kabupaten) == []
