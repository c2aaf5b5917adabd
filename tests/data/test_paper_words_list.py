# SPDX-License-Identifier: Apache-2.0
"""Words of papers are read of one election, place, kind and period."""

from pathlib import Path

from desk_app.data import paper_words_list
from desk_app.domain import records
from desk_app.operations.transact import transact
from tests import small_offices
from tests.small_offices import EVENT


def test_only_the_parts_of_that_paper(tmp_path: Path) -> None:
    with small_offices.make(tmp_path / "kantor").desk as desk:
        rows = [
            ((EVENT, "laporan-bulanan", period, part), {"text": text})
            for period, part, text in (("2024-02", "a", "x"), ("2024-02", "b", None), ("2024-01", "a", "y"))
        ]
        transact(desk, "tulisan", lambda unit: unit.put_many(records.PAPER_WORDS, rows))
        with desk.reading() as connection:
            found = paper_words_list.of_paper(connection, EVENT, "laporan-bulanan", "2024-02")
            other = paper_words_list.of_paper(connection, EVENT, "psu", "2024-02")
    assert found == {"a": "x"}
    assert other == {}
