# SPDX-License-Identifier: Apache-2.0
"""The list of reports that can be printed: key, title, and what each is for."""

from dataclasses import dataclass

from desk_app.domain import errors
from desk_app.domain.words import N_


@dataclass(frozen=True, slots=True)
class Report:
    """`key` is typed on the command line; `title` and `description` are msgids."""

    key: str
    title: str
    description: str


DAILY = Report(
    "laporan-harian",
    N_("Laporan harian"),
    N_("Kesiapan TPS per wilayah, permasalahan dan tindak lanjut, rekap laporan masuk; juga laporan NIHIL."),
)
TEAM_STRUCTURE = Report(
    "susunan-tim",
    N_("Susunan tim dan pembagian wilayah"),
    N_("Lampiran keputusan: susunan keanggotaan Desk, tim beserta kecamatannya, dan matriks kecamatan."),
)

REPORTS = (DAILY, TEAM_STRUCTURE)


def find(key: str) -> Report:
    """The report of that key; raises NotFound with the known keys."""
    for report in REPORTS:
        if report.key == key.strip().lower():
            return report
    raise errors.NotFound(
        N_("Laporan {key} tidak ada. Yang ada: {known}."),
        key=key,
        known=", ".join(each.key for each in REPORTS),
    )
