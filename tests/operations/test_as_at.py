# SPDX-License-Identifier: Apache-2.0
"""A desk of the past holds, row by row, what the office held then: whatever was typed, received or undone since."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from desk_app.base.progress import finish
from desk_app.data import arrivals, meta
from desk_app.data import checking as data_checking
from desk_app.domain import answers as rules
from desk_app.domain import errors, records
from desk_app.operations import (
    accounts,
    answers,
    as_at,
    change_settings,
    checking,
    daily_reports,
    disagreements,
    duplicates,
    history,
    issue_places,
    issue_register,
    issue_secrecy,
    issues,
    office_identity,
    opening,
    overview,
    settings,
    teams,
)
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import filled_registers, past_states, regency_offices, small_offices, two_offices
from tests.regency_offices import BELAWA, MADDUKELLENG, TEMPE, TEMPE_VILLAGE, tps


@pytest.fixture
def clock() -> list[int]:
    return [small_offices.NOW]


@pytest.fixture
def office(tmp_path: Path, clock: list[int]) -> Iterator[Desk]:
    with regency_offices.make(tmp_path / "wajo", now=lambda: clock[0]) as made:
        yield made


def latest(desk: Desk) -> int:
    with desk.reading() as connection:
        return arrivals.latest(connection)


def seen(desk: Desk, arrival: int, at: int = small_offices.NOW) -> past_states.States:
    return finish(as_at.reading(desk, as_at.Moment(arrival, at), past_states.states))


def steps(desk: Desk) -> list[Callable[[], object]]:
    """A day of an office: typed, altered, deleted, undone, merged."""
    made: dict[str, int] = {}

    def begin() -> None:
        made["first"] = issues.new_issue(desk, "Kotak rusak", TEMPE, severity="tinggi", reported_at=small_offices.NOW)
        made["second"] = issues.new_issue(desk, "Kotak rusak lagi", tps(TEMPE_VILLAGE, 2), severity="tinggi")

    def count_again() -> None:
        key = (small_offices.EVENT, TEMPE_VILLAGE, 1)
        transact(desk, "uji", lambda unit: unit.put(records.STATION, key, {"dpt_male": 333}))
        transact(desk, "uji", lambda unit: unit.put(records.STATION, (*key[:2], 44), {"dpt_male": 1}))

    return [
        lambda: answers.set_answers(
            desk, [(tps(TEMPE_VILLAGE, number), "log.tinta", number, None) for number in (1, 2, 3)]
        ),
        lambda: answers.set_answer(desk, tps(TEMPE_VILLAGE, 1), "log.tinta", 0),
        begin,
        count_again,
        lambda: issues.edit_issue(desk, made["first"], place=tps(MADDUKELLENG, 1), severity="rendah"),
        lambda: issue_places.add(desk, made["first"], [tps(TEMPE_VILLAGE, 5)]),
        lambda: duplicates.merge(desk, made["first"], [made["second"]]),
        lambda: duplicates.separate(desk, made["second"]),
        lambda: issues.delete_issue(desk, made["second"]),
        lambda: history.undo(desk),
        lambda: history.redo(desk),
        lambda: change_settings.set_many(desk, {"city": "Sengkang", "paper": "A4"}),
        lambda: office_identity.rename(desk, name="Desk Pilkada Wajo", short="WJO"),
        lambda: filled_registers.fill(desk),
        lambda: answers.add_recap(desk, BELAWA, "log.tinta", 2, 3, hour=small_offices.NOW, source="camat"),
        lambda: teams.new_team(desk, 7),
        lambda: daily_reports.report_nihil(desk, even_so=True),
    ]


def test_each_state_of_a_day_comes_back_row_by_row(office: Desk) -> None:
    kept = {latest(office): past_states.states(office)}
    for step in steps(office):
        step()
        kept[latest(office)] = past_states.states(office)
    assert len(kept) > 12
    for arrival, expected in kept.items():
        assert past_states.differing(expected, seen(office, arrival)) == {}, f"transaction {arrival}"


def test_packages_received_and_what_was_decided_come_back(tmp_path: Path) -> None:
    with two_offices.opened(tmp_path) as two:
        office = two.kabupaten
        kept = {latest(office): past_states.states(office)}
        two.disagree()
        kept[latest(office)] = past_states.states(office)
        two.carry(two.tempe, office)
        kept[latest(office)] = past_states.states(office)
        chosen = disagreements.choices_of(disagreements.open_ones(office), "Desk Pemilu Kecamatan Tempe")
        assert disagreements.decide_many(office, chosen, "Surat PPK") == 2
        kept[latest(office)] = past_states.states(office)
        two.carry(office, two.tempe)
        answers.set_answer(two.tempe, two_offices.FIRST, two_offices.YES_NO, rules.Mark.NOT_YET)
        two.carry(two.tempe, office)
        for arrival, expected in kept.items():
            found = past_states.differing(expected, seen(office, arrival))
            # Packages go by the clock, which stands still here; a seal is set under what stood there before.
            assert found.keys() <= {"parcel", "seal"}, f"transaction {arrival}: {found}"


def test_nothing_of_it_is_unsound_and_its_digest_is_that_of_then(office: Desk) -> None:
    answers.set_answer(office, tps(TEMPE_VILLAGE, 1), "log.tinta", 2)
    before, digest = latest(office), checking.whole_digest(office)
    for step in steps(office):
        step()
    moment = as_at.Moment(before, small_offices.NOW)
    assert finish(as_at.reading(office, moment, lambda past: finish(data_checking.check(past.store)).faults)) == ()
    assert finish(as_at.reading(office, moment, checking.whole_digest)) == digest
    assert checking.whole_digest(office) != digest


def test_settings_name_figures_and_clock_are_those_of_then(office: Desk, clock: list[int]) -> None:
    before = latest(office)
    clock[0] += 3600
    change_settings.set_many(office, {"city": "Sengkang"})
    office_identity.rename(office, name="Desk Lain")
    answers.set_answers(office, [(tps(TEMPE_VILLAGE, 1), "log.tinta", 2, None)])

    def look(past: Desk) -> tuple[str, str, int, int]:
        answered = overview.readiness_by_district(past).total
        return settings.get(past, "city"), past.identity.name, past.now(), answered.incomplete

    then = finish(as_at.reading(office, as_at.Moment(before, small_offices.NOW), look))
    assert then == ("", "Desk Pemilu Kabupaten Wajo", small_offices.NOW, 0)
    assert look(office)[:2] == ("Sengkang", "Desk Lain")
    assert settings.get(office, "city") == "Sengkang"


def test_the_moment_of_a_clock_and_before_the_office(office: Desk, clock: list[int]) -> None:
    made = latest(office)
    clock[0] += 3600
    answers.set_answer(office, tps(TEMPE_VILLAGE, 1), "log.tinta", 2)
    assert as_at.moment_of(office, small_offices.NOW).arrival == made
    assert as_at.moment_of(office, clock[0] - 1).arrival == made
    assert as_at.moment_of(office, clock[0]).arrival == made + 1
    assert as_at.moment_of(office, clock[0] + 10**9).arrival == made + 1
    with pytest.raises(errors.Refused, match="belum ada"):
        as_at.moment_of(office, small_offices.NOW - 1)


def test_nothing_is_written_there(office: Desk) -> None:
    before = latest(office)
    answers.set_answer(office, tps(TEMPE_VILLAGE, 1), "log.tinta", 2)
    held = past_states.states(office)

    def write(past: Desk) -> None:
        answers.set_answer(past, tps(TEMPE_VILLAGE, 2), "log.tinta", 2)

    with pytest.raises(errors.Refused, match="waktu lampau"):
        finish(as_at.reading(office, as_at.Moment(before, small_offices.NOW), write))
    assert past_states.states(office) == held


def test_one_copy_is_kept_for_a_moment_and_removed_with_the_desk(tmp_path: Path) -> None:
    with regency_offices.make(tmp_path / "wajo") as office:
        folder = office.folder / as_at.FOLDER
        before = latest(office)
        answers.set_answer(office, tps(TEMPE_VILLAGE, 1), "log.tinta", 2)
        seen(office, before)
        [first] = folder.glob("*.db")
        assert b"SQLite format" not in first.read_bytes()[:16]
        seen(office, before)
        assert list(folder.glob("*.db")) == [first]
        seen(office, before - 1)
        [second] = folder.glob("*.db")
        assert second != first
        seen(office, latest(office))
        assert list(folder.glob("*.db")) == [second]
    assert list(folder.iterdir()) == []


def test_stopped_while_it_is_copied_leaves_nothing_and_another_one_goes_on(office: Desk) -> None:
    before = latest(office)
    answers.set_answer(office, tps(TEMPE_VILLAGE, 1), "log.tinta", 2)
    running = as_at.reading(office, as_at.Moment(before, small_offices.NOW), past_states.states)
    assert next(running).words
    running.close()
    assert list((office.folder / as_at.FOLDER).iterdir()) == []
    assert seen(office, before)["station"]


def test_an_office_closes_while_somebody_stands_still_before_its_past(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(as_at, "PATIENCE", 0.1)
    with regency_offices.make(tmp_path / "wajo") as office:
        before = latest(office)
        answers.set_answer(office, tps(TEMPE_VILLAGE, 1), "log.tinta", 2)
        running = as_at.reading(office, as_at.Moment(before, small_offices.NOW), past_states.states)
        next(running)
    running.close()
    assert as_at.sweep(tmp_path / "wajo") == 0


def test_what_a_broken_program_left_goes_at_the_next_opening(tmp_path: Path) -> None:
    regency_offices.make(tmp_path / "wajo").close()
    left = tmp_path / "wajo" / as_at.FOLDER / "abc.db-wal"
    left.parent.mkdir(exist_ok=True)
    left.write_bytes(b"x")
    opening.open_office(tmp_path / "wajo", small_offices.PASSWORD, now=lambda: small_offices.NOW).close()
    assert not left.exists()


def test_who_may_not_read_an_issue_today_does_not_read_it_in_the_past(tmp_path: Path) -> None:
    with regency_offices.make(tmp_path / "wajo") as office:
        no = issues.new_issue(office, "Nama disebut", TEMPE)
        before = latest(office)
        issues.edit_issue(office, no, confidential=True)
        accounts.add_account(
            office, "Besse", accounts.Role.OPERATOR, "kata sandi besse", key_memory=small_offices.KEY_MEMORY
        )
        office_seen = finish(as_at.reading(office, as_at.Moment(before, small_offices.NOW), titles))
        assert office_seen == ["Nama disebut"]
    with opening.open_office(
        tmp_path / "wajo", "kata sandi besse", name="Besse", now=lambda: small_offices.NOW
    ) as besse:
        assert finish(as_at.reading(besse, as_at.Moment(before, small_offices.NOW), titles)) != ["Nama disebut"]


def test_who_was_a_verifier_then_reads_with_the_rights_of_today(tmp_path: Path) -> None:
    with regency_offices.make(tmp_path / "wajo") as office:
        role, key = accounts.Role, small_offices.KEY_MEMORY
        besse = accounts.add_account(office, "Besse", role.VERIFIER, "kata sandi besse", key_memory=key)
        no = issues.new_issue(office, "Nama disebut", TEMPE, confidential=True)
        moment = as_at.Moment(latest(office), small_offices.NOW)
        accounts.set_role(office, besse.number, role.OPERATOR)

    def look(past: Desk) -> None:
        with past.reading() as connection:
            issue_secrecy.require(past, connection, no, confidential=True)

    with opening.open_office(tmp_path / "wajo", small_offices.PASSWORD, name="Andi") as office:
        finish(as_at.reading(office, moment, look))
    with opening.open_office(tmp_path / "wajo", "kata sandi besse", name="Besse") as office, pytest.raises(
        errors.NotPermitted
    ):
        finish(as_at.reading(office, moment, look))


def titles(desk: Desk) -> list[str]:
    return [row.title for row in issue_register.issue_rows(desk)]


def test_a_demonstration_has_always_been_there(office: Desk) -> None:
    with office.store.writing() as connection:
        meta.write(connection, {"rehearsal_day": b"1707753600"})
    assert as_at.moment_of(office, small_offices.NOW - 86_400).arrival == latest(office)
