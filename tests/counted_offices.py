# SPDX-License-Identifier: Apache-2.0
"""Offices that count: candidates, holders of the key, and figures of a form that hold together."""

from collections.abc import Mapping, Sequence

from desk_app.base.progress import finish
from desk_app.data import count_store
from desk_app.domain.counts import lines
from desk_app.domain.counts.rights import Right
from desk_app.operations import candidates, count_keys, settings, tally
from desk_app.operations.desk import Desk
from tests.small_offices import KEY_MEMORY

RACE = "ppwp"
BOTH = (Right.VERIFY, Right.TOTALS)


def stand(desk: Desk, race: str = RACE, names: Sequence[str] = ("Anis", "Bowo", "Ganda")) -> None:
    """Write the candidates of a race."""
    candidates.put_parties(desk, race, [(str(no), name) for no, name in enumerate(names, 1)])


def hold(desk: Desk, *numbers: int) -> str:
    """Make the office's key of the count, held by these accounts (the first one); returns the letters of the sheet."""
    return count_keys.prepare(desk, dict.fromkeys(numbers or (1,), BOTH), key_memory=KEY_MEMORY)


def figures(form: Sequence[lines.Line], votes: Sequence[int], *, invalid: int = 5, voters: int = 290) -> dict[str, int]:
    """A whole form in which every sum holds: these votes in the order of the ballot, all others in the DPT."""
    found = dict.fromkeys((line.code for line in form), 0)
    named = [line.code for line in form if line.block is lines.Block.VOTES]
    found.update(zip(named, votes, strict=True))
    valid = sum(votes)
    total = valid + invalid
    spare = -(-voters * 20 // 1000)
    told = {
        "valid": valid,
        "invalid": invalid,
        "total": total,
        "used": total,
        "received": voters + spare,
        "unused": voters + spare - total,
    }
    men = total * 14 // 29
    for row, by_men, both in (("dpt", 140, voters), ("registered", men, total), ("users", men, total)):
        told |= {f"{row}_l": by_men, f"{row}_p": both - by_men, f"{row}_j": both}
    found.update({code: value for code, value in told.items() if code in found})
    return found


def sums(desk: Desk, race: str = RACE, region: str = "73.13", width: int = 8) -> Mapping[str, Mapping[str, int]]:
    """The sums of the votes of each region after all that came in was weighed."""
    finish(tally.refresh(desk))
    with tally.store_of(desk).reading() as connection:
        found = count_store.sums(connection, settings.event_code(desk), race, region, width)
    return {
        place: {line: told[0] for line, told in by_line.items() if lines.is_votes(line)}
        for place, by_line in found.items()
    }
