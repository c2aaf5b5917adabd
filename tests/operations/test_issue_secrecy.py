# SPDX-License-Identifier: Apache-2.0
"""What is kept in confidence: masked for everybody in lists, closed to operators but its writer, in every way in."""

from collections.abc import Callable

import pytest

from desk_app.data import authors
from desk_app.domain import errors
from desk_app.operations import (
    daily_reports,
    history,
    issue_batches,
    issue_deeds,
    issue_detail,
    issue_links,
    issue_look_alikes,
    issue_places,
    issue_register,
    issues,
    papers,
    printing,
    search,
    values,
)
from desk_app.operations.accounts import Role
from desk_app.operations.desk import Desk
from tests.operators import at_the_keyboard
from tests.regency_offices import TEMPE_VILLAGE, tps

STATION = tps(TEMPE_VILLAGE, 1)
TITLE = "Kades Anu membagi amplop"
SECRETS = ("Anu", "amplop", "gudang rahasia", "Bapak Saksi", "ditanyai")


@pytest.fixture
def secret(wajo: Desk) -> int:
    no = issues.new_issue(
        wajo, TITLE, STATION, category="UNG", confidential=True, description="di gudang rahasia", reporter="Bapak Saksi"
    )
    issue_deeds.follow_up(wajo, no, "Kades ditanyai")
    return no


def none_of(text: object) -> bool:
    return not [word for word in SECRETS if word in str(text)]


def test_lists_copies_and_searches_show_its_category_to_everybody(wajo: Desk, secret: int) -> None:
    [row] = issue_register.issue_rows(wajo)
    assert (row.title, row.last_text, row.number) == ("Dirahasiakan (Politik uang)", "", "WAJ-0001")
    assert none_of(row)
    assert none_of(search.search(wajo, "WAJ-0001"))
    assert [hit for hit in search.search(wajo, "amplop") if hit.target.record == secret] == []
    assert none_of(issue_look_alikes.look_alikes(wajo, "", STATION))
    issues.edit_issue(wajo, secret, impact="gelisah")
    undo = history.next_undo(wajo)
    assert undo is not None
    assert none_of(undo.title)
    assert none_of(values.Speaker(wajo).value("log_entry", "issue", secret))


def test_admin_verifikator_and_pimpinan_read_it(wajo: Desk, secret: int) -> None:
    for role in (Role.ADMIN, Role.VERIFIER, Role.LEADER):
        with at_the_keyboard(wajo, role):
            found = issue_detail.issue(wajo, secret)
            assert (found.title, found.hidden, found.reporter) == (TITLE, False, "Bapak Saksi")
            assert issue_register.issue_rows(wajo, issue_register.IssueFilter(text="amplop"))


def test_an_operator_sees_that_it_is_there_and_no_more(wajo: Desk, secret: int) -> None:
    with at_the_keyboard(wajo, Role.OPERATOR):
        found = issue_detail.issue(wajo, secret)
        assert found.hidden
        assert found.verbs == ()
        assert none_of(found)
        assert issue_register.issue_rows(wajo, issue_register.IssueFilter(text="amplop")) == []
        by_number = issue_register.IssueFilter(text="waj-0001")
        assert [row.no for row in issue_register.issue_rows(wajo, by_number)] == [secret]


def test_every_way_to_work_on_it_is_closed_to_an_operator(wajo: Desk, secret: int) -> None:
    with at_the_keyboard(wajo, Role.OPERATOR):
        other = issues.new_issue(wajo, "Lain", STATION)
        ways: tuple[Callable[[], object], ...] = (
            lambda: issue_deeds.follow_up(wajo, secret, "x"),
            lambda: issues.edit_issue(wajo, secret, title="x"),
            lambda: issues.edit_issue(wajo, secret, confidential=None),
            lambda: issues.delete_issue(wajo, secret),
            lambda: issue_places.add(wajo, secret, [tps(TEMPE_VILLAGE, 2)]),
            lambda: issue_links.link(wajo, other, secret),
            lambda: printing.make(wajo, papers.Asked(printing.SPECIAL, issue=secret)),
        )
        for way in ways:
            with pytest.raises(errors.NotPermitted, match="dirahasiakan"):
                way()
        outcome = issue_batches.edit(wajo, [secret, other], severity="tinggi")
        assert (outcome.done, [one.no for one in outcome.refused]) == ((other,), [secret])
    assert issue_detail.issue(wajo, secret).title == TITLE


def test_who_wrote_it_down_goes_on_with_it(wajo: Desk) -> None:
    with at_the_keyboard(wajo, Role.OPERATOR, "Besse"):
        own = issues.new_issue(wajo, TITLE, STATION, category="UNG", confidential=True)
        issue_deeds.follow_up(wajo, own, "Kades ditanyai")
        assert issue_detail.issue(wajo, own).title == TITLE
    with at_the_keyboard(wajo, Role.OPERATOR, "Cenning"):
        assert issue_detail.issue(wajo, own).hidden


def test_it_is_counted_and_not_told_in_the_daily_report(wajo: Desk, secret: int) -> None:
    daily_reports.write_report(wajo, situation="Aman.")
    said = printing.make(wajo, papers.Asked(printing.DAILY)).text()
    assert none_of(said)
    assert "1 (satu) permasalahan bersifat rahasia" in said


def test_what_is_not_confidential_is_open_to_operators(wajo: Desk) -> None:
    no = issues.new_issue(wajo, "Tinta kurang", STATION)
    with at_the_keyboard(wajo, Role.OPERATOR):
        issue_deeds.follow_up(wajo, no, "Diminta")
        assert not issue_detail.issue(wajo, no).hidden
    with wajo.reading() as connection:
        assert authors.of_changes(connection, [no])[no].operator == "Andi"
