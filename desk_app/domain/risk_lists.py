# SPDX-License-Identifier: Apache-2.0
"""The list of indicators as an office has it: the shipped ones, with what it wrote over them and added.

Codes are for ever: a renamed indicator keeps what was ticked, one that is taken out of use stays where it was ticked.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from desk_app.domain import errors, risk
from desk_app.domain.words import N_

STEP = 1000
"""Between the positions of two neighbours in the shipped list, so that one can be put between without moving others."""


@dataclass(frozen=True, slots=True)
class Written:
    """What an office has written of an indicator; None is as shipped."""

    code: str
    label: str | None = None
    short: str | None = None
    variable: str | None = None
    position: int | None = None
    in_use: bool | None = None


def listed(shipped: Sequence[risk.Indicator], written: Iterable[Written]) -> list[risk.Indicator]:
    """The whole list in its order, with those no longer in use."""
    over = {one.code: one for one in written}
    placed: list[tuple[int, str, risk.Indicator]] = []
    for at, one in enumerate(shipped, 1):
        told = over.pop(one.code, None)
        placed.append((_position(told, at * STEP), one.code, _over(one, told) if told is not None else one))
    last = (len(shipped) + 1) * STEP
    for code, told in over.items():
        made = risk.Indicator(code, told.label or code, told.variable or "", told.short or "", own=True)
        placed.append((_position(told, last), code, replace(made, in_use=told.in_use is not False)))
    return [one for _position_, _code, one in sorted(placed, key=lambda entry: entry[:2])]


def positions(shipped: Sequence[risk.Indicator], written: Iterable[Written]) -> dict[str, int]:
    """Where each code of the list stands, as a number."""
    over = {one.code: one for one in written}
    found = {one.code: _position(over.get(one.code), at * STEP) for at, one in enumerate(shipped, 1)}
    last = (len(shipped) + 1) * STEP
    return found | {code: _position(told, last) for code, told in over.items() if code not in found}


def moved(order: Sequence[str], held: Mapping[str, int], code: str, place: int) -> dict[str, int]:
    """The positions to write so that `code` stands at `place` (0 is the first) of the list `order`.

    One position, as long as there is room between the neighbours; otherwise those of the whole list.
    """
    others = [one for one in order if one != code]
    at = min(max(place, 0), len(others))
    if list(order) == [*others[:at], code, *others[at:]]:
        return {}
    below = held[others[at - 1]] if at else 0
    above = held[others[at]] if at < len(others) else below + 2 * STEP
    middle = (below + above) // 2
    if below < middle < above:
        return {code: middle}
    whole = [*others[:at], code, *others[at:]]
    return {one: number * STEP for number, one in enumerate(whole, 1) if held[one] != number * STEP}


def new_code(place: str, series: str, taken: Iterable[str]) -> str:
    """A code of the office's own that nobody else can give: its region and a number, such as "7313-01".

    `series`: the letters of an office's further computers ("7313-K7-01"), which give codes at the same time.
    """
    begin = f"{place.replace('.', '')}-{series}{'-' if series else ''}"
    numbers = [code.removeprefix(begin) for code in taken if code.startswith(begin)]
    highest = max((int(number) for number in numbers if number.isdigit()), default=0)
    return f"{begin}{highest + 1:02d}"


def check_label(label: str, others: Iterable[risk.Indicator]) -> str:
    """The words of an indicator, trimmed. Raises Refused without any, and where another one in use has them."""
    words = " ".join(label.split())
    if not words:
        raise errors.Refused(N_("Isi nama indikator."))
    if any(one.in_use and one.label.casefold() == words.casefold() for one in others):
        raise errors.Refused(N_("Indikator “{label}” sudah ada dalam daftar."), label=words)
    return words


def _position(told: Written | None, usual: int) -> int:
    return usual if told is None or told.position is None else told.position


def _over(one: risk.Indicator, told: Written) -> risk.Indicator:
    renamed = told.label is not None and told.label != one.label
    return replace(
        one,
        label=told.label or one.label,
        # The short form of other words would say what they no longer say.
        short=told.short or ("" if renamed else one.short),
        variable=told.variable or one.variable,
        in_use=told.in_use is not False,
        own=renamed or bool(told.short or told.variable),
    )
