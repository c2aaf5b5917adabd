# SPDX-License-Identifier: Apache-2.0
"""Catatan ganda: found, merged, renumbered, told apart; counted once, undone, and the same at both offices."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from desk_app.base.progress import finish
from desk_app.data import schema
from desk_app.domain import duplicates as rules
from desk_app.domain import errors, records
from desk_app.domain import issues as issue_rules
from desk_app.operations import (
    checking,
    checklist_pages,
    days,
    disagreements,
    duplicates,
    history,
    issue_counts,
    issue_deeds,
    issue_detail,
    issue_register,
    issues,
    logbook,
    search,
    standing,
    teams,
    todo,
)
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import acquainted, regency_offices, two_offices

PLACE = two_offices.FIRST
HIGH = issue_rules.Severity.URGENT.value


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    with two_offices.opened(tmp_path) as made:
        yield made


@pytest.fixture
def tempe(two: two_offices.Two) -> Desk:
    return two.tempe


def new(desk: Desk, title: str = "Listrik padam", place: str = PLACE, **more: object) -> int:
    return issues.new_issue(desk, title, place, category="LIS", **more)


def titles(desk: Desk) -> list[str]:
    return sorted(row.title for row in issue_register.issue_rows(desk))


def found(desk: Desk, title: str) -> int:
    """The record of the issue with a title here, merged or not."""
    issue = schema.by_name["issue"]
    with desk.reading() as connection:
        return int(connection.execute(select(issue.c.no).where(issue.c.title == title)).scalar_one())


def states(desk: Desk) -> set[str]:
    with desk.reading() as connection:
        query = select(schema.readiness.c.state).where(schema.readiness.c.subject == PLACE)
        return set(connection.execute(query).scalars())


def number(desk: Desk, no: int, value: str) -> None:
    transact(desk, "x", lambda unit: unit.set(records.ISSUE, no, {"number": value}), kind="setup")


def test_what_looks_like_one_issue_is_listed(tempe: Desk) -> None:
    one, other = new(tempe), new(tempe, "Padam listrik sejak subuh")
    new(tempe, "Atap bocor")
    new(tempe, "Listrik padam", two_offices.SECOND)
    [clash] = duplicates.clashes(tempe)
    assert (clash.kind, clash.group.records, clash.group.reasons) == ("issue", (one, other), (rules.Reason.ALIKE,))
    assert clash.merging
    assert not clash.renumbering
    [waiting] = [line for line in todo.todo(tempe) if line.kind is todo.TodoKind.DUPLICATE]
    assert waiting.words == "1 catatan ganda perlu diperiksa"


def test_a_merged_issue_is_counted_once_and_nothing_of_it_is_lost(tempe: Desk) -> None:
    one = new(tempe, severity=HIGH)
    other = new(tempe, "Listrik padam total", severity=HIGH, advice="Pakai genset")
    issue_deeds.follow_up(tempe, one, "PLN dihubungi", "PLN")
    issue_deeds.follow_up(tempe, other, "Genset dikirim", "BPBD")
    before = issue_detail.issue(tempe, other).row.number
    duplicates.merge(tempe, one, [other])
    assert titles(tempe) == ["Listrik padam"]
    detail = issue_detail.issue(tempe, one)
    assert [entry.text for entry in detail.thread] == ["PLN dihubungi", "Genset dikirim"]
    assert [(part.number, part.advice) for part in detail.merged] == [(before, "Pakai genset")]
    assert detail.row.followed_up == 2
    assert detail.row.last_text == "Genset dikirim"
    counts = issue_counts.counts(tempe)
    assert (counts.open, counts.total) == (1, 1)
    assert counts.per_day[-1].reported == 1
    assert checklist_pages.checklist_page(tempe, PLACE).open_issues == 1
    assert duplicates.count(tempe) == 0
    assert history.history(tempe, other)[-1].fields[0].field == "merged_into"
    assert finish(checking.check(tempe)).faults == ()


def test_its_number_and_its_words_lead_to_the_one_that_is_shown(tempe: Desk) -> None:
    one, other = new(tempe), new(tempe, "Listrik padam total")
    name = issue_detail.issue(tempe, other).row.number
    duplicates.merge(tempe, one, [other])
    assert issue_register.issue_number(tempe, name.lower()) == one
    assert issue_detail.issue(tempe, other).row.no == one
    assert [row.no for row in issue_register.issue_rows(tempe, issue_register.IssueFilter(text=name))] == [one]
    assert [row.no for row in issue_register.issue_rows(tempe, issue_register.IssueFilter(text="total"))] == [one]
    hit = next(hit for hit in search.search(tempe, name) if hit.kind is search.FoundKind.ISSUE)
    assert hit.target.record == one
    assert hit.detail == f"digabung ke {issue_detail.issue(tempe, one).row.number}"
    # What is done with it by a window that showed it before is done with the one that is shown.
    issue_deeds.close_issue(tempe, other, "Menyala")
    assert issue_detail.issue(tempe, one).row.state is issue_rules.State.DONE


def test_the_item_it_was_raised_from_is_not_raised_again(tempe: Desk) -> None:
    one = new(tempe)
    other = issues.issue_from_answer(tempe, PLACE, two_offices.YES_NO)
    duplicates.merge(tempe, one, [other])
    with pytest.raises(errors.Refused, match="sudah dicatat"):
        issues.issue_from_answer(tempe, PLACE, two_offices.YES_NO)
    issue_deeds.close_issue(tempe, one)
    assert issues.issue_from_answer(tempe, PLACE, two_offices.YES_NO)


def test_a_line_of_the_book_names_the_one_that_is_shown(tempe: Desk) -> None:
    one = new(tempe)
    other = logbook.promote(tempe, logbook.add_line(tempe, "Listrik padam total"), place=PLACE)
    duplicates.merge(tempe, one, [other])
    [line] = logbook.lines(tempe)
    assert (line.issue, line.issue_number) == (one, issue_detail.issue(tempe, one).row.number)


def test_readiness_follows(tempe: Desk) -> None:
    one, other = new(tempe, severity="rendah"), new(tempe, severity=HIGH)
    assert states(tempe) == {"masalah"}
    duplicates.merge(tempe, one, [other])
    assert states(tempe) == set()
    # The one that is shown is struck out elsewhere: the other one stands for itself again.
    transact(tempe, "x", lambda unit: unit.delete(records.ISSUE, one))
    assert states(tempe) == {"masalah"}
    assert len(issue_register.issue_rows(tempe)) == 1


def test_deleted_together_and_back_together(tempe: Desk) -> None:
    one, other = new(tempe), new(tempe)
    duplicates.merge(tempe, one, [other])
    issues.delete_issue(tempe, one)
    assert titles(tempe) == []
    history.undo(tempe)
    assert titles(tempe) == ["Listrik padam"]
    assert issue_detail.issue(tempe, other).row.no == one


def test_undone_at_once_and_separated_days_later(tempe: Desk) -> None:
    one, other = new(tempe), new(tempe)
    duplicates.merge(tempe, one, [other])
    history.undo(tempe)
    assert len(titles(tempe)) == 2
    assert duplicates.count(tempe) == 1
    history.redo(tempe)
    assert len(titles(tempe)) == 1
    new(tempe, "Atap bocor")
    [said] = duplicates.said(tempe)
    assert (said.record, said.one, said.merged) == (other, one, True)
    duplicates.separate(tempe, said.record)
    assert duplicates.said(tempe) == []
    assert len(titles(tempe)) == 3


def test_another_one_can_be_kept_instead(tempe: Desk) -> None:
    one, other, third = new(tempe, "Padam A"), new(tempe, "Padam B"), new(tempe, "Padam C")
    duplicates.merge(tempe, one, [other, third])
    duplicates.merge(tempe, other, [one])
    assert titles(tempe) == ["Padam B"]
    assert {part.no for part in issue_detail.issue(tempe, other).merged} == {one, third}


@pytest.fixture
def strangers(tmp_path: Path) -> Iterator[two_offices.Two]:
    """Offices that have each written an issue before they heard of each other."""
    with (
        regency_offices.make(tmp_path / "kabupaten") as wajo,
        two_offices.kecamatan(tmp_path / "tempe", regency_offices.TEMPE) as tempe,
    ):
        new(tempe, "Padam A")
        new(wajo, "Padam B")
        acquainted.introduce(wajo, tempe)
        (tmp_path / "stick").mkdir()
        yield two_offices.Two(wajo, tempe, tmp_path / "stick")


def test_offices_that_merge_in_opposite_directions_show_the_same_one(strangers: two_offices.Two) -> None:
    two = strangers
    one, other = found(two.tempe, "Padam A"), found(two.kabupaten, "Padam B")
    issue_deeds.follow_up(two.tempe, one, "satu")
    issue_deeds.follow_up(two.kabupaten, other, "dua")
    two.carry(two.tempe, two.kabupaten)
    two.carry(two.kabupaten, two.tempe)
    # Which of them has the smaller number here differs from office to office.
    assert (one < found(two.tempe, "Padam B")) is not (found(two.kabupaten, "Padam A") < other)
    duplicates.merge(two.tempe, one, [found(two.tempe, "Padam B")])
    duplicates.merge(two.kabupaten, other, [found(two.kabupaten, "Padam A")])
    assert titles(two.tempe) != titles(two.kabupaten)
    two.carry(two.tempe, two.kabupaten)
    two.carry(two.kabupaten, two.tempe)
    assert titles(two.tempe) == titles(two.kabupaten)
    assert len(titles(two.tempe)) == 1
    [shown] = issue_register.issue_rows(two.kabupaten)
    assert shown.followed_up == 2
    for desk in (two.tempe, two.kabupaten):
        assert duplicates.count(desk) == 0
        assert finish(checking.check(desk)).faults == ()
    # Whoever looks at it says which one it shall be, and that holds everywhere.
    wanted = next(title for title in ("Padam A", "Padam B") if title not in titles(two.tempe))
    duplicates.merge(two.kabupaten, found(two.kabupaten, wanted), [shown.no])
    two.carry(two.kabupaten, two.tempe)
    assert titles(two.tempe) == titles(two.kabupaten) == [wanted]


def test_merged_into_two_different_ones_is_a_disagreement(two: two_offices.Two) -> None:
    numbers = {title: new(two.tempe, title) for title in ("Padam A", "Padam B", "Padam C")}
    two.carry(two.tempe, two.kabupaten)
    duplicates.merge(two.tempe, numbers["Padam A"], [numbers["Padam C"]])
    duplicates.merge(two.kabupaten, found(two.kabupaten, "Padam B"), [found(two.kabupaten, "Padam C")])
    two.carry(two.tempe, two.kabupaten)
    two.carry(two.kabupaten, two.tempe)
    assert titles(two.tempe) == titles(two.kabupaten) == ["Padam A", "Padam B"]
    for desk in (two.tempe, two.kabupaten):
        assert [one.field for one in disagreements.open_ones(desk)] == ["merged_into"]


def test_edited_elsewhere_meanwhile(two: two_offices.Two) -> None:
    one, other = new(two.tempe, "Padam A"), new(two.tempe, "Padam B")
    two.carry(two.tempe, two.kabupaten)
    duplicates.merge(two.tempe, one, [other])
    issue_deeds.follow_up(two.kabupaten, found(two.kabupaten, "Padam B"), "PLN dihubungi")
    two.carry(two.kabupaten, two.tempe)
    assert [entry.text for entry in issue_detail.issue(two.tempe, one).thread] == ["PLN dihubungi"]
    assert disagreements.open_ones(two.tempe) == []


def test_what_is_two_is_not_asked_again_at_any_office(two: two_offices.Two) -> None:
    one, other = new(two.tempe), new(two.tempe)
    duplicates.tell_apart(two.tempe, [one, other])
    assert duplicates.count(two.tempe) == 0
    assert len(titles(two.tempe)) == 2
    two.carry(two.tempe, two.kabupaten)
    assert duplicates.count(two.kabupaten) == 0
    third = new(two.tempe)
    assert [clash.group.records for clash in duplicates.clashes(two.tempe)] == [(one, other, third)]
    duplicates.tell_apart(two.tempe, [one, other, third])
    assert len(duplicates.said(two.tempe)) == 3
    history.undo(two.tempe)
    assert duplicates.count(two.tempe) == 1
    [said] = duplicates.said(two.tempe)
    duplicates.ask_again(two.tempe, said.record)
    assert duplicates.said(two.tempe) == []


def test_one_number_twice_gets_another_and_the_old_one_is_found(two: two_offices.Two) -> None:
    one, other = new(two.tempe, "Padam"), new(two.tempe, "Atap bocor")
    old = issue_detail.issue(two.tempe, one).row.number
    number(two.tempe, other, old)
    [clash] = duplicates.clashes(two.tempe)
    assert clash.renumbering
    assert duplicates.renumber(two.tempe, other) == f"{two.tempe.identity.register}-0002"
    assert duplicates.count(two.tempe) == 0
    detail = issue_detail.issue(two.tempe, other)
    assert (detail.row.number, detail.former_numbers) == (f"{two.tempe.identity.register}-0002", (old,))
    assert issue_register.issue_number(two.tempe, old) == one, "a number that stands comes before a former one"
    chosen = issue_register.IssueFilter(text=old)
    assert {row.no for row in issue_register.issue_rows(two.tempe, chosen)} == {one, other}
    issues.delete_issue(two.tempe, one)
    assert issue_register.issue_number(two.tempe, old) == other
    two.carry(two.tempe, two.kabupaten)
    assert issue_register.issue_number(two.kabupaten, old) == found(two.kabupaten, "Atap bocor")


def test_of_different_kecamatan_nothing_is_merged(two: two_offices.Two) -> None:
    kabupaten = two.kabupaten
    one, other = new(kabupaten), new(kabupaten, place="73.13.07.1003-001")
    number(kabupaten, other, issue_detail.issue(kabupaten, one).row.number)
    [clash] = duplicates.clashes(kabupaten)
    assert (clash.merging, clash.renumbering) == (False, True)
    with pytest.raises(errors.Refused, match="wilayah yang berbeda"):
        duplicates.merge(kabupaten, one, [other])
    duplicates.tell_apart(kabupaten, [one, other])
    assert duplicates.count(kabupaten) == 0
    two.carry(kabupaten, two.tempe)
    table = schema.by_name["told_apart"]
    with two.tempe.reading() as connection:
        assert connection.execute(select(table)).all() == [], "it names an issue of another kecamatan"


def test_teams_and_members(two: two_offices.Two) -> None:
    wajo = two.kabupaten
    one = teams.new_team(wajo, 8, ["73.13.06"], name="Tim Utara")
    other = teams.new_team(wajo, 9, ["73.13.07"], name="tim utara")
    teams.new_member(wajo, "Camat", person="H. Baso", nip="197001011990031001", team=one)
    second = teams.new_member(wajo, "Camat Tempe", person="Baso", nip="19700101 199003 1 001", team=other)
    asked = {clash.kind: clash for clash in duplicates.clashes(wajo)}
    assert asked["team"].group.reasons == (rules.Reason.TEAM_NAME,)
    assert asked["member"].group.reasons == (rules.Reason.NIP,)
    duplicates.merge(wajo, one, [other])
    [team] = teams.teams(wajo)
    assert (team.number, team.districts) == (8, ("73.13.06", "73.13.07"))
    assert [member.person for member in team.present] == ["H. Baso", "Baso"]
    duplicates.merge(wajo, team.present[0].no, [second])
    [team] = teams.teams(wajo)
    assert [member.person for member in team.present] == ["H. Baso"]
    assert not any(member.replaced for member in team.members)
    teams.set_districts(wajo, one, ["73.13.06"])
    assert teams.teams(wajo)[0].districts == ("73.13.06",)
    assert duplicates.count(wajo) == 0
    two.carry(wajo, two.tempe)
    assert [row.number for row in teams.teams(two.tempe)] == [8]
    with pytest.raises(errors.NotPermitted):
        duplicates.separate(two.tempe, duplicates.said(two.tempe)[0].record)
    teams.delete_team(wajo, one)
    assert teams.teams(wajo) == []


def test_a_team_number_twice(two: two_offices.Two) -> None:
    wajo = two.kabupaten
    one, other = teams.new_team(wajo, 8), teams.new_team(wajo, 9)
    transact(wajo, "x", lambda unit: unit.set(records.TEAM, other, {"number": 8}))
    [clash] = duplicates.clashes(wajo)
    assert (clash.kind, clash.renumbering) == ("team", True)
    assert duplicates.renumber(wajo, other) == "9"
    assert duplicates.count(wajo) == 0
    teams.edit_team(wajo, one, number=3)
    assert teams.team_numbered(wajo, "VIII").no == other


def test_operators_of_one_name_on_two_computers(tempe: Desk) -> None:
    key = (tempe.identity.place, "ab" * 16, 1)
    transact(tempe, "x", lambda unit: unit.put(records.OPERATOR, key, {"name": "besse"}))
    [clash] = duplicates.clashes(tempe)
    assert (clash.kind, clash.merging) == ("operator", True)
    duplicates.merge(tempe, clash.group.records[0], clash.group.records[1:])
    assert duplicates.count(tempe) == 0
    with pytest.raises(errors.Refused, match="tidak bernomor"):
        duplicates.renumber(tempe, clash.group.records[0])


def test_what_is_no_pair_is_refused(tempe: Desk) -> None:
    one = new(tempe)
    line = logbook.add_line(tempe, "Padam")
    for numbers in ([one, line], [line], []):
        with pytest.raises(errors.Refused, match="jenis yang sama"):
            duplicates.tell_apart(tempe, numbers)


def test_an_upgrade_derives_it(tempe: Desk) -> None:
    one, other = new(tempe), new(tempe)
    duplicates.merge(tempe, one, [other])

    def forget() -> None:
        with tempe.store.writing() as connection:
            connection.execute(schema.merged.delete())
            connection.exec_driver_sql("DELETE FROM meta WHERE name = 'derived'")

    tempe.on_writer(forget)
    assert len(titles(tempe)) == 2
    assert standing.settle(tempe)
    assert len(titles(tempe)) == 1


def test_a_day_ends_at_the_midnight_of_the_office(tempe: Desk) -> None:
    """22.30 WITA and 02.00 of the next day lie on one day of UTC; 23.50 and 00.10 lie ten minutes apart."""
    _start, midnight = days.bounds(tempe, days.today(tempe))
    late = new(tempe, "Listrik padam", happened_at=midnight - 90 * 60)
    new(tempe, "Listrik padam", happened_at=midnight + 120 * 60)
    assert duplicates.clashes(tempe) == []
    early = new(tempe, "Listrik padam", happened_at=midnight - 20 * 3600)
    assert [clash.group.records for clash in duplicates.clashes(tempe)] == [(late, early)]
