# SPDX-License-Identifier: Apache-2.0
"""What stands on every screen, sheet and paper with votes, and how far the data are (domain.md §0.3, §4.2)."""

from desk_app.domain.words import N_, Phrase, dotted, phrase

DISCLAIMER = N_("Salinan internal desk – bukan data resmi, bukan data pembanding.")


def per_cent(part: int, whole: int) -> str:
    """A share with two places, as offices write it: "92,34"; "–" where there is nothing to share."""
    return f"{part / whole * 100:.2f}".replace(".", ",") if whole else "–"


def progress(done: int, stations: int, day: str, hour: str) -> Phrase:
    """How many TPS are in: "Data masuk 170 dari 178 TPS (95,51 %) per 14 Februari 2024 pukul 21.30 WITA"."""
    return phrase(
        N_("Data masuk {done} dari {stations} TPS ({share} %) per {day} pukul {hour}"),
        done=dotted(done),
        stations=dotted(stations),
        share=per_cent(done, stations),
        day=day,
        hour=hour,
    )
