# SPDX-License-Identifier: Apache-2.0
"""Who signs: in the order of the office, valid on a day, with what is wanting said beside it."""

from datetime import date

import pytest

from desk_app.domain import errors, people
from desk_app.operations import history, signatories
from desk_app.operations.desk import Desk

NIP = "197001011995031001"


def test_one_is_added_altered_and_taken_away(desk: Desk) -> None:
    no = signatories.add_signatory(desk, {"office": "Sekretaris Daerah", "person": "Ir. Contoh, M.Si.", "nip": NIP})
    signatories.edit_signatory(desk, no, {"form": people.Form.ON_BEHALF, "on_behalf_of": "Bupati Wajo"})
    [row] = signatories.signatories(desk)
    assert row.label == "a.n. BUPATI WAJO, SEKRETARIS DAERAH – Ir. Contoh, M.Si."
    assert (row.nip, row.masked.endswith("001"), NIP in row.masked) == (NIP, True, False)
    assert people.signature_lines(row.signatory)[:2] == ["a.n. BUPATI WAJO", "SEKRETARIS DAERAH,"]
    assert row.remarks == ()
    signatories.delete_signatory(desk, no)
    assert signatories.signatories(desk) == []


def test_a_political_office_is_known_as_one(desk: Desk) -> None:
    no = signatories.add_signatory(desk, {"office": "Bupati Wajo"})
    assert signatories.signatory(desk, no).political
    signatories.edit_signatory(desk, no, {"office": "Camat Tempe"})
    assert not signatories.signatory(desk, no).political


def test_what_is_wanting_is_said(desk: Desk) -> None:
    values = {"office": "Asisten", "form": people.Form.BY_ORDER, "nip": "123"}
    row = signatories.signatory(desk, signatories.add_signatory(desk, values))
    said = [str(remark) for remark in row.remarks]
    assert len(said) == 4
    assert any("Nama belum diisi" in one for one in said)
    assert any("u.b." in one for one in said)


def test_only_the_valid_ones_sign_on_a_day(desk: Desk) -> None:
    old = {"office": "Camat", "valid_to": date(2024, 2, 10)}
    signatories.add_signatory(desk, old)
    now = signatories.add_signatory(desk, {"office": "Plt. Camat", "valid_from": date(2024, 2, 11)})
    assert [row.no for row in signatories.signatories_on(desk, date(2024, 2, 13))] == [now]
    assert [row.office for row in signatories.signatories_on(desk, date(2024, 2, 10))] == ["Camat"]


def test_the_order_is_the_offices_own(desk: Desk) -> None:
    numbers = [signatories.add_signatory(desk, {"office": office}) for office in ("A", "B", "C")]
    signatories.move_signatory(desk, numbers[2], -2)
    assert [row.office for row in signatories.signatories(desk)] == ["C", "A", "B"]
    signatories.move_signatory(desk, numbers[2], -1)
    assert [row.office for row in signatories.signatories(desk)] == ["C", "A", "B"]
    history.undo(desk)
    assert [row.office for row in signatories.signatories(desk)] == ["A", "B", "C"]


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"office": ""}, "jabatan"),
        ({"office": "Camat", "form": "stempel"}, "tidak dikenal"),
        ({"office": "Camat", "valid_from": "13-02-2024"}, "bukan tanggal"),
        ({"office": "Camat", "valid_from": date(2024, 2, 2), "valid_to": date(2024, 2, 1)}, "lebih awal"),
    ],
)
def test_what_cannot_be_is_refused(desk: Desk, values: dict[str, object], words: str) -> None:
    with pytest.raises(errors.Refused, match=words):
        signatories.add_signatory(desk, values)
    assert signatories.signatories(desk) == []


def test_the_end_is_compared_with_a_beginning_that_was_kept(desk: Desk) -> None:
    no = signatories.add_signatory(desk, {"office": "Camat", "valid_from": date(2024, 2, 2)})
    with pytest.raises(errors.Refused, match="lebih awal"):
        signatories.edit_signatory(desk, no, {"valid_to": date(2024, 2, 1)})
    with pytest.raises(errors.NotFound):
        signatories.edit_signatory(desk, no + 99, {"person": "X"})
