# SPDX-License-Identifier: Apache-2.0
"""Reading a template: the TOML of `resources/checklists`, of a record, or of a file from another office."""

import tomllib
from typing import Any

from desk_app.domain import errors
from desk_app.domain.checklists import conditions, faults, formulas, rules
from desk_app.domain.checklists.items import Chapter, ItemKind, Outline, Quantities, Quantity, Question
from desk_app.domain.elections import EventKind
from desk_app.domain.places import Kind
from desk_app.domain.words import N_

_OLD = {"fixed": "{amount}", "per_race": "{amount} * JENIS", "per_booth": "{amount} * BILIK"}
"""How quantities were written before there were formulas."""

BALLOTS = "DPT + ceil(DPT * CADANGAN)"
LONGEST = 400_000


def outline(data: bytes, *, draft: bool = False) -> Outline:
    """Read a template as it is written; raises `Damaged` when it is not one. A `draft` may still have faults."""
    try:
        if len(data) > LONGEST:
            raise ValueError(len(data))
        table = tomllib.loads(data.decode("utf-8"))
        made = Outline(
            code=_text(table["code"], 40),
            version=_number(table["version"]),
            label=_text(table["label"]),
            label_en=_text(table["label_en"]),
            chapters=tuple(_chapter(entry) for entry in table["sections"]),
            rules=tuple(_rule(entry) for entry in table.get("rules", ())),
            phases=tuple(_number(day) for day in table.get("phases", ())),
        )
    except (KeyError, ValueError, TypeError, AttributeError, RecursionError) as trouble:
        raise errors.Damaged(N_("Berkas ceklis tidak dapat dibaca: {what}."), what=trouble) from trouble
    except errors.Refused as trouble:
        raise errors.Damaged(N_("Berkas ceklis tidak dapat dibaca: {what}."), what=str(trouble)) from trouble
    for one in () if draft else faults.of_outline(made):
        raise errors.Damaged(N_("Berkas ceklis tidak dapat dibaca: {what}."), what=str(one.words))
    return made


def quantity(text: str) -> Quantity:
    """Read a quantity: a formula, “?” behind it where it is common practice only. Raises Refused."""
    plain = text.strip()
    assumed = plain.endswith("?")
    plain = plain.removesuffix("?").strip()
    word, _, amount = plain.partition(" ")
    if word == "ballots" and not amount:
        plain = BALLOTS
    elif word in _OLD:
        if not amount.strip().isdigit():
            raise errors.Refused(N_("Jumlah “{text}” tidak dapat dibaca."), text=text)
        plain = _OLD[word].format(amount=int(amount))
    return Quantity(formulas.parse(plain).text, assumed)


def _chapter(entry: dict[str, Any]) -> Chapter:
    return Chapter(
        _text(entry["code"], 20),
        _text(entry["label"]),
        _text(entry["label_en"]),
        tuple(_question(line) for line in entry.get("items", ())),
    )


def _question(entry: dict[str, Any]) -> Question:
    fields = dict(entry)
    phases = tuple(_number(day) for day in fields.pop("phases"))
    written = fields.pop("quantity", {})
    made = Question(
        code=_text(fields.pop("code"), 60),
        label=_text(fields.pop("label")),
        label_en=_text(fields.pop("label_en")),
        phases=phases,
        home=_number(fields.pop("home", phases[0] if phases else 0)),
        kind=ItemKind(fields.pop("kind", ItemKind.YES_NO)),
        unit=_text(fields.pop("unit", ""), 20),
        required=_flag(fields.pop("required", False)),
        places=tuple(Kind(place) for place in fields.pop("places", (Kind.TPS,))),
        quantities=_quantities(written),
        per_race=_flag(fields.pop("per_race", False)),
        choices=tuple(_text(one, 60) for one in fields.pop("choices", ())),
        condition=str(conditions.parse(text)) if (text := _text(fields.pop("if", ""), 200)) else "",
        since=_number(fields.pop("since", 0)),
    )
    if fields:
        raise ValueError(next(iter(fields)))
    return made


def _quantities(written: object) -> Quantities:
    by_event = written if isinstance(written, dict) else {kind.value: written for kind in EventKind}
    return tuple((EventKind(kind), quantity(_text(text))) for kind, text in sorted(by_event.items()))


def _rule(entry: dict[str, Any]) -> rules.Rule:
    rules.require_code(_text(entry["code"], 10))
    level, check = rules.Level(entry["level"]), _text(entry["check"])
    return rules.Rule(entry["code"], level, check, _text(entry["label"]), _text(entry["label_en"]))


def _text(value: object, most: int = 300) -> str:
    if not isinstance(value, str) or len(value) > most or not value.isprintable():
        raise ValueError(str(value)[:80])
    return value


def _number(value: object) -> int:
    if type(value) is not int or abs(value) > 10_000:
        raise ValueError(str(value)[:80])
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError(str(value)[:80])
    return value
