# SPDX-License-Identifier: Apache-2.0
"""The TPS of a demonstration: published totals shared out over villages and TPS, the same for the same seed.

Published (domain.md §2.2): Wajo, Pemilu 2024, DPT 293,077 = L 139,467 + P 153,610 in 1,146 TPS; the DPT of Tempe,
Tanasitolo and Maniangpajo; the TPS of each kecamatan. Which TPS holds how many voters is made up.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desk_app.domain import regions

WAJO = "73.13"
WAJO_MALE, WAJO_FEMALE = 139_467, 153_610
WAJO_STATIONS: Mapping[str, int] = {
    "73.13.01": 79,
    "73.13.02": 97,
    "73.13.03": 62,
    "73.13.04": 56,
    "73.13.05": 91,
    "73.13.06": 178,
    "73.13.07": 86,
    "73.13.08": 121,
    "73.13.09": 48,
    "73.13.10": 125,
    "73.13.11": 61,
    "73.13.12": 45,
    "73.13.13": 36,
    "73.13.14": 61,
}
WAJO_VOTERS: Mapping[str, int] = {"73.13.06": 48_065, "73.13.08": 30_792, "73.13.09": 12_438}

MOST_VOTERS = 300
AVERAGE_VOTERS = 249
"""Voters in country by TPS in country at Pemilu 2024: 203,056,748 / 820,161 is 247.6; abroad not counted."""

SPECIAL_FROM = 901


@dataclass(frozen=True, slots=True)
class MadeStation:
    """A TPS of a demonstration."""

    village: str
    number: int
    male: int
    female: int


def wajo(villages: Mapping[str, Sequence[str]], seed: int) -> list[MadeStation]:
    """The 1,146 TPS of Wajo from its published totals; `villages` by kecamatan code."""
    dice = random.Random(seed)
    rest = WAJO_MALE + WAJO_FEMALE - sum(WAJO_VOTERS.values())
    others = [district for district in WAJO_STATIONS if district not in WAJO_VOTERS]
    shares = share_out(rest, [WAJO_STATIONS[district] for district in others])
    voters = dict(WAJO_VOTERS) | dict(zip(others, shares, strict=True))
    numbered: list[tuple[str, int, int]] = []
    for district, count in WAJO_STATIONS.items():
        numbered.extend(_district(dice, villages[district], count, voters[district], specials=count > 100))
    return _by_sex(numbered, WAJO_MALE, WAJO_MALE + WAJO_FEMALE)


def elsewhere(villages: Mapping[str, Sequence[str]], count: int, seed: int) -> Iterator[MadeStation]:
    """`count` TPS over the villages of any region, with the country's average of voters; all of it made up."""
    dice = random.Random(seed)
    weights = [len(codes) for codes in villages.values()]
    stations = share_out(count, weights, least=[len(codes) for codes in villages.values()])
    for (_, codes), number in zip(villages.items(), stations, strict=True):
        made = _district(dice, codes, number, number * AVERAGE_VOTERS, specials=False)
        yield from _by_sex(
            made, sum(voters for _, _, voters in made) // 2, sum(voters for _, _, voters in made)
        )


def villages_by_district(found: Sequence[regions.Region]) -> dict[str, list[str]]:
    """The village codes of each kecamatan, in the order of codes; a kecamatan without any is left out."""
    grouped: dict[str, list[str]] = {}
    for region in found:
        if len(region.code) > 8:
            grouped.setdefault(region.code[:8], []).append(region.code)
    return grouped


def share_out(total: int, weights: Sequence[float], least: Sequence[int] | None = None) -> list[int]:
    """Whole parts of `total` in proportion to weights, by the largest remainder; raises ValueError if too little."""
    floors = list(least) if least is not None else [0] * len(weights)
    left = total - sum(floors)
    if left < 0:
        raise ValueError("less to share out than the least parts need")
    whole = sum(weights)
    exact = [left * weight / whole for weight in weights]
    parts = [int(part) for part in exact]
    order = sorted(range(len(weights)), key=lambda index: (parts[index] - exact[index], index))
    for index in order[: left - sum(parts)]:
        parts[index] += 1
    return [floor + part for floor, part in zip(floors, parts, strict=True)]


def _district(
    dice: random.Random, villages: Sequence[str], count: int, voters: int, *, specials: bool
) -> list[tuple[str, int, int]]:
    """(village, number, voters) of the TPS of one kecamatan; none holds more than MOST_VOTERS."""
    stations = share_out(count, [dice.uniform(0.5, 1.5) for _ in villages], least=[1] * len(villages))
    sizes = share_out(voters, [dice.uniform(0.9, 1.1) for _ in range(count)])
    spare = 0
    for index, size in enumerate(sizes):
        spare += max(0, size - MOST_VOTERS)
        sizes[index] = min(size, MOST_VOTERS)
    for index, size in enumerate(sizes):
        added = min(spare, MOST_VOTERS - size)
        sizes[index] += added
        spare -= added
    if spare:
        raise ValueError("more voters than the TPS may hold")
    special = max(range(len(villages)), key=lambda index: stations[index]) if specials else -1
    made = []
    left = iter(sizes)
    for index, (village, several) in enumerate(zip(villages, stations, strict=True)):
        for number in range(1, several + 1):
            last = index == special and number == several
            made.append((village, SPECIAL_FROM if last else number, next(left)))
    return made


def _by_sex(made: Sequence[tuple[str, int, int]], male: int, total: int) -> list[MadeStation]:
    men = share_out(male, [voters for _, _, voters in made]) if total else [0] * len(made)
    return [
        MadeStation(village, number, some, voters - some)
        for (village, number, voters), some in zip(made, men, strict=True)
    ]
