# SPDX-License-Identifier: Apache-2.0
"""What users of the peers ask for (docs/pains.md), where no other test shows it already."""

import socket
from pathlib import Path

import pytest

from desk_app.operations import checking, history, issue_deeds, issue_register, issues, stations, teams
from tests import two_offices


def test_7_a_placeholder_number_overwrites_nobody_and_a_wrong_one_is_put_right(tmp_path: Path) -> None:
    """Pain no. 7: people with the same placeholder number stay two; a corrected number is an ordinary edit."""
    with two_offices.opened(tmp_path) as two:
        team = teams.new_team(two.kabupaten, "VIII")
        first, second = (
            teams.new_member(two.kabupaten, "Staf", team=team, person=person, nip="0000000000000000")
            for person in ("Sitti", "Baso")
        )
        two.carry(two.kabupaten, two.tempe)
        [theirs] = teams.teams(two.tempe)
        assert sorted(one.person for one in theirs.present) == ["Baso", "Sitti"]
        teams.edit_member(two.kabupaten, first, nip="196802201990032003")
        two.carry(two.kabupaten, two.tempe)
        [theirs] = teams.teams(two.tempe)
        told = {one.person: teams.member_number(two.tempe, one.no) for one in theirs.present}
        assert told == {"Sitti": "196802201990032003", "Baso": "0000000000000000"}
        assert second != first


def test_6_what_was_deleted_does_not_linger_and_both_offices_count_the_same(tmp_path: Path) -> None:
    """Pain no. 6: deletions travel, and both offices can compare one number for each scope."""
    with two_offices.opened(tmp_path) as two:
        two.carry(two.kabupaten, two.tempe)
        stations.delete_station(two.kabupaten, two_offices.SECOND)
        two.carry(two.kabupaten, two.tempe)
        below = [stations.count_stations(one, "73.13.06") for one in (two.kabupaten, two.tempe)]
        assert below[0] == below[1] > 0
        digests = [checking.digests(one) for one in (two.kabupaten, two.tempe)]
        shared = digests[0].keys() & digests[1].keys()
        assert shared
        assert all(digests[0][scope] == digests[1][scope] for scope in shared)


def test_25_nothing_needs_a_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pain no. 25: rules, history and audit work on a computer that reaches nobody."""
    def refused(*_told: object, **_more: object) -> None:
        raise AssertionError("somebody asked the network")

    monkeypatch.setattr(socket.socket, "connect", refused)
    with two_offices.opened(tmp_path) as two:
        no = issues.new_issue(two.tempe, "Kotak basah")
        issue_deeds.give_advice(two.tempe, no, "Pindahkan")
        two.carry(two.tempe, two.kabupaten)
        assert history.history(two.kabupaten, issue_register.issue_rows(two.kabupaten)[0].no)
