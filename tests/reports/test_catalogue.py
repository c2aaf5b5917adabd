# SPDX-License-Identifier: Apache-2.0
"""The list of reports."""

import pytest

from desk_app.domain import errors
from desk_app.reports import catalogue


def test_keys_are_unique_and_found() -> None:
    keys = [report.key for report in catalogue.REPORTS]
    assert len(set(keys)) == len(keys)
    assert catalogue.find(" Laporan-Harian ") is catalogue.DAILY


def test_an_unknown_report_is_refused_with_the_known_keys() -> None:
    with pytest.raises(errors.NotFound, match=r"laporan-harian, .*surat-tugas, permohonan-personel"):
        catalogue.find("laporan-tahunan")
