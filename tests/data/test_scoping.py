# SPDX-License-Identifier: Apache-2.0
"""A record stands in the scope of what it hangs on, or of its event and place, and is not moved to another one."""

from collections.abc import Callable
from typing import Any

import pytest

from desk_app.data.scoping import scope_place
from desk_app.data.unit_of_work import Unit
from desk_app.domain import errors, records
from desk_app.journal.streams import ReaderClass, Scope
from tests.data.all_written import written
from tests.data.offices import EVENT, VILLAGE, Office

MakeOffice = Callable[[str], Office]
SETTING = ("73.13", "paper")


def test_a_follow_up_stands_in_the_scope_of_its_issue(office: MakeOffice) -> None:
    one = office("73.13")

    def both(unit: Unit) -> None:
        issue = unit.create(records.ISSUE, {"event": EVENT, "place": VILLAGE, "title": "banjir"})
        unit.create(records.FOLLOW_UP, {"issue": issue, "text": "ditinjau"})

    one.write(both)
    assert {stream.scope for stream, _ in written(one)} == {Scope(EVENT, "73.13.06", ReaderClass.OPEN)}


@pytest.mark.parametrize(("declared", "key", "values", "scope"), [
    (records.SETTING, SETTING, {"value": "A4"}, Scope("", "73.13", ReaderClass.INTERNAL)),
    (records.REGION, (EVENT, "73.13.06"), {"name": "Tempe"}, Scope(EVENT, "73.13.06", ReaderClass.SHARED_DOWN)),
    (records.ANSWER, (EVENT, f"{VILLAGE}-001", "log.hujan"), {}, Scope(EVENT, "73.13.06", ReaderClass.OPEN)),
    (records.ANSWER, (EVENT, "73.13/gudang", "x"), {}, Scope(EVENT, "73.13", ReaderClass.OPEN)),
], ids=["setting", "region", "answer about a TPS", "answer about a gudang"])
def test_who_may_receive_it(
    office: MakeOffice, declared: records.RecordType, key: tuple[Any, ...], values: dict[str, Any], scope: Scope
) -> None:
    one = office("73.13")
    one.write(lambda unit: unit.put(declared, key, values))
    assert written(one)[0][0].scope == scope


@pytest.mark.parametrize(("subject", "place"), [
    ("73.13.06.1001-005", "73.13.06"), ("73.13.06.1001", "73.13.06"), ("73.13.06/ppk", "73.13.06"),
    ("73.13/gudang", "73.13"), ("73.13", "73.13"), ("73", "73"), ("0", "0"),
])
def test_the_place_of_a_scope(subject: str, place: str) -> None:
    assert scope_place(subject) == place


@pytest.mark.parametrize(
    "values", [{"place": "73.13.07.1001"}, {"place": "73.13"}, {"event": "pilkada-2024"}, {"event": ""}]
)
def test_a_record_is_not_moved_to_another_scope(office: Callable[[str], Office], values: dict[str, str]) -> None:
    """Its stream would be set aside wherever it came to."""
    wajo = office("73.13")
    issue = {"event": EVENT, "place": VILLAGE, "title": "Banjir"}
    no = wajo.write(lambda unit: unit.create(records.ISSUE, issue))
    with pytest.raises(errors.Refused, match="tidak dapat dipindah"):
        wajo.write(lambda unit: unit.set(records.ISSUE, no, values))
    wajo.write(lambda unit: unit.set(records.ISSUE, no, {"place": f"{VILLAGE}-003", "event": EVENT}))


def test_a_follow_up_stays_with_an_issue_of_its_scope(office: Callable[[str], Office]) -> None:
    wajo = office("73.13")

    def issue(village: str) -> int:
        values = {"event": EVENT, "place": village, "title": "Banjir"}
        return wajo.write(lambda unit: unit.create(records.ISSUE, values))

    here, beside, elsewhere = issue(VILLAGE), issue(VILLAGE), issue("73.13.07.1001")
    no = wajo.write(lambda unit: unit.create(records.FOLLOW_UP, {"issue": here, "text": "x"}))
    wajo.write(lambda unit: unit.set(records.FOLLOW_UP, no, {"issue": beside}))
    with pytest.raises(errors.Refused, match="tidak dapat dipindah"):
        wajo.write(lambda unit: unit.set(records.FOLLOW_UP, no, {"issue": elsewhere}))
