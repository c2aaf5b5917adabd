# SPDX-License-Identifier: Apache-2.0
"""Who signs whose letter, by the office's own rule."""

import pytest

from desk_app.domain import errors, letter_signers

RULES = letter_signers.parse(
    """
    Sekretaris Daerah; Kepala Dinas ; IV/c = Bupati
    Camat = Sekretaris Daerah
    lainnya = Kepala Badan
    """
)


@pytest.mark.parametrize(
    ("sent", "signer"),
    [
        ([("Sekretaris Daerah", "")], "Bupati"),
        ([("Plt. Kepala Dinas Perhubungan", "Penata (III/c)")], "Bupati"),
        ([("Analis", "Pembina Utama Muda (IV/c)")], "Bupati"),
        ([("Analis", "Pembina Utama (IV/e)")], "Bupati"),
        ([("Camat Tempe", "Pembina (IV/a)")], "Sekretaris Daerah"),
        ([("Analis", "")], "Kepala Badan"),
        ([("Analis", ""), ("Camat Tempe", "")], "Sekretaris Daerah"),
        ([("Wakil Camat", "III/d")], "Kepala Badan"),
    ],
)
def test_the_first_rule_that_means_one_of_them(sent: list[tuple[str, str]], signer: str) -> None:
    assert letter_signers.signer_for(RULES, sent) == signer


def test_nobody_is_meant() -> None:
    assert letter_signers.signer_for((), [("Camat", "")]) == ""
    assert letter_signers.signer_for(letter_signers.parse("II = Sekda"), [("Juru", "I/d")]) == ""
    assert letter_signers.signer_for(letter_signers.parse("II = Sekda"), [("Pengatur", "II/a")]) == "Sekda"


@pytest.mark.parametrize("line", ["Bupati", "= Bupati", "Camat =", "; ="])
def test_a_line_that_is_no_rule_is_refused(line: str) -> None:
    with pytest.raises(errors.Refused, match="bukan aturan"):
        letter_signers.parse(f"lainnya = Sekda\n{line}")


def test_whose_office_a_rule_names() -> None:
    assert letter_signers.is_of("Pj. Bupati Wajo", "Bupati")
    assert letter_signers.is_of("Bupati Wajo", "pj. bupati")
    assert not letter_signers.is_of("Wakil Bupati Wajo", "Bupati")
    assert not letter_signers.is_of("Bupati Wajo", "")
