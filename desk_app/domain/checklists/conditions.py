# SPDX-License-Identifier: Apache-2.0
"""When an item is asked: `lis.genset = Sudah`, `log.segel > 0 dan tps.banjir = Belum`."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from desk_app.domain import errors
from desk_app.domain.checklists.given import MARK_LABELS, AnswerValue, Mark, Written
from desk_app.domain.words import N_

_TEST = re.compile(r"(?P<item>\S+?)\s*(?:(?P<sign><=|>=|!=|≠|≤|≥|=|<|>)\s*(?P<value>.+)|\s(?P<filled>terisi))")
_AND = re.compile(r"\s+(?:dan|and)\s+", re.IGNORECASE)
_SIGNS = {"!=": "≠", "<=": "≤", ">=": "≥"}
_MARKS = {label.casefold(): mark for mark, label in MARK_LABELS.items()} | {mark.value: mark for mark in Mark}
FILLED = "terisi"


@dataclass(frozen=True, slots=True)
class Test:
    """One comparison; `sign` is one of = ≠ < ≤ > ≥, or “terisi” (answered at all)."""

    item: str
    sign: str
    value: AnswerValue | None = None

    def holds(self, given: AnswerValue | None) -> bool:
        """Whether an answer passes; what is not answered passes nothing."""
        if given is None:
            return False
        if self.sign == FILLED:
            return True
        if self.sign in ("=", "≠"):
            return (_comparable(given) == _comparable(self.value)) is (self.sign == "=")
        if isinstance(given, int) and isinstance(self.value, int):
            return {
                "<": given < self.value, "≤": given <= self.value, ">": given > self.value, "≥": given >= self.value,
            }[self.sign]
        return False


@dataclass(frozen=True, slots=True)
class Condition:
    """Tests that must all be passed."""

    tests: tuple[Test, ...]

    @property
    def items(self) -> tuple[str, ...]:
        return tuple(one.item for one in self.tests)

    def holds(self, given: Mapping[str, AnswerValue | None]) -> bool:
        """Whether the item is asked, the others being answered like that."""
        return all(one.holds(given.get(one.item)) for one in self.tests)

    def renamed(self, names: Mapping[str, str]) -> "Condition":
        """The same about other items."""
        return Condition(tuple(replace(one, item=names.get(one.item, one.item)) for one in self.tests))

    def __str__(self) -> str:
        return " dan ".join(_test_words(one) for one in self.tests)


@functools.lru_cache(maxsize=1024)
def parse(text: str) -> Condition:
    """Read a condition; raises Refused with words that say how it is written."""
    return Condition(tuple(_test(part.strip()) for part in _AND.split(text.strip())))


def _test(text: str) -> Test:
    found = _TEST.fullmatch(text)
    if found is None:
        raise errors.Refused(
            N_("Syarat “{text}” tidak dapat dibaca. Tulis seperti: lis.genset = Sudah, atau log.segel > 0."), text=text
        )
    if found["filled"]:
        return Test(found["item"], FILLED)
    sign, written = _SIGNS.get(found["sign"], found["sign"]), found["value"].strip().strip("“”\"")
    value: AnswerValue
    if written.isascii() and written.isdigit() and len(written) < 10:
        value = int(written)
    else:
        value = _MARKS.get(" ".join(written.casefold().split())) or Written(written)
    if sign not in ("=", "≠") and not isinstance(value, int):
        raise errors.Refused(N_("Syarat “{text}”: hanya angka dapat dibandingkan dengan {sign}."), text=text, sign=sign)
    return Test(found["item"], sign, value)


def _comparable(value: AnswerValue | None) -> object:
    return value.text.casefold() if isinstance(value, Written) else value


def _test_words(one: Test) -> str:
    if one.sign == FILLED:
        return f"{one.item} {FILLED}"
    value = MARK_LABELS[one.value] if isinstance(one.value, Mark) else one.value
    return f"{one.item} {one.sign} {value}"
