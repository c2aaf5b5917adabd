# SPDX-License-Identifier: Apache-2.0
"""Gives a `PlaceBox` the places goods can go to or come from: gudang, PPK, PPS and TPS."""

from desk_app.base.text import _
from desk_app.domain import logistics as rules
from desk_app.domain import places as codes
from desk_app.operations import places
from desk_app.operations.desk import Desk
from ui import runner
from ui.widgets import form, place_box

MOST = 12
_FIRST = {codes.Level.REGENCY: "gudang", codes.Level.DISTRICT: "ppk", codes.Level.VILLAGE: "pps"}


def connect(box: place_box.PlaceBox, row: form.FormRow, desk: Desk, lanes: runner.Runner, key: str) -> None:
    """Answer what is typed into the box; a region means its gudang, PPK or PPS."""

    def search(text: str) -> None:
        lanes.read(lambda: _offers(desk, text), lambda offers: box.set_offers(text, offers), key=key)

    box.searched.connect(search)
    said = _("“{text}” tidak ditemukan. Ketik nama kecamatan, desa, atau “tem 5”.")
    box.unknown.connect(lambda text: row.refuse(said.format(text=text)))
    box.textEdited.connect(lambda _text: row.accept())
    box.committed.connect(lambda _subject: row.accept())


def _offers(desk: Desk, text: str) -> list[place_box.Offer]:
    found: dict[str, place_box.Offer] = {}
    for hit in places.find_places(desk, text, MOST):
        subject = hit.subject
        if rules.stage_of(subject) is None:
            kind = _FIRST.get(codes.parse(subject).level) if codes.kind_of(subject) is None else None
            if kind is None:
                continue
            subject = f"{subject}/{kind}"
            hit = places.place_hit(desk, subject)
        elif codes.kind_of(subject) is codes.Kind.GUDANG and codes.parse(subject).level is codes.Level.DISTRICT:
            subject = f"{codes.parse(subject).code}/{codes.Kind.PPK}"
            hit = places.place_hit(desk, subject)
        found.setdefault(subject, place_box.Offer(subject, hit.label, hit.detail))
    return list(found.values())
