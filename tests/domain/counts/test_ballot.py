# SPDX-License-Identifier: Apache-2.0
"""Numbers and pasted lists of a ballot, and what may stand on one together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import errors
from desk_app.domain.counts import ballot
from desk_app.domain.counts.lines import Candidate, CandidateKind

PAIR, EMPTY, PARTY, PERSON = CandidateKind


def pair(code: str, *districts: str) -> Candidate:
    return Candidate(code, f"Nama {code}", ballot.kind_of("bupati", code), districts)


@pytest.mark.parametrize(
    ("typed", "code"), [("1", "1"), (" 03 ", "3"), ("0", "0"), ("3.2", "3.2"), ("03 . 12", "3.12")]
)
def test_numbers(typed: str, code: str) -> None:
    assert ballot.parse_code(typed) == code


@pytest.mark.parametrize("typed", ["", "A", "1.", "-1", "3.2.1", "1000", "١", "3.0", "0.1"])
def test_what_is_no_number(typed: str) -> None:
    with pytest.raises(errors.Refused):
        ballot.parse_code(typed)


def test_what_a_number_stands_for() -> None:
    assert [ballot.kind_of("bupati", code) for code in ("1", "0")] == [PAIR, EMPTY]
    assert [ballot.kind_of("dprd_kab", code) for code in ("3", "3.2")] == [PARTY, PERSON]
    assert ballot.kind_of("dpd", "21") is PERSON
    for race, code in (("bupati", "1.2"), ("dpd", "0"), ("dpr", "0"), ("dpd", "1.1")):
        with pytest.raises(errors.Refused):
            ballot.kind_of(race, code)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("1 Andi – Budi\n2 Citra – Dewi", [("1", "Andi – Budi"), ("2", "Citra – Dewi")]),
        ("01. H. Andi, S.H.\r\n\r\n2)\tBudi  Karya\n", [("1", "H. Andi, S.H."), ("2", "Budi Karya")]),
        ("Andi\nBudi", [("1", "Andi"), ("2", "Budi")]),
        (
            "3 Partai C\n3.1 Citra\n3.2. Dodi\nPartai D",
            [("3", "Partai C"), ("3.1", "Citra"), ("3.2", "Dodi"), ("4", "Partai D")],
        ),
        ("Nomor urut 2: Andi", [("2", "Andi")]),
        ("1\u00a0–\u00a0Andi", [("1", "Andi")]),
    ],
)
def test_a_pasted_list(text: str, read: list[tuple[str, str]]) -> None:
    assert list(ballot.read_list(text)) == read


def test_names_alone_follow_what_is_there() -> None:
    assert ballot.read_list("Citra", ["1", "2", "2.7"]) == (("3", "Citra"),)


@pytest.mark.parametrize(
    ("text", "why"), [("1 Andi\n1 Budi", "Baris 2"), ("1 Andi\n2 ...", "Baris 2"), (" \n", "Tempel")]
)
def test_a_list_that_is_refused(text: str, why: str) -> None:
    with pytest.raises(errors.Refused, match=why):
        ballot.read_list(text)


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = ballot.read_list(text)
    except errors.Refused:
        return
    assert len({one.code for one in found}) == len(found)
    assert all(ballot.parse_code(one.code) == one.code and one.name.strip() for one in found)


def test_the_empty_column_stands_against_one_pair() -> None:
    ballot.check("bupati", [pair("1"), pair("0")])
    with pytest.raises(errors.Refused, match="tunggal"):
        ballot.check("bupati", [pair("1"), pair("2"), pair("0")])


def test_a_number_stands_twice_only_in_different_kecamatan() -> None:
    party = Candidate("3", "Partai", PARTY)
    one, two = Candidate("3.1", "A", PERSON, ("73.13.06",)), Candidate("3.1", "B", PERSON, ("73.13.07", "73.13.08"))
    ballot.check("dprd_kab", [party, one, two])
    for other in (Candidate("3.1", "C", PERSON, ("73.13.08",)), Candidate("3.1", "D", PERSON)):
        with pytest.raises(errors.Refused, match=r"3\.1"):
            ballot.check("dprd_kab", [party, one, two, other])
    with pytest.raises(errors.Refused, match="partai nomor 4"):
        ballot.check("dprd_kab", [party, Candidate("4.1", "E", PERSON)])


def test_pairs_that_are_only_counted() -> None:
    assert [one.name for one in ballot.numbered("bupati", 2)] == ["Pasangan calon nomor 1", "Pasangan calon nomor 2"]
    assert [(one.code, one.kind) for one in ballot.numbered("bupati", 1)] == [("1", PAIR), ("0", EMPTY)]
    assert ballot.numbered("bupati", None) == ballot.numbered("dprd_kab", 18) == ()


def test_a_party_with_candidates_has_a_line_of_its_own() -> None:
    found = [Candidate("10", "X", PARTY), Candidate("3.1", "A", PERSON), Candidate("3", "C", PARTY, ("73.13.06",))]
    told = ballot.with_own_votes(found)
    assert [one.code for one in told] == ["3", "3.0", "3.1", "10"]
    assert (told[1].name, told[1].districts, told[1].line) == ("C", ("73.13.06",), "v3.0")
