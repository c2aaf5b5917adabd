# SPDX-License-Identifier: Apache-2.0
"""What a receipt says, kept with the package as it was at the import, so that it can be printed days later."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields

DISPUTES = 20
"""Disagreements of a package that are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one import brought. `kinds`: (name of the kind, new, changed); `known`, `waiting`: changes.

    `apart`: (reason, office as far as it is known, changes); `aside`: why streams were set aside, in Indonesian;
    `disputes`: (kind, title as kept, label of the field), at most `DISPUTES` of the `disputed`; `missing`: numbers.
    """

    kinds: tuple[tuple[str, int, int], ...] = ()
    known: int = 0
    waiting: int = 0
    apart: tuple[tuple[str, str, int], ...] = ()
    aside: tuple[str, ...] = ()
    disputed: int = 0
    disputes: tuple[tuple[str, str, str], ...] = ()
    missing: tuple[int, ...] = ()


def write(told: Told) -> str:
    """As text for the register; what is nothing is left out."""
    said = {one.name: getattr(told, one.name) for one in fields(told)}
    return json.dumps({name: value for name, value in said.items() if value}, ensure_ascii=False)


def read(text: str) -> Told | None:
    """What was kept, None where nothing was."""
    if not text:
        return None
    said = json.loads(text)
    return Told(
        kinds=tuple((str(name), int(new), int(changed)) for name, new, changed in said.get("kinds", [])),
        known=int(said.get("known", 0)),
        waiting=int(said.get("waiting", 0)),
        apart=tuple((str(reason), str(office), int(many)) for reason, office, many in said.get("apart", [])),
        aside=tuple(map(str, said.get("aside", []))),
        disputed=int(said.get("disputed", 0)),
        disputes=tuple((str(kind), str(title), str(label)) for kind, title, label in said.get("disputes", [])),
        missing=tuple(map(int, said.get("missing", []))),
    )


def joined(every: Iterable[Told]) -> Told:
    """The receipt of a package from those of its volumes."""
    kinds: dict[str, tuple[int, int]] = {}
    apart: dict[tuple[str, str], int] = {}
    whole = Told()
    for one in every:
        for name, new, changed in one.kinds:
            before = kinds.get(name, (0, 0))
            kinds[name] = before[0] + new, before[1] + changed
        for reason, office, many in one.apart:
            apart[reason, office] = apart.get((reason, office), 0) + many
        whole = Told(
            known=whole.known + one.known,
            waiting=whole.waiting + one.waiting,
            aside=tuple(dict.fromkeys(whole.aside + one.aside)),
            disputed=whole.disputed + one.disputed,
            disputes=tuple(dict.fromkeys(whole.disputes + one.disputes))[:DISPUTES],
            missing=tuple(sorted({*whole.missing, *one.missing})),
        )
    return Told(
        kinds=tuple((name, new, changed) for name, (new, changed) in kinds.items()),
        known=whole.known,
        waiting=whole.waiting,
        apart=tuple((reason, office, many) for (reason, office), many in apart.items()),
        aside=whole.aside,
        disputed=whole.disputed,
        disputes=whole.disputes,
        missing=whole.missing,
    )
