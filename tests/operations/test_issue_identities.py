# SPDX-License-Identifier: Apache-2.0
"""Names of who reported and who is accused: for those who may, at the office that wrote them, and nowhere else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.data import streams
from desk_app.domain import errors
from desk_app.journal.streams import ReaderClass
from desk_app.operations import (
    history,
    issue_detail,
    issue_identities,
    issue_register,
    issue_text,
    issues,
    papers,
    printing,
    search,
    sending,
)
from desk_app.operations.accounts import Role
from desk_app.operations.desk import Desk
from tests import two_offices
from tests.operators import at_the_keyboard
from tests.regency_offices import TEMPE_VILLAGE, tps

STATION = tps(TEMPE_VILLAGE, 1)
NAMES = {"reporter": "Siti Pelapor", "contact": "0812-000", "accused": "Kades Terlapor", "note": "minta dilindungi"}


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    with two_offices.opened(tmp_path) as made:
        yield made


def none_of(said: object) -> bool:
    return not [name for name in NAMES.values() if name in str(said)]


def identities_in(desk: Desk) -> list[str]:
    """The places of the confidential streams that an office holds anything of."""
    with desk.reading() as connection:
        return [
            one.scope.place
            for one in streams.all_streams(connection)
            if one.scope is not None and one.held and one.scope.reader_class is ReaderClass.CONFIDENTIAL
        ]


def test_written_read_altered_and_taken_back(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Politik uang", STATION, category="UNG")
    assert not issue_identities.is_known(wajo, no)
    assert issue_identities.identity(wajo, no) == issue_identities.Identity()
    record = issue_identities.write(wajo, no, **NAMES)
    assert issue_detail.issue(wajo, no).row.confidential
    assert issue_identities.write(wajo, no, note="") == record
    found = issue_identities.identity(wajo, no)
    assert (found.reporter, found.accused, found.note) == ("Siti Pelapor", "Kades Terlapor", "")
    history.undo(wajo)
    assert issue_identities.identity(wajo, no).note == "minta dilindungi"
    issue_identities.forget(wajo, no)
    assert not issue_identities.is_known(wajo, no)
    with pytest.raises(ValueError, match="nik"):
        issue_identities.write(wajo, no, nik="x")
    with pytest.raises(errors.NotFound):
        issue_identities.identity(wajo, 12345)


def test_who_may_know_and_who_may_not(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Politik uang", STATION, category="UNG")
    issue_identities.write(wajo, no, **NAMES)
    for role in (Role.VERIFIER, Role.LEADER, Role.ADMIN):
        with at_the_keyboard(wajo, role):
            assert issue_identities.identity(wajo, no).reporter == "Siti Pelapor"
    with at_the_keyboard(wajo, Role.OPERATOR):
        assert issue_identities.is_known(wajo, no)
        for way in (
            lambda: issue_identities.identity(wajo, no),
            lambda: issue_identities.write(wajo, no, note="x"),
            lambda: issue_identities.forget(wajo, no),
        ):
            with pytest.raises(errors.NotPermitted):
                way()


def test_nowhere_but_on_its_own_card(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Politik uang", STATION, category="UNG")
    issue_identities.write(wajo, no, **NAMES)
    found = issue_detail.issue(wajo, no)
    assert none_of(issue_register.issue_rows(wajo))
    assert none_of(found)
    assert none_of(issue_text.whatsapp_text(wajo, found))
    assert none_of(printing.make(wajo, papers.Asked(printing.DAILY)).text())
    assert none_of(printing.make(wajo, papers.Asked(printing.SPECIAL, issue=no)).text())
    assert all(none_of(search.search(wajo, name)) for name in ("Siti", "Terlapor", "0812"))
    undo = history.next_undo(wajo)
    assert undo is not None
    assert none_of(undo.title)


def test_a_kecamatan_s_names_do_not_reach_the_kabupaten_nor_the_other_way(two: two_offices.Two) -> None:
    below = issues.new_issue(two.tempe, "Politik uang", STATION, category="UNG")
    issue_identities.write(two.tempe, below, **NAMES)
    above = issues.new_issue(two.kabupaten, "Netralitas", STATION, category="NET")
    issue_identities.write(two.kabupaten, above, reporter="Orang Kabupaten")
    for source, target in ((two.tempe, two.kabupaten), (two.kabupaten, two.tempe)):
        sent = finish(sending.send(source, target.identity.place, two.stick))
        assert sent.changes > 0
        two.carry(source, target)
    assert identities_in(two.tempe) == ["73.13.06"]
    assert identities_in(two.kabupaten) == ["73.13"]
    # The issues themselves have come, and are confidential there too.
    for desk in (two.tempe, two.kabupaten):
        rows = issue_register.issue_rows(desk)
        assert [row.confidential for row in rows] == [True, True]
        known = [issue_identities.is_known(desk, row.no) for row in rows]
        assert sorted(known) == [False, True]
