# SPDX-License-Identifier: Apache-2.0
"""What offices type at the same time: nothing is lost, nothing wins silently, and all end with the same."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from desk_app.base.progress import finish
from desk_app.data import sending as data_sending
from desk_app.data.projection import ALIVE_DISPUTED, ALIVE_NO, ALIVE_YES
from desk_app.domain import errors, records
from desk_app.operations import (
    answers,
    checking,
    disagreements,
    duplicates,
    history,
    issue_deeds,
    issue_detail,
    issue_register,
    issues,
    overview,
    receiving,
    stations,
    teams,
)
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import regency_offices
from tests.faults import at_hand
from tests.faults.at_hand import BELAWA_FIRST, FIRST, NUMBER, SECOND, Offices
from tests.small_offices import EVENT

VILLAGE = FIRST[:13]


def both_ways(offices: Offices) -> None:
    """Kabupaten and Tempe tell each other all they have."""
    offices.carry(offices.tempe, offices.kabupaten)
    offices.carry(offices.kabupaten, offices.tempe)
    offices.carry(offices.tempe, offices.kabupaten)


def alike(one: Desk, other: Desk) -> bool:
    """Whether both hold the same of what both may hold, and each of them is sound."""
    mine, theirs = checking.digests(one), checking.digests(other)
    shared = [mine[scope] == theirs[scope] for scope in mine if scope in theirs]
    return len(shared) >= 4 and all(shared) and not at_hand.faults(one) and not at_hand.faults(other)


def number_of(desk: Desk, number: str) -> int:
    """The local record of an issue by its number in the register."""
    return issue_register.issue_number(desk, number)


@contextmanager
def without(author: Desk) -> Iterator[None]:
    """As if what an office wrote had gone by a stick that was lost."""
    own, plain = author.identity.replica, data_sending.runs
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(data_sending, "runs", lambda *told: (one for one in plain(*told) if one.stream.replica != own))
        yield


def shared_issue(offices: Offices) -> str:
    """An issue of Tempe that the kabupaten has too; its number."""
    no = issues.new_issue(offices.tempe, "Banjir", VILLAGE)
    number = issue_detail.issue(offices.tempe, no).row.number
    both_ways(offices)
    return number


def alive(desk: Desk, number: str) -> int:
    with desk.reading() as connection:
        return connection.exec_driver_sql("SELECT alive FROM issue WHERE number = ?", (number,)).scalar_one()


def record_of(desk: Desk, number: str) -> int:
    """The local record of an issue, deleted ones too."""
    with desk.reading() as connection:
        return connection.exec_driver_sql("SELECT no FROM issue WHERE number = ?", (number,)).scalar_one()


def values(desk: Desk) -> list[set[Any]]:
    """The values of each disagreement that is open."""
    return [{side.value for side in one.sides} for one in disagreements.open_ones(desk)]


def test_67_a_package_twice_thrice_and_between_others(offices: Offices) -> None:
    """§23 no. 67: no effect."""
    packages = []
    for number in "123":
        answers.set_answer(offices.tempe, FIRST, NUMBER, number)
        packages.append(offices.send(offices.tempe, offices.kabupaten))
    finish(receiving.receive(offices.kabupaten, packages))
    before = at_hand.everything(offices.kabupaten)
    order = [packages[n] for n in (0, 0, 2, 1, 0, 2, 2)]
    outcomes = finish(receiving.receive(offices.kabupaten, order))
    assert [one.changes for one in outcomes] == [0] * 7
    assert at_hand.everything(offices.kabupaten) == before


def test_68_packages_in_reverse_order(offices: Offices) -> None:
    """§23 no. 68: what is later waits, then everything is there."""
    packages = []
    for number in range(1, 5):
        answers.set_answer(offices.tempe, FIRST, NUMBER, str(number))
        packages.append(offices.send(offices.tempe, offices.kabupaten))
        pretend_heard(offices.tempe, offices.kabupaten)
    told = [finish(receiving.receive(offices.kabupaten, [one]))[0] for one in reversed(packages)]
    assert [(one.changes, one.waiting) for one in told] == [(0, 1), (0, 2), (0, 3), (4, 0)]
    assert at_hand.value(offices.kabupaten, FIRST) == 4
    assert not at_hand.faults(offices.kabupaten)


def pretend_heard(sender: Desk, receiver: Desk) -> None:
    """As if the receiver had said that it holds all: the next package leaves that out."""
    with sender.store.writing() as connection:
        connection.exec_driver_sql(
            "INSERT OR REPLACE INTO said (replica, stream, office, upto, rolling) "
            "SELECT ?, id, ?, held, rolling FROM stream WHERE held > 0",
            (receiver.identity.replica, receiver.identity.public))


def test_69_the_same_field_at_two_offices(offices: Offices) -> None:
    """§23 no. 69: both values are shown at both, and the place counts as disagreeing."""
    answers.set_answer(offices.tempe, FIRST, NUMBER, "5")
    answers.set_answer(offices.kabupaten, FIRST, NUMBER, "4")
    both_ways(offices)
    assert values(offices.tempe) == values(offices.kabupaten) == [{4, 5}]
    assert alike(offices.tempe, offices.kabupaten)
    for desk in (offices.tempe, offices.kabupaten):
        with desk.reading() as connection:
            states = connection.exec_driver_sql("SELECT state FROM readiness WHERE subject = ?", (FIRST,))
            assert set(states.scalars()) == {"berbeda"}


def test_70_different_fields_at_two_offices(offices: Offices) -> None:
    """§23 no. 70: both are kept."""
    number = shared_issue(offices)
    issues.edit_issue(offices.tempe, number_of(offices.tempe, number), title="Banjir setinggi lutut")
    issues.edit_issue(offices.kabupaten, number_of(offices.kabupaten, number), impact="Kotak suara basah")
    both_ways(offices)
    for desk in (offices.tempe, offices.kabupaten):
        detail = issue_detail.issue(desk, number_of(desk, number))
        assert (detail.row.title, detail.impact) == ("Banjir setinggi lutut", "Kotak suara basah")
        assert values(desk) == []


@pytest.mark.parametrize("deletes", ["tempe", "kabupaten"])
def test_71_deleted_here_and_edited_there(offices: Offices, deletes: str) -> None:
    """§23 no. 71: it neither vanishes nor comes back silently; it is shown as both."""
    number = shared_issue(offices)
    one, other = offices.tempe, offices.kabupaten
    if deletes == "kabupaten":
        one, other = other, one
    issues.delete_issue(one, number_of(one, number))
    issues.edit_issue(other, number_of(other, number), title="Banjir dan longsor")
    both_ways(offices)
    for desk in (offices.tempe, offices.kabupaten):
        assert alive(desk, number) == ALIVE_DISPUTED
        [found] = disagreements.open_ones(desk)
        assert (found.field, sorted(side.keeps for side in found.sides)) == ("", [False, True])
    assert alike(offices.tempe, offices.kabupaten)


def test_72_deleted_at_both(offices: Offices) -> None:
    """§23 no. 72: deleted, once."""
    number = shared_issue(offices)
    for desk in (offices.tempe, offices.kabupaten):
        issues.delete_issue(desk, number_of(desk, number))
    both_ways(offices)
    for desk in (offices.tempe, offices.kabupaten):
        assert (alive(desk, number), values(desk)) == (ALIVE_NO, [])
    assert alike(offices.tempe, offices.kabupaten)


@pytest.mark.parametrize("knows", [True, False], ids=["who knows of it", "who does not"])
def test_73_a_tps_that_was_deleted_is_made_again(offices: Offices, knows: bool) -> None:
    """§23 no. 73: one record, which is there again; made by somebody who had not heard of it, it is shown as both."""
    stations.delete_station(offices.kabupaten, SECOND)
    if knows:
        both_ways(offices)
        stations.create_station(offices.tempe, VILLAGE, 2, {"site": "SDN 5"})
    else:
        stations.edit_station(offices.tempe, SECOND, {"site": "SDN 5"})
    both_ways(offices)
    for desk in (offices.tempe, offices.kabupaten):
        with desk.reading() as connection:
            query = f"SELECT alive, site FROM station WHERE village = '{VILLAGE}' AND number = 2"
            [row] = connection.exec_driver_sql(query).all()
        assert tuple(row) == (ALIVE_YES if knows else ALIVE_DISPUTED, "SDN 5")
        assert len(disagreements.open_ones(desk)) == (0 if knows else 1)


def test_74_the_same_tps_made_by_two_offices(offices: Offices) -> None:
    """§23 no. 74: one TPS; what they say differently about it is shown."""
    stations.create_station(offices.tempe, VILLAGE, 9, {"dpt_male": 100, "dpt_female": 90})
    stations.create_station(offices.kabupaten, VILLAGE, 9, {"dpt_male": 101, "dpt_female": 90})
    both_ways(offices)
    for desk in (offices.tempe, offices.kabupaten):
        with desk.reading() as connection:
            query = f"SELECT count(*) FROM station WHERE village = '{VILLAGE}' AND number = 9"
            assert connection.exec_driver_sql(query).scalar_one() == 1
        assert values(desk) == [{100, 101}]


def test_75_issue_numbers_cannot_meet(offices: Offices) -> None:
    """§23 no. 75: each computer's numbers begin with its own letters."""
    for desk in (offices.tempe, offices.belawa, offices.kabupaten):
        for _ in range(3):
            issues.new_issue(desk, "Banjir", desk.identity.place)
    offices.carry(offices.tempe, offices.kabupaten)
    offices.carry(offices.belawa, offices.kabupaten)
    with offices.kabupaten.reading() as connection:
        numbers = connection.exec_driver_sql("SELECT number FROM issue").scalars().all()
    assert len(numbers) == len(set(numbers)) == 9
    assert len({number.rpartition("-")[0] for number in numbers}) == 3


def test_76_the_same_person_in_two_teams(offices: Offices) -> None:
    """§23 no. 76: by NIP, since there is no NIK anywhere; both stay, nothing is refused, and a person is asked
    about them."""
    nip = "197001011995031001"
    for number in (1, 2):
        team = teams.new_team(offices.kabupaten, number, name=f"Tim {number}")
        teams.new_member(offices.kabupaten, "Camat Tempe", team=team, person="Andi", nip=nip)
    offices.carry(offices.kabupaten, offices.province)
    with offices.province.reading() as connection:
        rows = connection.exec_driver_sql("SELECT count(DISTINCT team) FROM member WHERE nip = ?", (nip,))
        assert rows.scalar_one() == 2
    [clash] = duplicates.clashes(offices.province)
    assert (clash.kind, len(clash.key)) == ("member", 2)
    assert not at_hand.faults(offices.province)


def disputed(offices: Offices) -> None:
    answers.set_answer(offices.tempe, FIRST, NUMBER, "5")
    answers.set_answer(offices.kabupaten, FIRST, NUMBER, "4")
    both_ways(offices)


def decide(desk: Desk, value: int) -> None:
    [found] = disagreements.open_ones(desk)
    disagreements.decide(desk, found.record, found.kind, found.field, value)


def test_77_decided_differently_at_two_offices(offices: Offices) -> None:
    """§23 no. 77: a new disagreement, again seen by both; one more decision ends it."""
    disputed(offices)
    decide(offices.tempe, 5)
    decide(offices.kabupaten, 4)
    both_ways(offices)
    assert values(offices.tempe) == values(offices.kabupaten) == [{4, 5}]
    decide(offices.kabupaten, 5)
    both_ways(offices)
    assert values(offices.tempe) == values(offices.kabupaten) == []
    assert at_hand.value(offices.tempe, FIRST) == at_hand.value(offices.kabupaten, FIRST) == 5
    assert alike(offices.tempe, offices.kabupaten)


def test_78_decided_while_the_other_edits_on(offices: Offices) -> None:
    """§23 no. 78: what the decision had not seen stands against it."""
    disputed(offices)
    decide(offices.kabupaten, 4)
    answers.set_answer(offices.tempe, FIRST, NUMBER, "6")
    both_ways(offices)
    assert values(offices.tempe) == values(offices.kabupaten) == [{4, 6}]


def test_79_three_offices_of_which_two_say_the_same(offices: Offices) -> None:
    """§23 no. 79: two values are shown."""
    for desk, number in ((offices.tempe, "5"), (offices.kabupaten, "6"), (offices.province, "5")):
        answers.set_answer(desk, FIRST, NUMBER, number)
    offices.carry(offices.province, offices.kabupaten)
    both_ways(offices)
    offices.carry(offices.kabupaten, offices.province)
    for desk in (offices.tempe, offices.kabupaten, offices.province):
        assert values(desk) == [{5, 6}]


def calls_of(desk: Desk, doing: Callable[[], Any]) -> int:
    """How many calls of functions the writer of an office makes meanwhile: work that no other load alters."""
    count = 0

    def note(_frame: Any, event: str, _given: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    desk.on_writer(lambda: sys.setprofile(note))
    doing()
    desk.on_writer(lambda: sys.setprofile(None))
    return count


def test_80_ten_thousand_edits_of_one_field(offices: Offices) -> None:
    """§23 no. 80: the work to put them in grows with their number, not with its square."""
    key = (EVENT, FIRST, NUMBER)

    def put_in(many: int) -> int:
        for start in range(0, many, 500):
            transact(offices.tempe, "x", lambda unit, start=start: [
                unit.put(records.ANSWER, key, {"quantity": start + n, "choice": None}) for n in range(500)])
        path = offices.send(offices.tempe, offices.kabupaten)
        work = calls_of(offices.kabupaten, lambda: finish(receiving.receive(offices.kabupaten, [path])))
        offices.carry(offices.kabupaten, offices.tempe)
        return work

    short, long = put_in(1_500), put_in(8_500)
    assert short > 1_500
    assert long / short < 2 * 8_500 / 1_500
    assert at_hand.value(offices.kabupaten, FIRST) == 8_499


def test_81_a_child_before_its_parent(offices: Offices) -> None:
    """§23 no. 81: a follow-up of the kabupaten waits at the province for the issue of Tempe that it belongs to."""
    number = shared_issue(offices)
    issue_deeds.follow_up(offices.kabupaten, number_of(offices.kabupaten, number), "Pompa dikirim")
    with without(offices.tempe):
        outcome = offices.carry(offices.kabupaten, offices.province)
    assert outcome.waiting >= 1
    assert outcome.new.get("follow_up", 0) == 0
    outcome = offices.carry(offices.kabupaten, offices.province)
    assert outcome.waiting == 0
    detail = issue_detail.issue(offices.province, number_of(offices.province, number))
    assert [entry.text for entry in detail.thread] == ["Pompa dikirim"]


def test_81_a_child_that_names_its_parent_alone(offices: Offices) -> None:
    """§23 no. 81: a reference that leads nowhere yet holds nothing up and is listed; once the parent has come it
    leads there."""
    number = shared_issue(offices)
    parent = number_of(offices.kabupaten, number)
    transact(offices.kabupaten, "x", lambda unit: unit.create(records.FOLLOW_UP, {"issue": parent, "text": "Pompa"}))
    with without(offices.tempe):
        outcome = offices.carry(offices.kabupaten, offices.province)
    assert (outcome.waiting, outcome.new) == (0, {"follow_up": 1})
    assert not at_hand.faults(offices.province)
    [lost] = checking.dangling(offices.province)
    assert (lost.kind, lost.field, lost.title, lost.deleted) == ("follow_up", "issue", "Pompa", False)
    offices.carry(offices.kabupaten, offices.province)
    assert not checking.dangling(offices.province)
    detail = issue_detail.issue(offices.province, number_of(offices.province, number))
    assert [entry.text for entry in detail.thread] == ["Pompa"]


def test_81_the_parent_was_deleted_meanwhile(offices: Offices) -> None:
    """§23 no. 81: nothing of what was said about it is lost; where the issue is brought back it is there again."""
    number = shared_issue(offices)
    issues.delete_issue(offices.tempe, number_of(offices.tempe, number))
    issue_deeds.follow_up(offices.kabupaten, number_of(offices.kabupaten, number), "Pompa dikirim")
    both_ways(offices)
    [found] = disagreements.open_ones(offices.tempe)
    disagreements.decide(offices.tempe, found.record, found.kind, found.field, True)
    detail = issue_detail.issue(offices.tempe, number_of(offices.tempe, number))
    assert [entry.text for entry in detail.thread] == ["Pompa dikirim"]


def test_82_an_issue_turns_out_to_be_of_another_kecamatan(offices: Offices) -> None:
    """§23 no. 82: it is not moved out of the sight of those who hold it; written anew there and deleted here, both
    histories stay."""
    number = shared_issue(offices)
    here = number_of(offices.kabupaten, number)
    with pytest.raises(errors.Refused, match="Buat yang baru di sana"):
        issues.edit_issue(offices.kabupaten, here, place=BELAWA_FIRST[:13])
    moved = issues.new_issue(offices.kabupaten, "Banjir", BELAWA_FIRST[:13])
    issues.delete_issue(offices.kabupaten, here)
    both_ways(offices)
    offices.carry(offices.kabupaten, offices.belawa)
    assert alive(offices.tempe, number) == ALIVE_NO
    assert len(history.history(offices.tempe, record_of(offices.tempe, number))) == 2
    new_number = issue_detail.issue(offices.kabupaten, moved).row.number
    assert alive(offices.belawa, new_number) == ALIVE_YES


def test_83_a_kecamatan_is_split(offices: Offices) -> None:
    """§23 no. 83: the new one is a scope of its own; the old TPS stay where they are."""
    code = "73.13.15"
    village = f"{code}.1001"

    def split(unit: Any) -> None:
        unit.put(records.REGION, (EVENT, code), {"name": "Tempe Timur"})
        unit.put(records.REGION, (EVENT, village), {"name": "Watallipue"})
        unit.put(records.STATION, (EVENT, village, 1), {"dpt_male": 70})

    transact(offices.kabupaten, "Pemekaran", split, kind="setup")
    answers.set_answer(offices.kabupaten, regency_offices.tps(village, 1), NUMBER, "3")
    offices.carry(offices.kabupaten, offices.tempe)
    offices.carry(offices.kabupaten, offices.province)
    assert at_hand.value(offices.tempe, regency_offices.tps(village, 1)) is None
    assert at_hand.value(offices.province, regency_offices.tps(village, 1)) == 3
    with offices.tempe.reading() as connection:
        found = connection.exec_driver_sql("SELECT count(*) FROM station WHERE village = ?", (village,))
        assert found.scalar_one() == 0


def test_84_five_thousand_disagreements_at_once(offices: Offices) -> None:
    """§23 no. 84: they come in, are listed, make their place count once as disagreeing, and are decided in one step."""
    for desk, quantity in ((offices.kabupaten, 4), (offices.tempe, 5)):
        rows = [((EVENT, FIRST, item), {"quantity": quantity}) for item in (NUMBER, *(f"uji.{n}" for n in range(4999)))]
        transact(desk, "x", lambda unit, rows=rows: unit.put_many(records.ANSWER, rows))
    outcome = offices.carry(offices.tempe, offices.kabupaten)
    assert outcome.disputed == 5000
    assert overview.readiness_by_district(offices.kabupaten).total.disputed == 1
    found = disagreements.open_ones(offices.kabupaten)
    assert len(found) == 5000
    chosen = disagreements.choices_of(found, offices.tempe.identity.name)
    assert disagreements.decide_many(offices.kabupaten, chosen) == 5000
    assert disagreements.open_ones(offices.kabupaten) == []
    assert overview.readiness_by_district(offices.kabupaten).total.disputed == 0


def test_85_a_group_is_taken_whole_or_not_at_all(offices: Offices) -> None:
    """§23 no. 85: one save of the kabupaten names a record of Tempe that has not arrived: none of it shows."""
    number = shared_issue(offices)

    def both(unit: Any) -> None:
        unit.put(records.ANSWER, (EVENT, FIRST, NUMBER), {"quantity": 3})
        unit.set(records.ISSUE, number_of(offices.kabupaten, number), {"impact": "Kotak basah"})

    transact(offices.kabupaten, "x", both)
    with without(offices.tempe):
        outcome = offices.carry(offices.kabupaten, offices.province)
    assert (outcome.changes, outcome.waiting) == (0, 2)
    assert at_hand.value(offices.province, FIRST) is None
    offices.carry(offices.kabupaten, offices.province)
    assert at_hand.value(offices.province, FIRST) == 3
