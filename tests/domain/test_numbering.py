# SPDX-License-Identifier: Apache-2.0
"""A pattern gives a number, and a sequence tells its gaps and doubles in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from desk_app.domain import errors, numbering
from desk_app.domain.numbering import Given, State


def one(sequence: int, *, used: int = 1, dropped: bool = False, reason: str = "") -> Given:
    return Given(sequence * 10, sequence, f"N/{sequence}", f"Surat {sequence}", 0, used, dropped, reason)


def test_a_pattern_is_filled_in() -> None:
    pattern = "{klasifikasi}/{urut:3}/{unit}/{bulan_romawi}/{tahun}"
    told = numbering.number(pattern, 7, 2024, 2, classification="200.2", unit="KBP")
    assert told == "200.2/007/KBP/II/2024"
    assert numbering.number("{urut}/{bulan}/{tahun}", 12, 2024, 11) == "12/11/2024"


def test_what_is_empty_goes_with_its_stroke() -> None:
    pattern = "{klasifikasi}/{urut}/{unit}/{bulan_romawi}/{tahun}"
    assert numbering.number(pattern, 7, 2024, 12) == "7/XII/2024"
    assert numbering.number("{klasifikasi}-{urut}/{unit}", 7, 2024, 12) == "7"


@pytest.mark.parametrize("pattern", ["", "{tahun}", "{urut}/{nomor}", "{urut}/{", "{urut}}"])
def test_a_wrong_pattern_is_refused(pattern: str) -> None:
    with pytest.raises(errors.Refused, match="Pola nomor"):
        numbering.check_pattern(pattern)


@given(some.integers(1, 99_999), some.integers(2000, 2099), some.integers(1, 12))
def test_two_sequences_never_share_a_number(sequence: int, year: int, month: int) -> None:
    pattern = "{klasifikasi}/{urut}/{unit}/{tahun}"
    first = numbering.number(pattern, sequence, year, month, unit="A")
    assert first != numbering.number(pattern, sequence + 1, year, month, unit="A")


def test_classification_by_kind_or_for_all() -> None:
    written = "100.2\nsurat-tugas = 800.1.11\n"
    assert numbering.classification_of(written, "surat-tugas") == "800.1.11"
    assert numbering.classification_of(written, "laporan-harian") == "100.2"
    assert numbering.classification_of("", "laporan-harian") == ""


def test_gaps_and_doubles_are_told() -> None:
    dropped = one(5, used=0, dropped=True, reason="salah ketik")
    found = numbering.entries([one(3), dropped, one(6, used=0), one(7, used=2)])
    assert [(entry.sequence, entry.state) for entry in found] == [
        (3, State.USED),
        (4, State.MISSING),
        (5, State.DROPPED),
        (6, State.FREE),
        (7, State.USED),
    ]
    assert [entry.doubled for entry in found] == [False, False, False, False, True]
    told = [str(entry.words) for entry in found]
    assert told[0] == ""
    assert "4" in told[1]
    assert "salah ketik" in told[2]
    assert "belum final" in told[3]
    assert "dua kali" in told[4]


def test_one_number_given_by_two_computers_is_a_double() -> None:
    first, second = one(1), Given(99, 1, "N/1", "Lain", 0, 0, False)
    [entry] = numbering.entries([first, second])
    assert entry.doubled
    assert numbering.entries([]) == ()
