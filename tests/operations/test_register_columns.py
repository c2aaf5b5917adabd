# SPDX-License-Identifier: Apache-2.0
"""Columns of a register: what is written, what is read, and what is no difference."""

from desk_app.operations import issues, register_columns, register_sheets, teams
from desk_app.operations.desk import Desk
from tests.regency_offices import TEMPE


def columns(desk: Desk, key: str, *, personal: bool = True) -> register_columns.Columns:
    return register_columns.Columns(desk, register_sheets.register(desk, key), personal=personal)


def test_persons_are_named_in_references_only_when_they_are_asked_for(wajo: Desk) -> None:
    member = teams.new_member(wajo, "Camat", person="Sitti")
    for personal, shown in ((True, "Camat · Sitti"), (False, "Camat")):
        held = columns(wajo, "tasks", personal=personal)
        field = next(one for one in held.fields if one.name == "member")
        assert held.cell(field, member) == shown
        assert [held.reader(field)(said) for said in ("Camat", "camat · sitti")] == [member, member]


def test_two_of_one_name_have_their_code(wajo: Desk) -> None:
    made = [teams.new_member(wajo, "Camat"), teams.new_member(wajo, "Camat")]
    held = columns(wajo, "tasks")
    field = next(one for one in held.fields if one.name == "member")
    told = [str(held.cell(field, no)) for no in made]
    assert told[0] != told[1]
    assert all(one.startswith("Camat (") for one in told)
    assert [held.reader(field)(one) for one in told] == made


def test_a_code_that_nobody_knows_here_is_no_fault(wajo: Desk) -> None:
    issues.new_issue(wajo, "Kotak basah", TEMPE)
    held = columns(wajo, "issues")
    field = next(one for one in held.fields if one.name == "source")
    held.learn([dict.fromkeys((one.name for one in held.fields), None) | {"source": "satelit"}])
    assert (held.cell(field, "satelit"), held.reader(field)("satelit")) == ("satelit", "satelit")


def test_drop_downs_stand_only_where_something_comes_back(wajo: Desk) -> None:
    held = columns(wajo, "issues")
    chosen = {held.fields[at].name for at in held.choices()}
    assert {"severity", "category"} <= chosen
    assert "state" not in chosen


def test_the_subject_of_a_decree_is_no_place(wajo: Desk) -> None:
    held = columns(wajo, "decrees")
    field = next(one for one in held.fields if one.name == "subject")
    assert held.reader(field)("Pembentukan Tim") == "Pembentukan Tim"
