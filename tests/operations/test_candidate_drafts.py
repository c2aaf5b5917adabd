# SPDX-License-Identifier: Apache-2.0
"""A list of candidates under alteration: checked as a whole, one transaction, keys of numbers that are held twice."""

import pytest

from desk_app.data import candidate_list
from desk_app.domain import errors
from desk_app.operations import candidate_drafts, candidates, settings
from desk_app.operations.desk import Desk
from desk_app.operations.transact import together
from tests.regency_offices import BELAWA, TEMPE


def keys(desk: Desk) -> list[str]:
    with desk.reading() as connection:
        return [row.key for row in candidate_list.candidates(connection, settings.event_code(desk), "73.13")]


def test_a_list_that_cannot_stand_leaves_nothing(wajo: Desk) -> None:
    def work(draft: candidate_drafts.Draft) -> None:
        for code in ("1", "2", "0"):
            draft.lay(candidate_drafts.made(wajo, "ppwp", code, f"Nama {code}"))

    with pytest.raises(errors.Refused, match="tunggal"):
        candidate_drafts.altered(wajo, "ppwp", "Calon", work)
    assert keys(wajo) == []


def test_keys_of_a_number_that_several_hold(wajo: Desk) -> None:
    candidates.put(wajo, "dprd_kab", "3", "Partai")
    first = candidates.put(wajo, "dprd_kab", "3.1", "Andi", districts=[TEMPE])
    candidates.put(wajo, "dprd_kab", "3.1", "Budi", districts=[BELAWA])
    candidates.remove_records(wajo, "dprd_kab", [first])
    assert keys(wajo) == ["3", "3.1/2"]
    candidates.put(wajo, "dprd_kab", "3.1", "Citra", districts=[TEMPE])
    assert len(set(keys(wajo))) == 3
    assert [one.name for one in candidates.all_of(wajo)["dprd_kab"]] == ["Partai", "Citra", "Budi"]


def test_each_verb_sees_what_those_before_it_wrote(wajo: Desk) -> None:
    def work() -> None:
        candidates.put(wajo, "dprd_kab", "3", "Partai")
        candidates.put(wajo, "dprd_kab", "3.1", "Andi")

    together(wajo, "Daftar", work)
    assert keys(wajo) == ["3", "3.1"]


def test_a_record_of_another_office_is_not_altered(wajo: Desk) -> None:
    with pytest.raises(errors.NotFound):
        candidate_drafts.race_of(wajo, 12345)
