# SPDX-License-Identifier: Apache-2.0
"""The lines of a C.HASIL stand in the order of the form, and what was not read is missing."""

from dataclasses import replace
from pathlib import Path

import pytest

from desk_app.domain import elections
from desk_app.domain.counts import lines

ROOT = Path(__file__).resolve().parents[3]
EVENT = elections.parse((ROOT / "resources" / "elections" / "pilkada-2024.toml").read_bytes())
Kind = lines.CandidateKind


def candidate(code: str, kind: Kind = Kind.PAIR) -> lines.Candidate:
    return lines.Candidate(code, f"Nama {code}", kind)


def test_the_form_of_two_pairs() -> None:
    form = lines.lines_of(EVENT, [candidate("2"), candidate("1")])
    assert [line.code for line in form] == [
        *(f"{row}_{sex}" for row in ("dpt", "registered", "transferred", "unregistered", "users") for sex in "lpj"),
        *("received", "used", "spoiled", "unused"),
        *("disabled_l", "disabled_p", "disabled_j"),
        *("v1", "v2"),
        *("valid", "invalid", "total"),
    ]
    blocks = [line.block for line in form]
    assert blocks == sorted(blocks, key=list(lines.Block).index)
    assert set(lines.BLOCK_LABELS) == set(blocks)


def test_a_brief_form_has_the_sums_alone() -> None:
    form = lines.lines_of(EVENT, [candidate("1")], brief=True)
    assert [line.code for line in form] == [
        *("dpt_j", "registered_j", "transferred_j", "unregistered_j", "users_j"),
        *("received", "used", "spoiled", "unused", "v1", "valid", "invalid", "total"),
    ]


def test_a_row_joins_its_columns() -> None:
    form = lines.lines_of(EVENT, [candidate("1")])
    assert [(line.row, line.sex) for line in form if line.row == "users"] == [
        ("users", lines.Sex.MEN),
        ("users", lines.Sex.WOMEN),
        ("users", lines.Sex.BOTH),
    ]
    assert [line.row for line in form if line.sex is None] == [line.code for line in form if "_" not in line.code]


def test_classes_of_voters_are_called_as_in_the_year() -> None:
    """The same abbreviation means another class in another year (domain.md §0.2)."""
    older = replace(
        EVENT,
        voter_classes={
            elections.VoterClass.REGISTERED: elections.ClassLabel("DPT", "DPT"),
            elections.VoterClass.TRANSFERRED: elections.ClassLabel("DPPh", "Pindahan"),
            elections.VoterClass.UNREGISTERED: elections.ClassLabel("DPTb", "KTP"),
        },
    )

    def said(event: elections.Event) -> dict[str, str]:
        return {line.code: str(line.label) for line in lines.lines_of(event, [candidate("1")], brief=True)}

    assert said(EVENT)["transferred_j"] == "B.2 Pengguna hak pilih DPTb"
    assert said(older)["transferred_j"] == "B.2 Pengguna hak pilih DPPh"
    assert said(older)["unregistered_j"] == "B.3 Pengguna hak pilih DPTb"


def test_votes_stand_by_their_numbers_and_the_empty_column_last() -> None:
    made = [
        candidate("0", Kind.EMPTY),
        candidate("10", Kind.PARTY),
        candidate("3.10", Kind.PERSON),
        candidate("3.2", Kind.PERSON),
        candidate("3.0", Kind.PERSON),
        candidate("3", Kind.PARTY),
    ]
    votes = [line for line in lines.lines_of(EVENT, made) if lines.is_votes(line.code)]
    assert [line.code for line in votes] == ["v3", "v3.0", "v3.2", "v3.10", "v10", "v0"]
    assert [str(line.label) for line in votes] == [
        "3. Nama 3",
        "3 Suara partai",
        "3.2. Nama 3.2",
        "3.10. Nama 3.10",
        "10. Nama 10",
        "Kolom kosong",
    ]


@pytest.mark.parametrize(
    ("code", "votes", "part"),
    [("v1", True, False), ("v0", True, False), ("v3.1", True, True), ("valid", False, False), ("dpt_j", False, False)],
)
def test_which_lines_are_votes(code: str, votes: bool, part: bool) -> None:
    assert (lines.is_votes(code), lines.is_part(code)) == (votes, part)


def test_a_form_is_whole_when_every_needed_line_was_read_as_zero_or_more() -> None:
    form = lines.lines_of(EVENT, [candidate("1")], brief=True)
    read = {line.code: 0 for line in form}
    assert lines.whole(form, read)
    for line in form:
        rest = {code: value for code, value in read.items() if code != line.code}
        assert not lines.whole(form, rest)
        assert lines.whole([replace(one, needed=one.code != line.code) for one in form], rest)
