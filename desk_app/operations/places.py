# SPDX-License-Identifier: Apache-2.0
"""Places by typing: "tem 5" is TPS 005 in Tempe, "gudang" the KPU's store, "maddu" a kelurahan."""

from collections.abc import Iterable
from dataclasses import dataclass

from desk_app.data import place_names, search, station_filter, station_list
from desk_app.data.database import Connection
from desk_app.domain import errors, places, words
from desk_app.operations import indexing, places_watched, settings
from desk_app.operations.desk import Desk

N_ = words.N_

_REGIONS_TRIED = 400


@dataclass(frozen=True, slots=True)
class PlaceHit:
    """A place that what was typed may mean. `label`: "TPS 005 · Kel. Maddukkelleng", `detail`: "Kecamatan Tempe".

    `kind`: "tps", "gudang", "ppk", "pps", "posko", or a level: "desa", "kecamatan", "kabupaten".
    """

    subject: str
    label: str
    detail: str
    kind: str


def find_places(desk: Desk, typed: str, limit: int = 20, *, exactly: bool = False) -> list[PlaceHit]:
    """What was typed, as places of the office's area, best first; empty for an empty line.

    A name spelt a little otherwise is found by its beginning, and a number that no TPS has leaves the villages,
    unless `exactly`.
    """
    asked = search.read(typed)
    if asked.empty:
        return []
    indexing.ensure(desk)
    event = settings.event_code(desk)
    with desk.reading() as connection:
        if asked.code:
            subjects = _by_code(connection, event, asked, limit)
        else:
            long = [word for word in asked.words if len(word) > 1]
            kinds = [kind for kind in _TYPED_KINDS if any(kind.startswith(word) for word in long)]
            named = tuple(word for word in asked.words if not any(kind.startswith(word) for kind in kinds))
            subjects = [
                subject for kind in kinds for subject in _others(desk, connection, event, places.Kind(kind), named)
            ]
            if asked.words and not (kinds and not named):
                subjects += _regions_and_stations(connection, event, asked, limit, exactly)
            elif not asked.words and asked.number is not None:
                subjects += _stations_numbered(connection, event, asked.number, limit)
        subjects = [one for one in dict.fromkeys(subjects) if places.is_within(one, desk.identity.place)]
        return _hits(connection, event, subjects[:limit])


def place_labels(desk: Desk, subjects: Iterable[str]) -> dict[str, str]:
    """What people call each of some places: "TPS 005 · Kel. Maddukkelleng"; an unknown one by its code.

    So, too, one of a kind that only a newer version knows, which another office wrote.
    """
    labels = {subject: subject for subject in subjects}
    with desk.reading() as connection:
        hits = _hits(connection, settings.event_code(desk), [subject for subject in labels if _is_known(subject)])
    return labels | {hit.subject: hit.label for hit in hits}


def _is_known(subject: str) -> bool:
    try:
        places.parse(subject)
    except errors.Refused:
        return False
    return True


def full_labels(desk: Desk, subjects: Iterable[str], within: str = "") -> dict[str, str]:
    """Places as a paper names them: "TPS 005, Kel. Maddukkelleng, Kecamatan Tempe"; without a kecamatan that `within`,
    the area it is all about, says already."""
    named_subjects = list(dict.fromkeys(subjects))
    districts = {subject: places.district_of(subject) for subject in named_subjects}
    wanted = {code for code in districts.values() if code is not None and not within.startswith(code)}
    with desk.reading() as connection:
        named = place_names.named(connection, settings.event_code(desk), wanted)
    told = {}
    for subject, label in place_labels(desk, named_subjects).items():
        parts = label.split(" · ")
        wider = named.get(districts[subject] or "")
        if wider is not None and wider.label not in parts:
            parts.append(wider.label)
        told[subject] = ", ".join(parts)
    return told


def place_hit(desk: Desk, subject: str) -> PlaceHit:
    """One place in words."""
    return place_hits(desk, [subject])[0]


def place_hits(desk: Desk, subjects: Iterable[str]) -> list[PlaceHit]:
    """Places in words, in their order. Raises Refused for what is no code of a place."""
    with desk.reading() as connection:
        return _hits(connection, settings.event_code(desk), [places.parse(subject).subject for subject in subjects])


def only_place(desk: Desk, typed: str) -> str:
    """The one place that was typed, as the command line takes it; a code is taken as it is. Raises Refused."""
    try:
        return places.parse(typed).subject
    except errors.Refused:
        hits = find_places(desk, typed, 5)
    if not hits:
        raise errors.NotFound(N_("Tidak ada tempat “{text}” di wilayah kantor ini."), text=typed)
    if len(hits) > 1 and hits[0].kind == hits[1].kind:
        raise errors.Refused(
            N_("“{text}” dapat berarti beberapa tempat: {places}. Tulis lebih lengkap."),
            text=typed,
            places="; ".join(f"{hit.label} ({hit.subject})" for hit in hits),
        )
    return hits[0].subject


_TYPED_KINDS = (
    places.Kind.GUDANG.value,
    places.Kind.POSKO.value,
    places.Kind.PPK.value,
    places.Kind.PPS.value,
)

_ALSO_AT = {places.Kind.GUDANG: {places.Level.DISTRICT}}
"""Where a kind of place may stand besides, offered when its region is named: boxes wait in a kecamatan, too."""


def _by_code(
    connection: Connection, event: str, asked: search.Typed, limit: int
) -> list[str]:
    if asked.number is not None:
        return [places.station_subject(asked.code, asked.number)]
    found = place_names.beginning(connection, event, asked.code, limit)
    if len(asked.code) == 13:
        chosen = station_filter.StationFilter(area=asked.code)
        found += _subjects(connection, event, chosen, limit)
    return found


def _regions_and_stations(
    connection: Connection, event: str, asked: search.Typed, limit: int, exactly: bool
) -> list[str]:
    words_found = asked.words if exactly else search.nearest(connection, event, asked.words)
    if asked.number is None:
        return search.regions(connection, event, words_found, limit)
    villages = search.regions(connection, event, words_found, _REGIONS_TRIED, villages=True)
    found = station_list.numbered(connection, event, villages, asked.number)[:limit]
    return found if found or exactly else villages[:limit]


def _stations_numbered(
    connection: Connection, event: str, number: int, limit: int
) -> list[str]:
    return _subjects(connection, event, station_filter.StationFilter(text=str(number)), limit)


def _subjects(
    connection: Connection, event: str, chosen: station_filter.StationFilter, limit: int
) -> list[str]:
    numbers = station_list.ids(connection, event, chosen, limit=limit)
    rows = station_list.rows(connection, event, numbers, phase=0, required=0)
    return [row.subject for row in rows if row is not None]


def _others(
    desk: Desk, connection: Connection, event: str, kind: places.Kind, named: tuple[str, ...]
) -> list[str]:
    """The gudang, PPK … of the regions that were named, or of the office's own area."""
    level = places_watched.WHERE.get(kind)
    if not named:
        own = desk.identity.place
        if level is None or places.level_of(own) is level:
            return [places.place_subject(own, kind)]
        return [
            places.place_subject(region.code, kind)
            for region in place_names.below(connection, event, own, level)[:20]
        ]
    found = search.regions(connection, event, named, 20)
    levels = {level} | _ALSO_AT.get(kind, set())
    return [
        places.place_subject(code, kind) for code in found if level is None or places.level_of(code) in levels
    ]


def _hits(connection: Connection, event: str, subjects: list[str]) -> list[PlaceHit]:
    parsed = [places.parse(subject) for subject in subjects]
    codes = {place.code for place in parsed}
    names = place_names.named(connection, event, codes | {wider for code in codes if (wider := places.parent(code))})
    hits = []
    for place in parsed:
        wider = places.parent(place.code) if place.kind is None or len(place.code) > 8 else None
        hits.append(
            PlaceHit(
                subject=place.subject,
                label=places_watched.title_of(place, names[place.code]),
                detail=names[wider].label if wider else "",
                kind=place.kind.value if place.kind else place.level.value,
            )
        )
    return hits
