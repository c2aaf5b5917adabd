# SPDX-License-Identifier: Apache-2.0
"""What rides with a package stays within bounds, whatever others have said and written."""

import secrets
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.exchange import package, statements
from desk_app.journal import streams
from desk_app.journal.streams import ReaderClass
from desk_app.operations import destinations, package_parts, receiving
from tests import crafted, two_offices


def carried(two: two_offices.Two) -> tuple[statements.Statement, ...]:
    path = two.send(two.kabupaten, two.tempe)
    return package.unseal(package.read(path), secrets=[two.tempe.identity.box]).statements


def test_the_words_of_one_office_leave_room_for_those_of_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with two_offices.opened(tmp_path) as two:
        flood = tuple(
            statements.make_statement(
                two.tempe.identity.seed,
                replica=streams.replica_id(two.tempe.identity.public, secrets.token_bytes(16)),
                version=1,
                place="73.13.06",
                reader_class=ReaderClass.OPEN,
                held=[statements.Held(secrets.token_bytes(16), 1, bytes(32)) for _ in range(100)],
            )
            for _ in range(20)
        )
        path = crafted.write(tmp_path / "x.desk", two.tempe, two.kabupaten, number=9, statements=flood)
        finish(receiving.receive(two.kabupaten, [path]))
        own = two.kabupaten.identity.public
        assert sum(one.office_key != own for one in carried(two)) > 20
        monkeypatch.setattr(package_parts, "MOST_OF_ONE", 5 * (len(flood[0].to_wire()) + 64))
        told = carried(two)
        assert 0 < sum(one.office_key != own for one in told) <= 10
        assert any(one.office_key == own for one in told)


def test_an_office_says_no_more_of_its_streams_than_others_can_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with two_offices.opened(tmp_path) as two:
        reads = destinations.reader(two.kabupaten, "73.13.06")
        with two.kabupaten.reading() as connection:
            whole = package_parts.statements_of(two.kabupaten, connection, reads, 1)
            most = max(len(one.held) for one in whole)
            assert most > 1
            monkeypatch.setattr(statements, "MOST_STREAMS", most - 1)
            cut = package_parts.statements_of(two.kabupaten, connection, reads, 1)
        assert max(len(one.held) for one in cut) == most - 1
        assert len(cut) == len(whole)
