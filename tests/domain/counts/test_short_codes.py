# SPDX-License-Identifier: Apache-2.0
"""A result told over the phone comes out as it was told, or is refused."""

import itertools
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desk_app.domain import elections, errors
from desk_app.domain.counts import lines, short_codes

ROOT = Path(__file__).resolve().parents[3]
EVENT = elections.parse((ROOT / "resources" / "elections" / "pilkada-2024.toml").read_bytes())
RACES = ("gubernur", "bupati")
TPS = "73.13.06.1001-005"
FIGURES = {"users_j": 417, "v1": 210, "v2": 100, "v3": 101, "valid": 411, "invalid": 6, "total": 417}
CODE = "73.13.06.1001-005#2#417#210#100#101#411#6#417#25219"


def form(count: int) -> tuple[lines.Line, ...]:
    made = [lines.Candidate(str(no), f"Paslon {no}", lines.CandidateKind.PAIR) for no in range(1, count + 1)]
    return lines.lines_of(EVENT, made)


subjects = st.builds(
    "{:02}.{:02}.{:02}.{}{:03}-{:03}".format,
    st.integers(11, 96),
    st.integers(1, 79),
    st.integers(1, 60),
    st.sampled_from([1, 2]),
    st.integers(1, 40),
    st.integers(1, 999),
)
some_figures = st.lists(st.integers(0, 800), min_size=5, max_size=28)


def told(subject: str, race: str, numbers: list[int]) -> tuple[str, dict[str, int], tuple[lines.Line, ...]]:
    """A code of so many numbers, and what it says."""
    lines_of_form = form(len(numbers) - 4)
    figures = dict(zip(short_codes.order(lines_of_form), numbers, strict=True))
    return short_codes.encode(subject, RACES, race, lines_of_form, figures), figures, lines_of_form


def heard(text: str, near: str = "0") -> short_codes.Told | None:
    try:
        return short_codes.decode(text, near, RACES)
    except errors.Refused:
        return None


def test_the_code_of_the_manual() -> None:
    assert short_codes.encode(TPS, RACES, "bupati", form(3), FIGURES) == CODE
    assert short_codes.encode(TPS, RACES, "bupati", form(3), FIGURES, near="73.13") == CODE[6:]
    assert CODE in (short_codes.__doc__ or "")


def test_a_calculator_gives_the_check() -> None:
    by_hand = 1 * 7313 + 2 * 6 + 3 * 1001 + 4 * 5 + 5 * 2
    assert short_codes.start(TPS, RACES, "bupati") == by_hand
    factors = dict(short_codes.worksheet(form(3)))
    assert factors == {"users_j": 6, "v1": 7, "v2": 8, "v3": 9, "valid": 10, "invalid": 11, "total": 12}
    assert by_hand + sum(factors[code] * FIGURES[code] for code in factors) == 25219
    assert short_codes.check_number(TPS, RACES, "bupati", list(FIGURES.values())) == 25219


@pytest.mark.parametrize(
    ("near", "text"),
    [
        ("73.13", CODE),
        ("73.13", CODE[6:]),
        ("73.13", CODE[6:].replace("#", "  ")),
        ("73.13", CODE[6:].replace("#", ", ")),
        ("73.13", "061001005 2 417 210 100 101 411 6 417 25.219"),
        ("73.13", "06.1001.5 2 417 210 100 101 411 6 417 25219"),
        ("73.13", "06 1001 TPS 5 2 417 210 100 101 411 6 417 25219"),
        ("73.13.06", "1001 5 2 417 210 100 101 411 6 417 25219\n"),
        ("73.13.06", "1001005*2*417*210*100*101*411*6*417*25219"),
        ("73", "7313061001005#2#417#210#100#101#411#6#417#25219"),
        ("0", "731306.1001-005#2#417#210#100#101#411#6#417#25219"),
    ],
)
def test_it_may_be_written_in_many_ways(near: str, text: str) -> None:
    said = short_codes.decode(text, near, RACES)
    assert (said.subject, said.race, said.checked) == (TPS, "bupati", True)
    assert said.figures(form(3)) == FIGURES


@given(subjects, st.sampled_from(RACES), some_figures)
def test_what_is_told_is_heard(subject: str, race: str, numbers: list[int]) -> None:
    code, figures, lines_of_form = told(subject, race, numbers)
    said = short_codes.decode(code, subject[:5], RACES)
    assert (said.subject, said.race, said.figures(lines_of_form)) == (subject, race, figures)


@given(subjects, st.sampled_from(RACES), some_figures, st.data())
def test_one_wrong_digit_is_always_noticed(subject: str, race: str, numbers: list[int], data: st.DataObject) -> None:
    code, _figures, _form = told(subject, race, numbers)
    at = data.draw(st.sampled_from([at for at, sign in enumerate(code) if sign.isdigit()]))
    digit = data.draw(st.sampled_from("0123456789"))
    assume(digit != code[at])
    assert heard(code[:at] + digit + code[at + 1 :]) is None


@given(subjects, st.sampled_from(RACES), some_figures, st.data())
def test_two_neighbours_exchanged_are_always_noticed(
    subject: str, race: str, numbers: list[int], data: st.DataObject
) -> None:
    """Neighbouring digits, whether a border lies between them or not."""
    code, _figures, _form = told(subject, race, numbers)
    digits = [at for at, sign in enumerate(code) if sign.isdigit()]
    first = data.draw(st.integers(0, len(digits) - 2))
    one, other = digits[first], digits[first + 1]
    assume(code[one] != code[other])
    signs = list(code)
    signs[one], signs[other] = signs[other], signs[one]
    assert heard("".join(signs)) is None


def test_every_digit_and_every_pair_of_one_code() -> None:
    """The whole neighbourhood of one code, and none of it passes."""
    digits = [at for at, sign in enumerate(CODE) if sign.isdigit()]
    wrong = [CODE[:at] + digit + CODE[at + 1 :] for at in digits for digit in "0123456789" if digit != CODE[at]]
    for one, other in itertools.pairwise(digits):
        if CODE[one] != CODE[other]:
            wrong.append(CODE[:one] + CODE[other] + CODE[one + 1 : other] + CODE[one] + CODE[other + 1 :])
    assert len(wrong) > 350
    assert [text for text in wrong if heard(text, "73.13") is not None] == []


@given(subjects, some_figures, st.data())
def test_two_numbers_exchanged_are_noticed(subject: str, numbers: list[int], data: st.DataObject) -> None:
    code, _figures, _form = told(subject, "gubernur", numbers)
    place, *parts = code.split("#")
    one, other = data.draw(st.lists(st.integers(0, len(parts) - 1), min_size=2, max_size=2, unique=True))
    assume(int(parts[one]) != int(parts[other]))
    parts[one], parts[other] = parts[other], parts[one]
    assert heard("#".join([place, *parts])) is None


@given(st.integers(1, 6), st.integers(1, 300))
def test_the_sums_of_the_paper_name_the_number_that_was_misheard(at: int, off: int) -> None:
    parts = CODE.split("#")
    parts[2 + at] = str(int(parts[2 + at]) + off)
    with pytest.raises(errors.Refused, match=rf"angka ke-{at + 2} setelah TPS, yang terdengar {parts[2 + at]}\."):
        short_codes.decode("#".join(parts), "73.13", RACES)


@pytest.mark.parametrize(
    ("near", "text", "words"),
    [
        ("73.13", "Tempe 5 210 100", "Kode TPS tidak terbaca"),
        ("73.13", "06.1001#2#417", "Kode TPS tidak terbaca"),
        ("73.13", "", "Kode TPS tidak terbaca"),
        ("73", CODE[6:], "belum lengkap"),
        ("73.14", CODE, r"TPS 73\.13\.06\.1001-005 tidak di wilayah kantor ini \(73\.14\)"),
        ("73.13", CODE.replace("#210", "#2l0"), "Angka ke-3 setelah TPS tidak terbaca: “2l0”"),
        ("73.13", CODE.replace("#210", "#kosong"), "Angka ke-3 setelah TPS tidak terbaca: “kosong”"),
        ("73.13", CODE.replace("#210", "#210000"), "Angka ke-3 setelah TPS terlalu besar: 210000"),
        ("73.13", "06.1001-005#2#417#210", "kurang panjang"),
        ("73.13", "06.1001-005", "kurang panjang"),
        ("73.13", CODE.rpartition("#")[0], "Minta semua angka dibacakan lagi"),
        ("73.13", "06.1001-005#3#417#210#100#101#411#6#417#25224", "nomor 3 tidak ada; yang ada 1 sampai 2"),
        ("73.13", "06.1001-000#2#417#210#100#101#411#6#417#25199", "Nomor TPS harus 1 sampai 999"),
    ],
)
def test_a_refusal_says_which_part(near: str, text: str, words: str) -> None:
    with pytest.raises(errors.Refused, match=words):
        short_codes.decode(text, near, RACES)


def test_a_refusal_does_not_tell_the_check_that_would_fit() -> None:
    with pytest.raises(errors.Refused) as refused:
        short_codes.decode(CODE.replace("25219", "25218"), "73.13", RACES)
    assert "25219" not in str(refused.value)


def test_a_caller_without_a_calculator_is_read_back_to() -> None:
    said = short_codes.decode(CODE.rpartition("#")[0], "73.13", RACES, read_back=True)
    assert not said.checked
    assert said.figures(form(3)) == FIGURES


def test_what_cannot_be_read_is_no_zero() -> None:
    figures = {code: value for code, value in FIGURES.items() if code not in ("total", "v2")}
    code = short_codes.encode(TPS, RACES, "gubernur", form(3), figures)
    assert "#x#" in code
    assert short_codes.decode(code, "73.13", RACES).figures(form(3)) == figures
    assert short_codes.decode(code.replace("x", "-"), "73.13", RACES).figures(form(3)) == figures


def test_another_number_of_candidates_is_refused() -> None:
    said = short_codes.decode(CODE, "73.13", RACES)
    with pytest.raises(errors.Refused, match="memuat 3 perolehan suara, pada jenis pemilihan ini ada 2"):
        said.figures(form(2))


def test_sums_of_the_paper_that_do_not_hold_are_told_as_they_are() -> None:
    wrong = FIGURES | {"valid": 410}
    code = short_codes.encode(TPS, RACES, "bupati", form(3), wrong)
    assert short_codes.decode(code, "73.13", RACES).figures(form(3)) == wrong


def test_candidates_of_a_party_are_not_told() -> None:
    made = [lines.Candidate(code, "", lines.CandidateKind.PARTY) for code in ("24", "3", "3.0", "3.1")]
    told_lines = short_codes.order(lines.lines_of(EVENT, made))
    assert told_lines == ("users_j", "v3", "v24", "valid", "invalid", "total")
