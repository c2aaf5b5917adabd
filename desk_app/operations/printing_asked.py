# SPDX-License-Identifier: Apache-2.0
"""What was asked of a paper, as text in its line of the register: enough to make the very paper again.

Record numbers in it (signatory, issue, member) are those of this office's database, as `arrival` is (decision 0020).
"""

import dataclasses
import json
import types
import typing
from dataclasses import dataclass
from datetime import date
from typing import Any

from desk_app.operations.paper_kinds import asking

_ABOUT = ("area", "until", "hour", "issue", "record", "package", "race", "level")


@dataclass(frozen=True, slots=True)
class Kept:
    """What a line of the register keeps: `by` is the operator who issued it, `lacking` what had not come by then.

    `signers`: the transaction after which its signatories were known, where somebody else signed at the last minute.
    """

    asked: asking.Asked
    by: str = ""
    lacking: frozenset[bytes] = frozenset()
    signers: int = 0


def written(kept: Kept) -> str:
    """As text; what stands at its usual value is left out."""
    values = {
        field.name: _plain(value)
        for field in dataclasses.fields(kept.asked)
        if (value := getattr(kept.asked, field.name)) != field.default
    }
    lacking = sorted(one.hex() for one in kept.lacking)
    told: dict[str, object] = {"asked": values, "by": kept.by, "lacking": lacking, "signers": kept.signers}
    return json.dumps({name: value for name, value in told.items() if value}, ensure_ascii=False, sort_keys=True)


def read(text: str) -> Kept | None:
    """Back from text; None where there is none. What a newer program asked beside is left out."""
    if not text:
        return None
    told = json.loads(text)
    values = told.get("asked", {})
    fields = [field for field in dataclasses.fields(asking.Asked) if field.name in values]
    asked = asking.Asked(**{field.name: _as(field.type, values[field.name]) for field in fields})
    lacking = frozenset(bytes.fromhex(one) for one in told.get("lacking", ()))
    return Kept(asked, told.get("by", ""), lacking, told.get("signers", 0))


def about(asked: asking.Asked, own: str) -> str:
    """Which paper it is among those of its kind and title; `own`: the office's place, which goes without saying."""
    values = {name: getattr(asked, name) for name in _ABOUT}
    usual = {field.name: field.default for field in dataclasses.fields(asked)}
    told = {name: value for name, value in values.items() if value not in (usual[name], own)}
    return "; ".join(f"{name} {_plain(value)}" for name, value in sorted(told.items()))


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _as(kind: object, value: Any) -> Any:
    kinds = typing.get_args(kind) if isinstance(kind, types.UnionType) else (kind,)
    return date.fromisoformat(value) if date in kinds and isinstance(value, str) else value
