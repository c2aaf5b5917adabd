# SPDX-License-Identifier: Apache-2.0
"""Headings as offices, witnesses and Sirekap write them; what is not certain is no line."""

import pytest

from desk_app.domain.counts import lines
from desk_app.domain.counts.heading_words import HeadingWords
from desk_app.domain.counts.lines import Candidate, CandidateKind
from desk_app.domain.elections import VoterClass

CLASSES = {
    VoterClass.REGISTERED: "DPT",
    VoterClass.TRANSFERRED: "DPTb",
    VoterClass.UNREGISTERED: "DPK",
}
PAIRS = tuple(
    Candidate(str(no), name, CandidateKind.PAIR)
    for no, name in enumerate(("Anies Rasyid – Muhaimin Iskandar", "Prabowo – Gibran", "Ganjar – Mahfud"), 1)
)


def words(race: str = "ppwp", candidates: tuple[Candidate, ...] = PAIRS, brief: bool = False) -> HeadingWords:
    form = lines.form(tuple(CLASSES.items()), candidates, brief)
    return HeadingWords(race, form, candidates, CLASSES)


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("pemilih_dpt_j", "dpt_j"),
        ("pemilih_dpt_lelaki", "dpt_l"),
        ("DPT L+P", "dpt_j"),
        ("DPT Laki-laki", "dpt_l"),
        ("pengguna_dpt_p", "registered_p"),
        ("pengguna_dptb_total", "transferred_j"),
        ("pengguna_non_dpt_l", "unregistered_l"),
        ("DPK P", "unregistered_p"),
        ("pengguna_total_l", "users_l"),
        ("pengguna_total", "users_j"),
        ("B.4 Jumlah pengguna hak pilih J", "users_j"),
        ("Pemilih hadir", "users_j"),
        ("Surat suara diterima, termasuk cadangan", "received"),
        ("2. Digunakan", "used"),
        ("Dikembalikan karena rusak/keliru coblos", "spoiled"),
        ("Sisa surat suara", "unused"),
        ("4. Tidak digunakan, termasuk sisa cadangan", "unused"),
        ("Disabilitas P", "disabled_p"),
        ("suara_sah", "valid"),
        ("Jumlah suara sah", "valid"),
        ("suara_tidak_sah", "invalid"),
        ("Tdk. sah", "invalid"),
        ("suara_total", "total"),
        ("Suara sah dan tidak sah", "total"),
        ("Paslon 02", "v2"),
        ("No. urut 3", "v3"),
        ("Perolehan suara 1", "v1"),
        ("jumlah_suara_pasangan01_anies_imin", "v1"),
        ("2. Prabowo – Gibran", "v2"),
        ("Ganjar-Mahfud", "v3"),
        ("100027", "v3"),
    ],
)
def test_what_a_heading_means(heading: str, code: str) -> None:
    assert words().line(heading) == code


@pytest.mark.parametrize(
    "heading",
    [
        "", "1", "01", "L", "Jumlah", "Jumlah suara", "proporsi_paslon_01", "Suara sah %", "Selisih pengguna",
        "turnout", "status_suara", "kelurahan_id", "suara_A", "Paslon 4", "Perolehan suara 1 Ganjar", "Paslon 1 Amin",
        "Pemilih tambahan", "DPTb dan DPK", "Suara sah L", "999999",
    ],
)
def test_what_is_not_certain_is_no_line(heading: str) -> None:
    assert words().line(heading) == ""


def test_the_empty_column_and_a_form_without_men_and_women() -> None:
    alone = (PAIRS[0], Candidate("0", "Kolom kosong", CandidateKind.EMPTY))
    said = words("bupati", alone, brief=True)
    assert said.line("Kotak kosong") == "v0"
    assert said.line("DPT") == "dpt_j"
    assert said.line("DPT L") == ""


def test_parties_and_their_candidates() -> None:
    party = Candidate("3", "PDI Perjuangan", CandidateKind.PARTY, short="PDIP")
    own = Candidate("3.0", "PDI Perjuangan", CandidateKind.PERSON)
    person = Candidate("3.1", "Citra Dewi", CandidateKind.PERSON)
    said = words("dpr", (party, own, person))
    assert said.line("Partai 3") == "v3"
    assert said.line("PDIP") == "v3"
    assert said.line("Calon 3.1") == "v3.1"
    assert said.line("Citra Dewi") == "v3.1"


def test_numbers_of_sirekap_are_of_that_race_alone() -> None:
    assert words("gubernur").line("100027") == ""
