# SPDX-License-Identifier: Apache-2.0
"""The handbook: which chapter belongs to which page, in the language of the window."""

from desk_app.base import paths, text
from desk_app.base.text import _
from desk_app.domain.words import N_

CHAPTERS = {
    "start": N_("Mulai"),
    "home": N_("Beranda"),
    "stations": N_("Data TPS"),
    "readiness": N_("Kesiapan TPS"),
    "logistics": N_("Logistik"),
    "issues": N_("Permasalahan dan Buku Posko"),
    "teams": N_("Tim & Penugasan"),
    "activities": N_("Kegiatan"),
    "counts": N_("Hasil Suara"),
    "exchange": N_("Kirim & Terima"),
    "reports": N_("Laporan"),
    "settings": N_("Pengaturan"),
}
"""Name of the file and title, in the order of reading."""


def chapter(name: str) -> tuple[str, str]:
    """Title and text (Markdown) of a chapter, with links to the others; an unknown one is the first."""
    known = name if name in CHAPTERS else "start"
    body = paths.resource_bytes("handbook", text.language(), f"{known}.md").decode("utf-8")
    others = " · ".join(f"[{_(title)}]({other})" for other, title in CHAPTERS.items() if other != known)
    return _(CHAPTERS[known]), f"{body.strip()}\n\n---\n\n{_('Bab lain')}: {others}\n"
