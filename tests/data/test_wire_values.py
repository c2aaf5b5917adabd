# SPDX-License-Identifier: Apache-2.0
"""What goes into a change is checked first; references are what another office reads too; bytes are read again."""

from collections.abc import Callable

import pytest

from desk_app.data import schema, streams, wire_values
from desk_app.domain import errors, records
from desk_app.journal import codec
from desk_app.journal.change import Change, ChangeKind
from tests.data.all_written import written
from tests.data.offices import EVENT, VILLAGE, Office

MakeOffice = Callable[[str], Office]
STATION = (EVENT, VILLAGE, 1)


def test_a_follow_up_to_nothing_is_refused(office: MakeOffice) -> None:
    with pytest.raises(errors.NotFound):
        office("73.13").write(lambda unit: unit.create(records.FOLLOW_UP, {"text": "ditinjau"}))


def test_a_value_beyond_its_limits_is_refused_and_writes_nothing(office: MakeOffice) -> None:
    one = office("73.13.06")
    with pytest.raises(errors.Refused, match="DPT laki-laki"):
        one.write(lambda unit: unit.put(records.STATION, STATION, {"dpt_male": -1}))
    assert written(one) == []


def test_a_reference_is_told_by_the_change_that_made_what_it_names(office: MakeOffice) -> None:
    one = office("73.13")
    issue = one.write(lambda unit: unit.create(records.ISSUE, {"event": EVENT, "place": VILLAGE, "title": "banjir"}))
    field = records.FOLLOW_UP.field("issue")
    with one.store.reading() as connection:
        book = streams.StreamBook(connection)
        wire = wire_values.WireValues(book, book.by_no(issue >> schema.SHIFT).replica)
        assert wire.value(field, issue) == book.dot(issue)
        wire.require_there(field, issue)
        with pytest.raises(errors.NotFound):
            wire.require_there(field, issue + 1)


def test_bytes_that_do_not_say_what_was_meant_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    change = Change(ChangeKind.CREATE, records.ISSUE.no, None, {1: "banjir"})
    stream = bytes(16)
    body = wire_values.encoded(change, stream)
    assert codec.decode(body, stream) == change
    monkeypatch.setattr(codec, "encode", lambda *_given: body.replace(b"banjir", b"bbnjir"))
    with pytest.raises(errors.Refused, match="rusak di memori"):
        wire_values.encoded(change, stream)
