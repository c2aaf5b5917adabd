# SPDX-License-Identifier: Apache-2.0
"""Each planted mistake is found by the histories, as a property that does not hold; without one they find nothing.

`FOUND`: the seed of a history that finds it soon, and the property that it shows as. Where the histories have changed
since, others are played, as many as `MOST`.
"""

import re
from pathlib import Path

import pytest

from tests.histories import history, mistakes, scripts
from tests.histories.prepared import Prepared

MOST = 150
FOUND = {
    "lww_clock": (2, "P1"),
    "last_import_wins": (2, "P1"),
    "keep_superseded": (2, "P1"),
    "delete_wins": (26, "P6"),
    "no_observed": (2, "P6"),
    "conflicts_forgotten": (2, "P4"),
    "local_winner": (2, "P1"),
    "drop_unknown": (0, "P1"),
    "forget_strangers": (0, "P1"),
    "plain_without_looking": (2, "P8"),
    "ack_on_send": (0, "P9"),
    "claim_what_waits": (17, "P9"),
    "no_gate": (27, "P8|KeyError"),
    "nothing_waits": (12, "P8"),
    "torn_groups": (27, "P8"),
    "no_reincarnate": (2, "P13"),
    "blind_witness": (2, "P13"),
    "reapply": (2, "P1"),
    "split_commit": (4, "P7"),
    "fork_overlooked": (30, "P14"),
    "scope_leak": (0, "P17"),
    "relay_reencodes": (2, "P16"),
    "count_bad_signature": (0, "P11"),
    "trust_the_sender": (19, "trust"),
    "hash_unchecked": (27, "P11"),
    "seal_short": (0, "P10"),
}


@pytest.mark.parametrize("mistake", mistakes.ALL, ids=lambda one: one.__name__)
def test_it_is_found(
    offices: Prepared, folder: Path, monkeypatch: pytest.MonkeyPatch, mistake: mistakes.Mistake
) -> None:
    mistake(monkeypatch)
    soon, shows = FOUND[mistake.__name__]
    told = ""
    for seed in dict.fromkeys((soon, *range(MOST))):
        told = history.breaks(offices, folder, scripts.make(seed))
        if told:
            break
    assert re.match(shows, told)


@pytest.mark.parametrize("seed", sorted({seed for seed, _ in FOUND.values()}))
def test_nothing_is_found_where_there_is_nothing(offices: Prepared, folder: Path, seed: int) -> None:
    assert history.breaks(offices, folder, scripts.make(seed)) == ""


def test_there_are_mistakes_of_every_sort() -> None:
    shown = {shows for _, shows in FOUND.values()}
    assert {"P1", "P4", "P6", "P7", "P8", "P9", "P10", "P11", "P13", "P14", "P16", "P17"} <= shown
    assert [one.__name__ for one in mistakes.ALL] == list(FOUND)
    assert len(FOUND) >= 12
