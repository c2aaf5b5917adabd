# SPDX-License-Identifier: Apache-2.0
"""The register of papers and the list of signatories, as they are kept."""

from desk_app.data import printed_list
from desk_app.domain import records
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests.small_offices import EVENT


def test_papers_come_the_last_first_and_are_found_by_words(wajo: Desk) -> None:
    for at, title, number in ((10, "Laporan Harian Tempe", "005/7"), (20, "Susunan Tim 50%", None)):
        values = {"event": EVENT, "kind": "x", "title": title, "number": number, "at": at, "code": f"C-{at}"}
        transact(wajo, "Naskah", lambda unit, values=values: unit.create(records.PRINTED, values))
    with wajo.reading() as connection:
        assert [row.at for row in printed_list.printed(connection, EVENT)] == [20, 10]
        assert [row.at for row in printed_list.printed(connection, EVENT, "harian tempe")] == [10]
        assert [row.at for row in printed_list.printed(connection, EVENT, "50%")] == [20]
        assert printed_list.printed(connection, EVENT, "5_%") == []
        assert printed_list.printed(connection, "pilkada-2024") == []
        last = printed_list.last(connection, EVENT, "x", "Susunan Tim 50%")
        assert last is not None
        assert (last.code, last.as_of) == ("C-20", 0)
        assert printed_list.last(connection, EVENT, "y", "Susunan Tim 50%") is None
        assert printed_list.find(connection, EVENT, "x", "C-10", "005/7")
        assert printed_list.find(connection, EVENT, "x", "C-20", "")
        assert printed_list.find(connection, EVENT, "x", "C-20", "005/7") is None


def test_signatories_stand_in_their_order(wajo: Desk) -> None:
    for office, position in (("Camat", 2), ("Sekretaris Camat", 1)):
        values = {"office": office, "position": position}
        transact(wajo, "Penanda tangan", lambda unit, values=values: unit.create(records.SIGNATORY, values))
    with wajo.reading() as connection:
        assert [row.office for row in printed_list.signatories(connection)] == ["Sekretaris Camat", "Camat"]


def test_the_last_issue_is_one_about_the_same(wajo: Desk) -> None:
    made: dict[str, int] = {}
    for at, about in enumerate(("record 5", "", "record 7"), start=1):
        values = {"event": EVENT, "kind": "x", "title": "Surat", "at": at, "code": f"K{at}", "about": about}
        made[about] = transact(wajo, "uji", lambda unit, values=values: unit.create(records.PRINTED, values))
    with wajo.reading() as connection:
        for about, expected in (("record 7", "record 7"), ("record 5", ""), ("", "record 7")):
            last = printed_list.last(connection, EVENT, "x", "Surat", about)
            assert last is not None
            assert last.no == made[expected], about
        assert printed_list.replaced_by(connection, made[""]) is None
        assert printed_list.one(connection, made[""] + 99) is None
    newer = transact(
        wajo, "uji", lambda unit: unit.create(records.PRINTED, {"event": EVENT, "at": 9, "replaces": made[""]})
    )
    with wajo.reading() as connection:
        found = printed_list.replaced_by(connection, made[""])
        assert found is not None
        assert found.no == newer
        assert printed_list.replaced(connection) == {made[""]: newer}
