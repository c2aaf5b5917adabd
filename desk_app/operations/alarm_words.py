# SPDX-License-Identifier: Apache-2.0
"""Alarms as plain sentences, until somebody has read them: restored data, two keys, entries set aside or kept apart."""

from collections.abc import Mapping
from dataclasses import dataclass

from desk_app.base.text import _
from desk_app.data import alarms, aside
from desk_app.domain import errors, places, words
from desk_app.operations import changed, outgoing, replicas, values
from desk_app.operations.desk import Desk

N_ = words.N_

_ASIDE = "aside_"

SENTENCES: Mapping[str, str] = {
    "restored": replicas.RESTORED,
    "lost_journal": N_(
        "Sebelum program dibuka, sebagian berkas data dihapus dari luar program. Isian yang terakhir mungkin hilang; "
        "periksa isian hari ini, dan jangan memakai program pembersih pada folder kantor."
    ),
    "two_roots": N_(
        "Ada dua kunci {office} yang saling bertentangan; yang disahkan dengan kunci cadangan dari brankas yang "
        "dipakai. Telepon kantor itu: kuncinya mungkin dicuri."
    ),
    "apart_scope": N_(
        "Isian {office} di luar wilayahnya disisihkan (dibawa kiriman {sender}). Beri tahu kantor itu."
    ),
    "apart_revoked": N_(
        "Isian {office} disisihkan karena pendaftarannya sudah dicabut (dibawa kiriman {sender}). Laptop lamanya "
        "mungkin masih dipakai."
    ),
    "apart_replicas": N_(
        "Isian {office} disisihkan: kantor itu sudah menulis dari terlalu banyak salinan data. Telepon kantor itu, "
        "lalu buatkan berkas siap yang baru (Daftar kantor)."
    ),
    "differs": N_(
        "{office} memegang isi yang lain untuk nomor isian yang sama. Tidak ada yang diubah di sini; telepon kantor "
        "itu, mungkin komputernya pernah disalin atau dipulihkan."
    ),
}
"""A sentence for each kind; those that begin with "aside_" follow the reasons of `data.aside`."""

OTHER = N_("Ada hal yang perlu diperiksa pada kiriman {office}.")


@dataclass(frozen=True, slots=True)
class Alarm:
    """One sentence to read, and when it was raised."""

    no: int
    when: str
    words: str


def standing(desk: Desk) -> list[Alarm]:
    """What nobody has read yet, newest first; reads the database."""
    speaker = values.Speaker(desk)
    with desk.reading() as connection:
        found = alarms.standing(connection)
    return [Alarm(one.no, speaker.moment(one.at), _sentence(desk, speaker, one)) for one in found]


def count(desk: Desk) -> int:
    """How many wait to be read."""
    with desk.reading() as connection:
        return len(alarms.standing(connection))


def put_away(desk: Desk, no: int) -> None:
    """Somebody has read it."""

    def run() -> None:
        with desk.store.writing() as connection:
            alarms.put_away(connection, no)

    desk.on_writer(run)
    desk.news.tell(changed.Changed(frozenset({"exchange"})))


def _sentence(desk: Desk, speaker: values.Speaker, one: alarms.Alarm) -> str:
    office = one.office or _("kantor yang belum dikenal")
    if one.kind == "two_roots":
        office = _office(desk, one.office)
    reasons = {f"{_ASIDE}{reason}": told for reason, told in aside.WORDS.items()}
    if one.kind in reasons:
        place = speaker.place(one.told["place"]) if one.told.get("place") else _("wilayah lain")
        text = _("Sebagian isian {office} untuk {place} tidak dimasukkan: {reason}")
        return text.format(office=office, place=place, reason=_(reasons[one.kind]))
    told = SENTENCES.get(one.kind, OTHER)
    return _(told).format(office=office, sender=one.told.get("sender", "") or _("lain"))


def _office(desk: Desk, place: str) -> str:
    try:
        return outgoing.office_name(desk, places.parse_code(place) if place != places.NATION else place)
    except errors.Refused:
        return place
