# SPDX-License-Identifier: Apache-2.0
"""The evening of a demonstration: most TPS of one race are copied, some twice, some wrongly; nobody's real result.

Candidates have numbers and no names, votes are made up from a seed.
"""

import random
from collections.abc import Iterator

from desk_app.base.progress import Progress, Steps
from desk_app.data import keys, station_list
from desk_app.domain import places, words
from desk_app.domain.counts import lines
from desk_app.domain.counts.rights import Right
from desk_app.operations import accounts, candidates, count_check, count_entry, count_keys, count_rules, elections
from desk_app.operations import elections as events
from desk_app.operations.desk import Desk

N_ = words.N_

PAIRS = 3
SECOND = "Operator 2"
IN = 0.72
"""How much of the TPS has reported."""

EVENING = N_("Menyalin hasil suara")


def copied(desk: Desk, password: str, seed: int) -> Steps[int]:
    """Copy the evening's forms of the first race as two operators; returns how many TPS are in."""
    race = events.working_event(desk).races[0].code
    rows = [(str(no), f"Pasangan calon nomor {no}") for no in range(1, PAIRS + 1)]
    candidates.put_parties(desk, race, rows)
    second = accounts.add_account(desk, SECOND, accounts.Role.OPERATOR, password)
    count_keys.prepare(desk, {desk.operator.number: (Right.VERIFY, Right.TOTALS)})
    count_rules.edit(desk, second_entry=[race], races=[race])
    forms = list(_forms(desk, race, seed))
    for at, (subject, figures, _again) in enumerate(forms):
        if at % 50 == 0:
            yield Progress(at, len(forms), EVENING)
        count_entry.save(desk, subject, race, figures)
    first, desk.operator = desk.operator, _opened(desk, second.number, password)
    for subject, _figures, again in forms:
        if again is not None:
            count_entry.save(desk, subject, race, again)
    desk.operator = first
    subject = forms[0][0]
    count_check.correct(desk, subject, race, "v1", forms[0][1]["v1"] + 1, "Foto C.HASIL dibaca lagi")
    return len(forms)


def _forms(desk: Desk, race: str, seed: int) -> Iterator[tuple[str, dict[str, int], dict[str, int] | None]]:
    """(TPS, what the first operator copied, what the second did or None): of each twelve one with a wrong sum."""
    dice = random.Random(f"{seed} evening")
    event = elections.working_event(desk)
    with desk.reading() as connection:
        stations = [
            (f"{row.village}-{row.number:03d}", row.dpt_male, row.dpt_female)
            for row in station_list.all_rows(connection, event.code, desk.identity.place)
        ]
    for subject, men, women in stations:
        lot = dice.random()
        if lot > IN or not men or not women:
            continue
        form = candidates.form_of(desk, race, places.parse(subject).code)
        figures = _figures(dice, form, men, women, event.reserve_per_mille)
        if dice.random() < 1 / 12:
            figures[dice.choice(("total", "valid", "unused", "users_j"))] += dice.choice((-1, 1, 10))
        again = None
        if lot < IN / 6:
            again = dict(figures)
            if dice.random() < 1 / 15:
                again["v1"] += dice.choice((9, 90))
        yield subject, figures, again


def _figures(
    dice: random.Random, form: tuple[lines.Line, ...], men: int, women: int, reserve: int
) -> dict[str, int]:
    found = dict.fromkeys((line.code for line in form), 0)
    dpt = men + women
    users = round(dpt * dice.uniform(0.62, 0.93))
    invalid = dice.randint(0, max(1, users // 40))
    left = valid = users - invalid
    votes = [line.code for line in form if line.block is lines.Block.VOTES]
    for code in votes[:-1]:
        found[code] = dice.randint(left // 6, left // 2)
        left -= found[code]
    found[votes[-1]] = left
    spare = -(-dpt * reserve // 1000)
    moved = dice.choice((0, 0, 0, 1, 2))
    found |= {
        lines.VALID: valid,
        lines.INVALID: invalid,
        lines.TOTAL: users,
        lines.USED: users,
        lines.RECEIVED: dpt + spare,
        lines.UNUSED: dpt + spare - users,
    }
    for row, told in ((lines.VOTERS, dpt), ("registered", users - moved), ("transferred", moved), (lines.USERS, users)):
        by_men = told * men // dpt if row != "transferred" else 0
        found |= {f"{row}_l": by_men, f"{row}_p": told - by_men, f"{row}_j": told}
    for sex in ("l", "p", "j"):
        found[f"{lines.USERS}_{sex}"] = found[f"registered_{sex}"] + found[f"transferred_{sex}"]
    return {code: value for code, value in found.items() if any(line.code == code for line in form)}


def _opened(desk: Desk, number: int, password: str) -> keys.Slot:
    """The account as its owner has it after typing the password."""
    slot = keys.load(desk.folder).account(number)
    opened = keys.opened(slot, password) if slot is not None else None
    if opened is None:
        raise LookupError(number)
    return opened
