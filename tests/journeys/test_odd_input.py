# SPDX-License-Identifier: Apache-2.0
"""Odd input to every operation of the registers: refused in words or done whole, and nothing breaks afterwards."""

import dataclasses
import inspect
import random
import types
import typing
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from desk_app.base.progress import finish
from desk_app.domain import errors, records
from desk_app.domain.records import FieldKind
from desk_app.operations import checking, history
from desk_app.operations.desk import Desk
from tests import every_operation, filled_registers, regency_offices
from tests.regency_offices import TEMPE, TEMPE_VILLAGE, tps

CALLS = 700
ROOMS = frozenset(
    "activities activity_people answers candidates contacts count_rules duplicates guarding history holidays"
    " indicators issue_batches issue_deeds issue_detail issue_identities issue_links issue_places issue_register"
    " issues logbook logistics logistics_issues logistics_onward logistics_register recaps region_access region_risk"
    " revotes risk risk_indicators saved_filters stages tasks team_changes team_decrees team_handovers team_leave"
    " team_phones team_roster teams visits".split()
)
TEXTS = (
    "", " ", "\0", "\u202e", "\ud800", "x" * 25_000, "-", "0", "٣", "½", "-1", "9" * 400, "2024-02-30", "9999-12-31",
    "0001-01-01", "2024-02-14", "'; DROP TABLE issue;--", "%", '"', "(", "=1+1", "99.99", "73", "73.13", TEMPE,
    tps(TEMPE_VILLAGE, 1), "73.13.06.1003-1000", "73.13/gudang", f"{TEMPE}/ppk", "log.kotak.ppwp", "24.00", "7.30",
    "1-2-3", "1-99999",
)  # fmt: skip
NUMBERS = (0, 1, -1, 2, 7, 1000, 1 << 31, 1 << 53, (1 << 63) - 1, 1 << 63, -(1 << 63) - 1, 10**30, 1_707_800_400)
DAYS = (date(2024, 2, 14), date(2024, 2, 13), date.min, date.max)
BY_NAME = {one.name: one for declared in records.TYPES.values() for one in declared.columns}
CLOCKS = (-86_400 * 400, 0, 4_102_444_800, 253_402_300_799, 1_099_511_627_776_000)
"""1968, 1970, 2100, the end of the year 9999, and far beyond it."""


@pytest.mark.parametrize("seed", range(2))
def test_only_refusals_and_nothing_half_done(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    with regency_offices.make(tmp_path / "wajo") as desk:
        filled_registers.fill(desk)
        verbs = [(name, verb) for name, verb in every_operation.operations() if name.split(".")[0] in ROOMS]
        told = {"done": 0, "refused": 0}
        for _ in range(CALLS):
            name, verb = dice.choice(verbs)
            try:
                arguments = Drawn(desk, dice).arguments(verb)
            except LookupError:
                continue
            before = checking.whole_digest(desk) if dice.random() < 0.05 else None
            try:
                verb(desk, **arguments)
                told["done"] += 1
            except errors.Refused:
                told["refused"] += 1
                assert before is None or before == checking.whole_digest(desk), name
            except Exception as fault:
                if isinstance(fault, ValueError) and "has no field" in str(fault):
                    continue  # what only a mistake in the program asks for
                raise AssertionError(f"{name} with {arguments!r:.600}") from fault
        assert min(told.values()) > CALLS // 5
        assert finish(checking.check(desk)).faults == ()
        for name, verb in every_operation.operations():
            if name.split(".")[0] in ROOMS | {"search", "todo", "summary", "overview", "posko_wall"}:
                read(desk, name, verb)
        while history.next_undo(desk) is not None:
            history.undo(desk, even_if_sent=True)
        assert finish(checking.check(desk)).faults == ()


@pytest.mark.parametrize("clock", CLOCKS)
def test_every_page_is_read_with_a_clock_gone_wrong(tmp_path: Path, clock: int) -> None:
    with regency_offices.make(tmp_path / "wajo", now=lambda: clock) as desk:
        filled_registers.people(desk)
        filled_registers.places_at_risk(desk)
        for name, verb in every_operation.operations(("accounts", "backups", "recovery", "trust", "witness")):
            read(desk, name, verb)


def read(desk: Desk, name: str, verb: every_operation.Verb) -> None:
    """Ask what needs no more than the office; it may refuse."""
    asked = every_operation.parameters(verb)
    if any(one.default is one.empty and one.kind is not one.VAR_KEYWORD for one in asked):
        return
    try:
        told = verb(desk)
        if inspect.isgenerator(told):
            finish(told)
    except errors.Refused:
        pass
    except Exception as fault:
        raise AssertionError(name) from fault


class Drawn:
    """What a function is called with: real record numbers and places among what can never be."""

    def __init__(self, desk: Desk, dice: random.Random) -> None:
        self._dice = dice
        kind = dice.choice([one for one in records.NAMES if one not in ("station", "region", "answer")])
        with desk.reading() as connection:
            query = f'SELECT no FROM "{kind}" ORDER BY no DESC LIMIT 6'
            self._numbers = list(connection.exec_driver_sql(query).scalars()) or [1]

    def arguments(self, verb: every_operation.Verb) -> dict[str, Any]:
        """Raises LookupError for what cannot be drawn."""
        found: dict[str, Any] = {}
        for one in every_operation.parameters(verb):
            if one.kind is one.VAR_KEYWORD:
                fields = self._fields(verb)
                for name in self._dice.sample(fields, min(len(fields), self._dice.randrange(4))):
                    found[name] = self._field(BY_NAME[name])
            elif one.default is one.empty or self._dice.random() < 0.4:
                found[one.name] = self.value(one.annotation)
        return found

    def value(self, kind: Any) -> Any:
        """Something of a type. Raises LookupError."""
        inside, origin = typing.get_args(kind), typing.get_origin(kind)
        if origin in (typing.Union, types.UnionType):
            return self.value(self._dice.choice(inside))
        if origin in (Sequence, Iterable, Collection, list):
            return [self.value(inside[0]) for _ in range(self._dice.randrange(4))]
        if origin in (Mapping, dict):
            return {self.value(inside[0]): self.value(inside[1]) for _ in range(self._dice.randrange(3))}
        drawn: dict[Any, Callable[[], Any]] = {
            str: lambda: self._dice.choice(TEXTS),
            int: lambda: self._dice.choice((*self._numbers, *self._numbers, self._dice.choice(NUMBERS))),
            bool: lambda: self._dice.random() < 0.5,
            date: lambda: self._dice.choice(DAYS),
            type(None): lambda: None,
        }
        if kind in drawn:
            return drawn[kind]()
        if inspect.isclass(kind) and issubclass(kind, Enum):
            return self._dice.choice(list(kind))
        if inspect.isclass(kind) and kind.__name__ == "Deed":
            hints = typing.get_type_hints(kind)
            return kind(**{one.name: self.value(hints[one.name]) for one in dataclasses.fields(kind)})
        raise LookupError(kind)

    def _fields(self, verb: every_operation.Verb) -> list[str]:
        """What a function may be given by name: the fields that its room writes at will."""
        room = inspect.getmodule(verb)
        lists = {name: value for name, value in vars(room).items() if name.endswith("FIELDS")}
        matching = [value for name, value in lists.items() if name.removesuffix("_FIELDS").lower() in verb.__name__]
        found = (matching or ([lists["FIELDS"]] if "FIELDS" in lists else [()]))[0]
        return [name for name in found if name in BY_NAME]

    def _field(self, one: records.Field) -> Any:
        match one.kind:
            case FieldKind.NUMBER | FieldKind.MOMENT:
                return self._dice.choice((None, *NUMBERS))
            case FieldKind.RECORD:
                return self._dice.choice((None, *self._numbers, *NUMBERS))
            case FieldKind.FLAG:
                return self._dice.choice((None, True, False))
        return self._dice.choice((None, *TEXTS))
