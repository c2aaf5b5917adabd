# SPDX-License-Identifier: Apache-2.0
"""A draft outlives the program, belongs to one operator, and is no record."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.operations import accounts, drafts, election_settings, history, opening, settings
from desk_app.operations.desk import Desk
from tests import small_offices

LOG = drafts.Draft("issues/log", "Buku Posko", {"text": "Listrik padam di", "place": ["", "", "pasar"], "secret": True})


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with small_offices.make(tmp_path / "kantor").desk as made:
        yield made


def test_a_draft_is_there_after_the_program_was_closed(desk: Desk) -> None:
    drafts.keep(desk, LOG)
    drafts.keep(desk, drafts.Draft("teams/member/team/5", "Anggota baru", {"person": "Andi"}))
    desk.close()
    with opening.open_office(desk.folder, small_offices.PASSWORD) as again:
        assert [one.key for one in drafts.drafts_of(again)] == ["issues/log", "teams/member/team/5"]
        assert drafts.drafts_of(again)[0] == LOG
        drafts.keep(again, drafts.Draft(LOG.key, LOG.words, {"text": "Listrik padam di pasar"}))
        drafts.drop(again, "teams/member/team/5")
        drafts.drop(again, "never/kept")
        assert [one.values for one in drafts.drafts_of(again)] == [{"text": "Listrik padam di pasar"}]


def test_a_draft_is_shown_to_nobody_else(desk: Desk) -> None:
    accounts.add_account(desk, "Operator 2", accounts.Role.OPERATOR, "katasandi", key_memory=small_offices.KEY_MEMORY)
    drafts.keep(desk, LOG)
    desk.close()
    with opening.open_office(desk.folder, "katasandi", name="Operator 2") as other:
        assert drafts.drafts_of(other) == []


def test_a_draft_belongs_to_the_election_in_which_it_was_begun(desk: Desk) -> None:
    before = settings.event_code(desk)
    drafts.keep(desk, LOG)
    other = next(one.code for one in election_settings.choices(desk) if one.code != before)
    election_settings.choose(desk, other)
    assert drafts.drafts_of(desk) == []
    late = drafts.Draft(LOG.key, LOG.words, {"text": "Listrik padam di pasar"})
    drafts.keep(desk, late, before)
    drafts.drop(desk, LOG.key)
    assert drafts.waiting(desk) == {before: [late]}
    drafts.keep(desk, LOG)
    assert drafts.waiting(desk) == {before: [late], other: [LOG]}
    drafts.drop(desk, LOG.key, before)
    election_settings.choose(desk, before)
    assert drafts.drafts_of(desk) == []


def test_a_draft_is_no_record(desk: Desk) -> None:
    before = history.next_undo(desk)
    drafts.keep(desk, LOG)
    assert history.next_undo(desk) == before


def test_the_excerpt_is_the_longest_of_what_was_typed() -> None:
    assert LOG.excerpt == "Listrik padam di"
    assert drafts.Draft("k", "w", {}).excerpt == ""
    long = drafts.Draft("k", "w", {"a": "x", "b": "kata " * 40}).excerpt
    assert len(long) == 48
    assert long.endswith("…")
