# SPDX-License-Identifier: Apache-2.0
"""What differs is what the projection lists, before a transaction and now; a deciding change tells what it is about."""

from pathlib import Path

from desk_app.data import arrivals, decisions, rows
from desk_app.domain import records
from desk_app.operations import answers, disagreements
from tests import two_offices


def test_what_differs_now_and_what_differed_before(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        two.disagree()
        two.carry(two.tempe, two.kabupaten)
        desk = two.kabupaten
        with desk.reading() as connection:
            listed = rows.disputes(connection)
            assert len(listed) == 2
            for record, no, _kind in listed:
                assert set(decisions.differing(connection, record, no)) == set(
                    rows.standing_changes(connection, record, no)
                )
        [number] = [one for one in disagreements.open_ones(desk) if one.field == "quantity"]
        disagreements.decide(desk, number.record, "answer", "quantity", 6, "Surat PPK")
        with desk.reading() as connection:
            last = arrivals.latest(connection)
            field = records.ANSWER.field("quantity").no
            assert decisions.differing(connection, number.record, field) == ()
            before = decisions.differing(connection, number.record, field, before=last)
            assert set(before) == {side.key for side in number.sides}
            [one] = decisions.decided(connection, desk.now(), desk.now() + 1)
            assert (one.record, one.field, one.basis) == (number.record, field, "Surat PPK")
            assert decisions.settled_by(connection, one.change) == (number.record, records.ANSWER.no, field)
            assert decisions.bases(connection, [one.change]) == {one.change: "Surat PPK"}
            assert decisions.decided(connection, desk.now() + 1, desk.now() + 2) == []


def test_a_change_that_is_not_here_settles_nothing(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        answers.set_answer(two.kabupaten, two_offices.FIRST, two_offices.NUMBER, 8)
        with two.kabupaten.reading() as connection:
            assert decisions.settled_by(connection, 77 << 40) is None
            assert decisions.bases(connection, [77 << 40]) == {}
            assert decisions.decided(connection, 0, 1 << 40) == []
