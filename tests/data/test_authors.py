# SPDX-License-Identifier: Apache-2.0
"""Who made a change and when, by the names that are known here."""

from desk_app.data import authors
from desk_app.operations import issues
from desk_app.operations.desk import Desk
from tests.small_offices import NOW


def test_the_operator_and_the_office(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Banjir")
    with wajo.reading() as connection:
        found = authors.of_changes(connection, [no, no, 12345])
    assert found == {no: authors.Authored(NOW, "Andi", wajo.identity.name)}
