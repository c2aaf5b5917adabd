# SPDX-License-Identifier: Apache-2.0
"""A fault is said in the words of the form and of the year."""

from pathlib import Path

from desk_app.domain import elections, words
from desk_app.domain.counts import fault_words, lines

ROOT = Path(__file__).resolve().parents[3]
EVENT = elections.parse((ROOT / "resources" / "elections" / "pilkada-2024.toml").read_bytes())
FORM = lines.lines_of(EVENT, [lines.Candidate("1", "Andi", lines.CandidateKind.PAIR)])


def test_each_line_of_the_form_has_a_name_of_its_own() -> None:
    names = [str(fault_words.name(line.code, FORM)) for line in FORM]
    assert len(set(names)) == len(FORM)
    assert not [name for name, line in zip(names, FORM, strict=True) if line.code in name]


def test_voters_are_called_as_in_the_year() -> None:
    assert str(fault_words.name("transferred_l", FORM)) == "pengguna DPTb L"
    assert str(fault_words.name("transferred_l")) == "pengguna pindahan L"


def test_somebody_unknown_is_called_by_the_number() -> None:
    assert str(fault_words.name("v1", FORM)) == "1. Andi"
    assert str(fault_words.name("v7", FORM)) == "nomor 7"


def test_it_is_said_in_the_language_of_the_window() -> None:
    figures = {"valid": 1_210, "invalid": 6, "total": 1_217}
    said = fault_words.total(("valid", "invalid"), "total", figures, FORM)
    english = {
        said.message: "{parts} = {found}, {whole} says {written}: {gap}",
        "sah": "valid",
        "tidak sah": "invalid",
        "sah dan tidak sah": "total",
    }
    told = words.render(said.message, said.params, lambda message: english.get(message, message))
    assert told == "valid 1.210 + invalid 6 = 1.216, total says 1.217: 1"
