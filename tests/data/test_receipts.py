# SPDX-License-Identifier: Apache-2.0
"""In which streams the changes of records stand, and how far."""

from pathlib import Path

from desk_app.data import receipts, streams
from desk_app.journal.streams import ReaderClass
from desk_app.operations import answers, issue_deeds, issues
from tests import small_offices


def test_the_last_change_of_each_stream_counts(tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "office", stations=700).desk as desk:
        first = small_offices.station(1)
        with desk.reading() as connection:
            stations = set(connection.exec_driver_sql("SELECT no FROM station").scalars())
            whole = receipts.reach(connection, stations)
            [stream] = [one for one in streams.all_streams(connection) if one.id in whole]
            assert len(stations) == 700
            assert whole == {stream.id: max(stations) & streams.MASK}
            assert receipts.reach(connection, ()) == {}
        answers.set_answer(desk, first, "log.tinta", "1")
        issue = issues.new_issue(desk, "Jalan putus", first)
        issue_deeds.follow_up(desk, issue, "Dilaporkan")
        with desk.reading() as connection:
            village, number = first[:13], 1
            about = receipts.of_station(connection, small_offices.EVENT, village, number, first)
            assert len(about) == 2
            assert len(receipts.of_issue(connection, issue)) == 2
            scopes = receipts.scopes(connection, receipts.reach(connection, about))
    assert {one.place for one in scopes} == {small_offices.DISTRICT}
    assert ReaderClass.OPEN in {one.reader_class for one in scopes}
