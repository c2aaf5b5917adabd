# SPDX-License-Identifier: Apache-2.0
"""What the levels of government are called here: the usual nouns of the province, each altered by the office."""

from dataclasses import replace

from desk_app.domain import localities, places
from desk_app.domain.words import N_
from desk_app.operations import overview, settings
from desk_app.operations.desk import Desk

LABELS = {
    "district": N_("Kecamatan disebut"),
    "district_head": N_("Kepala kecamatan"),
    "village": N_("Desa disebut"),
    "village_head": N_("Kepala desa"),
    "urban_village": N_("Kelurahan disebut"),
    "urban_village_head": N_("Kepala kelurahan"),
    "commission": N_("Penyelenggara"),
    "supervisor": N_("Pengawas"),
}
"""The nouns that an office may alter, by the field of `localities.Words`."""


def usual(desk: Desk) -> localities.Words:
    """The nouns that are usual in the office's province."""
    return localities.words_for(desk.identity.place)


def words_of(desk: Desk) -> localities.Words:
    """The nouns of this office: the usual ones, with its own in their place."""
    chosen = {name: settings.get(desk, settings.word_setting(name)) for name in LABELS}
    return replace(usual(desk), **{name: word for name, word in chosen.items() if word})


def villages(desk: Desk) -> str:
    """What villages are called in one column head here: a kota of kelurahan only says "Kelurahan"."""
    if desk.identity.level not in (places.Level.REGENCY.value, places.Level.DISTRICT.value):
        return words_of(desk).villages  # a province has both, and too many to look through
    known = desk.remembered.get("word villages")
    if not isinstance(known, str):
        kinds = overview.village_kinds(desk)
        known = localities.villages_word(words_of(desk), kinds)
        if kinds:  # a kecamatan may still be waiting for its regions
            desk.remembered["word villages"] = known
    return known
