# SPDX-License-Identifier: Apache-2.0
"""Three permissions, each with words of its own; their codes are kept in files."""

from desk_app.domain.counts import rights


def test_three_permissions_with_words() -> None:
    assert {right.name: right.value for right in rights.Right} == {
        "ENTER": "entri",
        "VERIFY": "verifikasi",
        "TOTALS": "jumlah",
    }
    assert list(rights.RIGHT_LABELS) == list(rights.Right)
    assert len(set(rights.RIGHT_LABELS.values())) == 3
