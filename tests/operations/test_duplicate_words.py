# SPDX-License-Identifier: Apache-2.0
"""Catatan ganda in words: what tells one record from the other, why it is asked, what was said."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.domain import records
from desk_app.operations import duplicate_words, duplicates, issue_deeds, issues, teams, values
from desk_app.operations.desk import Desk
from desk_app.operations.transact import transact
from tests import two_offices


@pytest.fixture
def two(tmp_path: Path) -> Iterator[two_offices.Two]:
    with two_offices.opened(tmp_path) as made:
        yield made


def facts(card: duplicate_words.Card) -> dict[str, str]:
    return dict(card.facts)


def test_issues_tell_place_state_and_who_wrote_them(two: two_offices.Two) -> None:
    tempe = two.tempe
    one = issues.new_issue(tempe, "Listrik padam", two_offices.FIRST, category="LIS", advice="Genset")
    issues.new_issue(two.kabupaten, "Padam listrik", two_offices.FIRST, category="LIS", severity="tinggi")
    issue_deeds.follow_up(tempe, one, "PLN dihubungi")
    two.carry(tempe, two.kabupaten)
    [doubt] = duplicate_words.waiting(two.kabupaten)
    assert doubt.kind_label == "Permasalahan"
    assert doubt.reasons == "Tempat, kategori, dan hari sama; kalimatnya mirip"
    assert (doubt.merging, doubt.renumbering) == (True, False)
    by_title = {card.title: card for card in doubt.cards}
    assert doubt.title == " ⇄ ".join(card.number for card in doubt.cards) + f" · {doubt.cards[0].title}"
    told = facts(by_title["Listrik padam"])
    assert told["Tempat"].startswith("TPS 001 · Kel. ")
    assert told["Saran penyelesaian"] == "Genset"
    assert told["Tindak lanjut"] == "1"
    assert told["Ditulis oleh"] == "Besse · Desk Pemilu Kecamatan Tempe"
    assert "Saran penyelesaian" not in facts(by_title["Padam listrik"])
    assert facts(by_title["Padam listrik"])["Tingkat"] == "Tinggi"


def test_members_are_masked_and_teams_have_roman_numbers(two: two_offices.Two) -> None:
    wajo = two.kabupaten
    decree = teams.new_decree(wajo, number="100.3/45/2024")
    one = teams.new_team(wajo, 8, name="Tim Utara", decree=decree)
    other = teams.new_team(wajo, 9, name="Tim utara", decree=decree)
    for team in (one, other):
        teams.new_member(wajo, "Camat", person="H. Baso", nip="197001011990031001", team=team)
    found = {doubt.kind: doubt for doubt in duplicate_words.waiting(wajo)}
    assert found["team"].title == "Tim VIII ⇄ Tim IX · Tim Utara"
    assert facts(found["team"].cards[0])["Anggota"] == "1"
    assert "100.3/45/2024" in facts(found["team"].cards[0])["Surat keputusan"]
    assert found["member"].title == "H. Baso"
    assert {facts(card)["Tim"] for card in found["member"].cards} == {"Tim VIII", "Tim IX"}
    assert all("19900310" not in facts(card)["NIP/NRP"] for card in found["member"].cards)


def test_operators(two: two_offices.Two) -> None:
    key = (two.tempe.identity.place, "ab" * 16, 7)
    transact(two.tempe, "x", lambda unit: unit.put(records.OPERATOR, key, {"name": "besse", "role": "admin"}))
    [doubt] = duplicate_words.waiting(two.tempe)
    assert {facts(card)["Nomor operator"] for card in doubt.cards} == {"1", "7"}
    assert doubt.title == "Besse ⇄ besse"


def test_what_was_said(two: two_offices.Two) -> None:
    tempe = two.tempe
    made = [issues.new_issue(tempe, f"Listrik padam {letter}", two_offices.FIRST, category="LIS") for letter in "ABC"]
    duplicates.merge(tempe, made[0], [made[1]])
    duplicates.tell_apart(tempe, [made[0], made[2]])
    assert duplicate_words.waiting(tempe) == []
    merged, apart = sorted(duplicate_words.settled(tempe), key=lambda one: not one.merged)
    numbers = [f"{tempe.identity.register}-{number:04d}" for number in (1, 2, 3)]
    assert merged.title == f"{numbers[1]} · Listrik padam B"
    assert merged.words == f"digabung ke {numbers[0]} · Listrik padam A"
    assert (merged.record, merged.merged) == (made[1], True)
    assert apart.title == f"{numbers[0]} · Listrik padam A ⇄ {numbers[2]} · Listrik padam C"
    assert apart.words == "bukan ganda"
    issues.delete_issue(tempe, made[2])
    assert [one.merged for one in duplicate_words.settled(tempe)] == [True]


def test_the_history_names_the_one_it_was_merged_into(two: two_offices.Two) -> None:
    one, other = (issues.new_issue(two.tempe, "Padam", two_offices.FIRST) for _ in range(2))
    duplicates.merge(two.tempe, one, [other])
    said = values.Speaker(two.tempe).value("issue", "merged_into", one)
    assert said == f"{two.tempe.identity.register}-0001 · Padam"


@pytest.mark.parametrize(("count", "words"), [(1, "1 catatan ganda perlu diperiksa"), (2, "2 catatan ganda")])
def test_the_line_of_the_home_page(count: int, words: str) -> None:
    assert duplicate_words.todo_words(count).startswith(words)


def test_an_office_without_any(two: two_offices.Two) -> None:
    desk: Desk = two.tempe
    assert (duplicate_words.waiting(desk), duplicate_words.settled(desk)) == ([], [])
