# SPDX-License-Identifier: Apache-2.0
"""Parts of deleted records: those that live, that went along, that were left behind."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.data import parts, unit_of_work
from desk_app.domain import records
from desk_app.operations import issue_deeds, issues, logistics
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import regency_offices


@pytest.fixture
def wajo(tmp_path: Path) -> Iterator[Desk]:
    with regency_offices.make(tmp_path) as desk:
        yield desk


def test_the_parts_of_an_issue_are_found_whatever_they_are(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Kotak basah", regency_offices.tps(regency_offices.TEMPE_VILLAGE, 1),
                           further=[regency_offices.tps(regency_offices.TEMPE_VILLAGE, 2)])
    said = issue_deeds.follow_up(wajo, no, "Dilihat")
    with wajo.reading() as connection:
        found = parts.living(connection, records.ISSUE, no)
        assert {kind.name for kind, _part in found} == {"follow_up", "issue_place"}
        assert (records.FOLLOW_UP, said) in found
        assert parts.deleted(connection, records.ISSUE, no) == []
        assert parts.left(connection) == []
        assert parts.whole_of(connection, records.FOLLOW_UP, said) == (records.ISSUE, no)
        assert parts.whole_of(connection, records.ISSUE, no) is None


def test_only_a_living_part_of_a_deleted_record_is_left_behind(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Kotak basah")
    first, second = (issue_deeds.follow_up(wajo, no, text) for text in ("Dilihat", "Diganti"))

    def work(unit: unit_of_work.Unit) -> None:
        unit.delete(records.ISSUE, no)
        unit.delete(records.FOLLOW_UP, first)

    transact(wajo, "hapus", work)
    with wajo.reading() as connection:
        assert parts.left(connection) == [parts.Left(second, records.FOLLOW_UP.no, no, records.ISSUE.no)]
        assert parts.deleted(connection, records.ISSUE, no) == [(records.FOLLOW_UP, first)]


def test_the_lines_of_a_shipment_go_and_come_with_it(wajo: Desk) -> None:
    no = logistics.new_shipment(wajo, f"{regency_offices.TEMPE}/ppk", {"log.kotak.ppwp": {"planned": 2}})
    logistics.delete_shipment(wajo, no)
    with wajo.reading() as connection:
        [(kind, _line)] = parts.deleted(connection, records.SHIPMENT, no)
        assert kind is records.SHIPMENT_LINE
        assert parts.living(connection, records.SHIPMENT, no) == []
        assert parts.left(connection) == []


def test_every_part_names_its_whole_by_its_parent() -> None:
    for kinds in parts.OF.values():
        assert all(kind.parent for kind in kinds)
