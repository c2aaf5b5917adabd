# SPDX-License-Identifier: Apache-2.0
"""Made-up checklist forms by the thousand: thirty items, names of villages, a DPT of its own for every TPS."""

from collections.abc import Iterator

from desk_app.domain.checklists import ItemKind
from desk_app.reports import checklist_form, letterhead

STATIONS = 1_146
"""The TPS of Kabupaten Wajo."""

_PARTS = (
    ("Logistik", ("Kotak suara PPWP", "Surat suara PPWP", "Tinta", "Bilik pemungutan suara", "Segel kertas")),
    ("Bangunan TPS dan cuaca", ("TPS sudah berdiri", "Atap dan lantai aman dari hujan", "Lokasi bebas banjir")),
    ("Petugas", ("Anggota KPPS siap bertugas", "Petugas ketertiban TPS (Linmas)", "Pengawas TPS")),
    ("Keamanan", ("Logistik dan TPS dijaga", "Pergeseran kotak suara dikawal")),
    ("Listrik dan internet", ("Listrik dan penerangan siap", "Sinyal internet atau cara lain melapor tersedia")),
)
_WITH_NUMBERS = frozenset({"Logistik", "Petugas"})
_VILLAGES = ("Maddukkelleng", "Siengkang", "Bulu Pabbulu", "Lapongkoda", "Mattirotappareng", "Pattirosompe")
ITEMS = 30


def kind() -> checklist_form.Kind:
    """Thirty items in five parts."""
    parts = []
    number = 0
    for label, texts in _PARTS:
        lines = []
        for text in texts * 2:
            number += 1
            counted = label in _WITH_NUMBERS
            asked = ItemKind.NUMBER if counted else ItemKind.YES_NO
            lines.append(
                checklist_form.Line(number, text, asked, "lembar" if counted else "", required=number % 3 > 0)
            )
        parts.append(checklist_form.Part(label, tuple(lines)))
    made = checklist_form.Kind(
        "H-1", "Kesiapan TPS dan logistik, versi 1", "Pemilihan Umum Tahun 2024, 14 Februari 2024", tuple(parts)
    )
    if len(made.lines) != ITEMS:
        raise ValueError(f"{len(made.lines)} items")
    return made


def stack(count: int = STATIONS, paper: str = "A4") -> checklist_form.Forms:
    """So many forms, eight TPS in a village, without arms in the kop."""
    common = kind()
    numbers = tuple(line.kind is ItemKind.NUMBER for line in common.lines)

    def forms() -> Iterator[checklist_form.Form]:
        for place in range(count):
            village, station = divmod(place, 8)
            code = f"7313{village // 100 % 100:02d}1{village % 1000:03d}{station + 1:03d}"
            voters = 180 + place * 7 % 120
            name = f"Kelurahan {_VILLAGES[village % len(_VILLAGES)]} {village}"
            needed = tuple(voters + 6 if counted else None for counted in numbers)
            around = "Kecamatan Tempe, Kabupaten Wajo"
            yield checklist_form.Form(
                common, code, f"TPS {station + 1:03d}", name, around, voters, needed,
                headings=("Kecamatan Tempe", name),
            )

    return checklist_form.Forms(
        "Formulir Ceklis H-1 Kabupaten Wajo",
        "Desk Pemilu Kabupaten Wajo",
        checklist_form.setup(paper),
        count,
        forms,
        letterhead.of_office("Pemerintah Kabupaten Wajo", "Badan Kesatuan Bangsa dan Politik", (), None),
        "data per 13 Februari 2024 pukul 15.00 WITA",
    )
