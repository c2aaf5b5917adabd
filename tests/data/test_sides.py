# SPDX-License-Identifier: Apache-2.0
"""Which values of a field stand side by side, and which ones a transaction settled."""

from pathlib import Path

from desk_app.data import arrivals, rows, sides, streams
from desk_app.domain import records
from desk_app.operations import answers, disagreements
from tests import two_offices


def test_the_values_that_differ_and_those_that_were_settled(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        two.disagree()
        two.carry(two.tempe, two.kabupaten)
        number = next(one for one in disagreements.open_ones(two.kabupaten) if one.field == "quantity")
        no = records.ANSWER.field("quantity").no
        with two.kabupaten.reading() as connection:
            book = streams.StreamBook(connection)
            standing = sides.standing(connection, book, number.record, no)
            before = arrivals.latest(connection)
            assert sides.settled(connection, book, number.record, before) == {}, "it began with this import"
        assert sorted(standing) == [4, 5]
        assert standing[-1] == number.shown
        answers.set_answers(two.kabupaten, [(two_offices.SECOND, two_offices.NUMBER, 6, None)])
        with two.kabupaten.reading() as connection:
            book = streams.StreamBook(connection)
            assert no not in rows.disputed_fields(connection, number.record)
            settled = sides.settled(connection, book, number.record, arrivals.latest(connection))
        assert sorted(settled[no]) == [4, 5]
