# SPDX-License-Identifier: Apache-2.0
"""A regency's list of results of one race as they are published: figures that add up, and one TPS in ten that does not.

The same every time. Which TPS breaks which rule is planted and known.
"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desk_app.data import place_names
from desk_app.domain import places, records
from desk_app.domain.counts import lines
from desk_app.operations import candidates, settings
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from desk_app.workbooks import writing
from tests import counted_offices

STATIONS = 1_146
"""As many as Kabupaten Wajo has (domain.md §2.2)."""
ONE_IN = 10
_RESERVE = 20
_SEED = 6

Figures = dict[str, int]


@dataclass(frozen=True, slots=True)
class Result:
    """One row: a TPS, its figures as published, and the rules that were broken on purpose."""

    village: str
    number: int
    men: int
    women: int
    figures: Mapping[str, int]
    broken: frozenset[str]

    @property
    def subject(self) -> str:
        return places.station_subject(self.village, self.number)


def results(desk: Desk, count: int = STATIONS, race: str = counted_offices.RACE) -> list[Result]:
    """The rows of the office's area, its TPS spread evenly over the villages."""
    dice = random.Random(_SEED)
    event = settings.event_code(desk)
    with desk.reading() as connection:
        named = place_names.below(connection, event, desk.identity.place, places.Level.VILLAGE)
    villages = [one.code for one in named]
    each, more = divmod(count, len(villages))
    where = [(code, no) for at, code in enumerate(villages) for no in range(1, each + (at < more) + 1)]
    found = []
    for at, (village, number) in enumerate(where):
        men, women = dice.randrange(90, 150), dice.randrange(90, 150)
        form = candidates.form_of(desk, race, village)
        figures = _clean(form, men, women, dice)
        broken: frozenset[str] = frozenset()
        if at % ONE_IN == ONE_IN - 3:
            noise, broken = KINDS[at // ONE_IN % len(KINDS)]
            noise(figures)
        found.append(Result(village, number, men, women, figures, broken))
    return found


def put_stations(desk: Desk, rows: Sequence[Result]) -> None:
    """The list of TPS with the same DPT as the results say."""
    event = settings.event_code(desk)
    told = (((event, one.village, one.number), {"dpt_male": one.men, "dpt_female": one.women}) for one in rows)
    transact(desk, "TPS", lambda unit: unit.put_many(records.STATION, told), kind="setup")


def write_workbook(path: Path, form: Sequence[lines.Line], rows: Sequence[Result], sheet: str = "Rekap") -> None:
    """The list as a workbook: a title, headings in two rows, one row a TPS, and the sums below."""
    above, below = _headings(form)
    body = [above, below, *_body(form, rows)]
    sums = [sum(one.figures[line.code] for one in rows) for line in form]
    body.append(["JUMLAH", None, None, None, *sums])
    titles: list[writing.Value] = ["HASIL PENGHITUNGAN SUARA PER TPS", *[""] * (len(below) - 1)]
    writing.write_workbook(path, [writing.TableSheet(sheet, [str(one) for one in titles], body)])


def _headings(form: Sequence[lines.Line]) -> tuple[list[writing.Value], list[writing.Value]]:
    above: list[writing.Value] = ["Kecamatan", "Desa/Kelurahan", "Kode Desa", "TPS"]
    below: list[writing.Value] = [None, None, None, None]
    last = ""
    for line in form:
        votes = line.block is lines.Block.VOTES
        group = "Perolehan suara" if votes else str(line.label)
        above.append(group if group != last else None)
        below.append(line.code.removeprefix(lines.VOTES) if votes else line.sex.value.upper() if line.sex else None)
        last = group
    return above, below


def _body(form: Sequence[lines.Line], rows: Sequence[Result]) -> Iterator[list[writing.Value]]:
    for one in rows:
        figures = [one.figures.get(line.code) for line in form]
        yield ["", "", one.village, one.number, *figures]


def _clean(form: Sequence[lines.Line], men: int, women: int, dice: random.Random) -> Figures:
    """A whole form in which every sum holds and no rule has anything to say."""
    told = {line.code: 0 for line in form}
    came = (dice.randrange(men * 6 // 10, men * 9 // 10), dice.randrange(women * 6 // 10, women * 9 // 10))
    moved, late = (dice.randrange(2), dice.randrange(2)), (dice.randrange(3), dice.randrange(3))
    rows = {"dpt": (men, women), "registered": came, "transferred": moved, "unregistered": late}
    rows["users"] = (came[0] + moved[0] + late[0], came[1] + moved[1] + late[1])
    rows["disabled"] = (dice.randrange(3), dice.randrange(3))
    for row, (of_men, of_women) in rows.items():
        told |= {f"{row}_l": of_men, f"{row}_p": of_women, f"{row}_j": of_men + of_women}
    total = told["users_j"]
    invalid = dice.randrange(1, 9)
    votes = [line.code for line in form if line.block is lines.Block.VOTES]
    left = total - invalid
    for code in votes[:-1]:
        told[code] = dice.randrange(10, left // 2)
        left -= told[code]
    told[votes[-1]] = left
    received = men + women + -(-(men + women) * _RESERVE // 1000)
    told |= {"valid": total - invalid, "invalid": invalid, "total": total, "used": total, "received": received}
    told |= {"spoiled": 1, "unused": received - total - 1}
    return told


def _add(**more: int) -> Callable[[Figures], None]:
    def noise(figures: Figures) -> None:
        for code, value in more.items():
            figures[code] += value

    return noise


def _as_in_the_sample(figures: Figures) -> None:
    """L = 1, P = 1 and J = 0: as Sirekap had it of a TPS in Jakarta."""
    figures |= {"unregistered_l": 1, "unregistered_p": 1, "unregistered_j": 0}
    figures |= {"users_l": figures["registered_l"] + figures["transferred_l"] + 1}
    figures |= {"users_p": figures["registered_p"] + figures["transferred_p"] + 1}
    figures["users_j"] = figures["users_l"] + figures["users_p"]
    total = figures["users_j"]
    figures |= {"total": total, "used": total, "unused": figures["received"] - total - 1}
    figures["valid"] = total - figures["invalid"]
    figures["v3"] = figures["valid"] - figures["v1"] - figures["v2"]


KINDS: tuple[tuple[Callable[[Figures], None], frozenset[str]], ...] = (
    (_add(disabled_j=1), frozenset({"V01"})),
    (_as_in_the_sample, frozenset({"V01", "V02"})),
    (_add(transferred_l=1, transferred_j=1), frozenset({"V02"})),
    (_add(v1=10), frozenset({"V03"})),
    (_add(invalid=2), frozenset({"V04"})),
    (_add(valid=1), frozenset({"V03", "V04"})),
    (_add(registered_l=-3, registered_j=-3, users_l=-3, users_j=-3), frozenset({"V05"})),
    (_add(registered_p=2, registered_j=2, users_p=2, users_j=2), frozenset({"V05"})),
)
"""What was found in real lists, and the rules that it breaks."""
