# SPDX-License-Identifier: Apache-2.0
"""Made-up sheets for copying C.HASIL, and a recap of made-up figures."""

import dataclasses
from collections.abc import Sequence
from typing import Any

from desk_app.reports import checklist_form, count_form, count_recap
from tests.reports import samples

CODE = "7313061004005"
NAMES = ("Anis", "Bowo", "Ganda")


def kind(names: Sequence[str] = NAMES) -> count_form.Kind:
    line = count_form.Line
    return count_form.Kind(
        "Presiden dan Wakil Presiden",
        "Pemilihan Umum Tahun 2024",
        (
            count_form.Part("I. Pemilih", (line("A. DPT", by_sex=True), line("B. Pengguna", by_sex=True, strong=True))),
            count_form.Part("II. Surat suara", (line("1. Diterima"),)),
            count_form.Part("IV. Perolehan", tuple(line(f"{no}. {name}") for no, name in enumerate(names, start=1))),
            count_form.Part("V. Jumlah", (line("Sah", strong=True),)),
        ),
    )


def form(**changes: Any) -> count_form.Form:
    made = count_form.Form(
        kind(), CODE, "TPS 005", "Kelurahan Maddukelleng", "Kecamatan Tempe, Kabupaten Wajo", 287,
        ("Kecamatan Tempe", "Kelurahan Maddukelleng"),
    )
    return dataclasses.replace(made, **changes)


def stack(*forms: count_form.Form, paper: str = "A4") -> count_form.Forms:
    return count_form.Forms(
        "Formulir Salinan C.HASIL", "Desk", checklist_form.setup(paper), len(forms), lambda: iter(forms),
        samples.setda_head(), "data per 14 Februari 2024",
    )


def row(name: str = "Tempe", votes: tuple[int | None, ...] = (80, 40, 50), **changes: Any) -> count_recap.Row:
    valid = sum(one or 0 for one in votes)
    made = count_recap.Row(name, 6, 4, 4, votes, valid, 5, valid + 5, valid + 5, 300, "58,33")
    return dataclasses.replace(made, **changes)


def recap(names: Sequence[str] = NAMES, rows: int = 2, **changes: Any) -> count_recap.Recap:
    votes = tuple(range(1, len(names) + 1))
    listed = tuple(row(f"Kecamatan {no}", votes) for no in range(1, rows + 1))
    total = row("Jumlah", tuple(one * rows for one in votes), stations=6 * rows, copied=4 * rows, counted=4 * rows)
    made = count_recap.Recap(
        "Data masuk 8 dari 12 TPS (66,67 %)",
        tuple(count_recap.Candidate(str(no), name) for no, name in enumerate(names, start=1)),
        "Kecamatan",
        listed,
        total,
        "pemilih dalam DPT",
    )
    return dataclasses.replace(made, **changes)
