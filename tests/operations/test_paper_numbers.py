# SPDX-License-Identifier: Apache-2.0
"""Numbers are given once: used, or said not to be used, and never given again."""

from datetime import date

import pytest

from desk_app.domain import errors
from desk_app.domain.numbering import State
from desk_app.operations import change_settings, history, paper_numbers, papers, printing
from desk_app.operations.desk import Desk

DAY = date(2024, 2, 13)
KIND = printing.DAILY


@pytest.fixture
def own(wajo: Desk) -> Desk:
    change_settings.set_many(
        wajo,
        {
            "paper_number_way": "own",
            "paper_number_pattern": "{klasifikasi}/{urut}/{unit}/{bulan_romawi}/{tahun}",
            "paper_number_class": "200.2",
            "paper_number_unit": "KBP",
        },
    )
    return wajo


def test_the_sequence_goes_on_by_year_and_kind(own: Desk) -> None:
    assert paper_numbers.suggest(own, KIND, DAY) == "200.2/1/KBP/II/2024"
    first = paper_numbers.give(own, KIND, DAY, "Laporan")
    assert (first.sequence, first.number) == (1, "200.2/1/KBP/II/2024")
    assert paper_numbers.give(own, KIND, DAY, "Laporan lain").sequence == 2
    assert paper_numbers.give(own, "surat-tugas", DAY, "Surat").sequence == 1
    assert paper_numbers.give(own, KIND, date(2025, 1, 2), "Laporan").sequence == 1
    assert paper_numbers.give(own, KIND, DAY, "Lanjutan buku agenda", sequence=40).sequence == 40
    assert paper_numbers.give(own, KIND, DAY, "Berikutnya").sequence == 41
    with pytest.raises(errors.Refused, match="dua kali"):
        paper_numbers.give(own, KIND, DAY, "Sama", sequence=2)
    known = {(one.kind, one.year) for one in paper_numbers.every_series(own)}
    assert known == {(KIND, 2024), (KIND, 2025), ("surat-tugas", 2024)}


def test_a_draft_that_is_thrown_away_leaves_a_gap_in_words(own: Desk) -> None:
    given = paper_numbers.give(own, KIND, DAY, "Laporan")
    [entry] = paper_numbers.series(own, KIND, 2024).entries
    assert entry.state is State.FREE
    with pytest.raises(errors.Refused, match="mengapa"):
        paper_numbers.drop(own, given.record, " ")
    paper_numbers.drop(own, given.record, "naskah batal")
    [entry] = paper_numbers.series(own, KIND, 2024).odd
    assert (entry.state, entry.reason) == (State.DROPPED, "naskah batal")
    assert paper_numbers.suggest(own, KIND, DAY).startswith("200.2/2/")
    told = printing.make(own, papers.Asked(number=given.number)).remarks
    assert any("tidak jadi dipakai" in str(one.words) for one in told)


def test_the_draft_gets_its_number_once_and_the_final_paper_uses_it(own: Desk) -> None:
    draft = printing.make(own, papers.Asked())
    made = printing.with_number(own, draft)
    assert made.number == "200.2/1/KBP/II/2024"
    assert printing.with_number(own, draft).number == made.number
    assert len(paper_numbers.series(own, KIND, 2024).entries) == 1
    printing.issue(own, made)
    [entry] = paper_numbers.series(own, KIND, 2024).entries
    assert (entry.state, entry.doubled) == (State.USED, False)
    with pytest.raises(errors.Refused, match="naskah final"):
        paper_numbers.drop(own, entry.record, "batal")
    assert printing.with_number(own, made) == made


def test_an_undo_gives_no_number_back(own: Desk) -> None:
    paper_numbers.give(own, KIND, DAY, "Laporan")
    history.undo(own)  # the settings, typed before it
    assert paper_numbers.give(own, KIND, DAY, "Laporan lain").sequence == 2


def test_by_hand_and_blank_give_none(wajo: Desk) -> None:
    assert paper_numbers.way(wajo) is paper_numbers.Way.HAND
    draft = printing.make(wajo, papers.Asked())
    assert printing.with_number(wajo, draft) is draft
    change_settings.set_many(wajo, {"paper_number_way": "blank"})
    assert paper_numbers.way(wajo) is paper_numbers.Way.BLANK
    with pytest.raises(errors.Refused, match="Pola"):
        paper_numbers.check_pattern("{tahun}")


def test_a_number_on_another_paper_is_a_grave_remark(wajo: Desk) -> None:
    printing.issue(wajo, printing.make(wajo, papers.Asked(number="100/5")))
    again = printing.make(wajo, papers.Asked(number="100/5"))
    assert not any("sudah dipakai" in one.words.message for one in again.remarks)
    other = printing.make(wajo, papers.Asked(day=date(2024, 2, 12), number="100/5"))
    assert other.remarks[0].grave
    assert "100/5" in str(other.remarks[0].words)
