# SPDX-License-Identifier: Apache-2.0
"""Kirim Data before it is sent: to whom it can go, and what it holds in words."""

import functools
from dataclasses import dataclass

from desk_app.base.text import _, ngettext
from desk_app.data import parcels, place_names, trust, unsent_list
from desk_app.data.database import Connection
from desk_app.domain import places, regions, words
from desk_app.domain.words import dotted
from desk_app.journal import streams as journal_streams
from desk_app.operations import areas, attachments_sending, destinations, kept_receipts, offices, settings
from desk_app.operations import trust as judges
from desk_app.operations.desk import Desk

N_ = words.N_

_LEVELS = {
    places.Level.NATION: N_("pusat"),
    places.Level.PROVINCE: N_("provinsi"),
    places.Level.REGENCY: N_("kabupaten/kota"),
}

_TOLD = (
    "decision",
    "issue",
    "follow_up",
    "attachment",
    "log_entry",
    "recap",
    "daily_report",
    "team",
    "member",
    "station",
    "region",
    "shipment",
    "stock_report",
    "activity",
    "visit",
    "task",
    "indicator_value",
    "revote",
    "checklist",
    "shift",
)
"""Kinds that are named one by one, in this order; the rest is "isian lain"."""


@dataclass(frozen=True, slots=True)
class Receiver:
    """An office that data can be sent to.

    `known`: a package can be closed for it; `above`: the office this one reports to; `own`: another computer of this
    office. `entries`: how many isian it has not said it holds, `fresh` of them have not left this computer; `words`:
    what these are ("44 isian: 41 dari 6 TPS, …"). `said`: how many changes it has said it holds, 0 as long as no word
    came from it. `last_number`, `last_at`: the last package made; `confirmed`: the last one it has said it received;
    `unwritten`: the number of a last package that never came to stand on a stick, 0 for none. `owed`: numbers of
    its packages that brought something and came in since; their receipt goes back with the next one.
    """

    place: str
    name: str
    known: bool
    above: bool
    entries: int
    words: str
    said: int
    last_number: int
    last_at: int
    fresh: int = 0
    own: bool = False
    confirmed: int = 0
    unwritten: int = 0
    owed: tuple[int, ...] = ()
    photos: int = 0
    photo_bytes: int = 0
    """How many photos and documents would go along, and their bytes."""
    asks_photos: bool = False
    """It asked for some of them, and no package was made for that yet."""

    @property
    def is_partner(self) -> bool:
        """This office knows it, or has sent to it: it stands in front in the list."""
        return self.known or self.last_number > 0

    @property
    def waits(self) -> bool:
        """Something that has not left waits for it, and a package can be closed for it."""
        return self.known and (self.fresh > 0 or bool(self.owed) or self.asks_photos)

    @property
    def under_way(self) -> int:
        """How many isian were sent and not yet confirmed."""
        return self.entries - self.fresh


def receivers(desk: Desk) -> list[Receiver]:
    """The office above, then those known, then offices below from which nothing has come yet."""
    own = desk.identity.place
    above = places.parent(own)
    found = {one.place: one for one in destinations.listed(desk)}
    made = [
        _receiver(desk, place, one.name if one.known else office_name(desk, place), one.known, place == above)
        for place, one in found.items()
    ]
    made += [
        _receiver(desk, region.code, region.label, False, False)
        for region in _below(desk)
        if region.code not in found
    ]
    made.sort(key=lambda one: (not one.above, not one.known, one.place))
    if _has_others(desk):
        made.append(_receiver(desk, own, _("Komputer lain kantor ini"), True, False))
    return made


def above_words(desk: Desk) -> str:
    """ "belum dikirim ke kabupaten/kota: 6 isian · 35 menunggu kabar", for the office above; "" where there is none.

    Also "" at an authority that the office above has not registered: there it takes no part.
    """
    above = places.parent(desk.identity.place)
    if above is None:
        return ""
    with desk.reading() as connection:
        if not trust.cards_at(connection, above):
            level = _LEVELS.get(places.level_of(above), N_("kantor di atas"))
            if judges.is_authority(desk.identity):
                return ""
            return _("belum bergabung dengan {office}").format(office=_(level))
        said, gone = destinations.said_by(connection, above), parcels.reach_sent(connection, above)
        reads = functools.partial(journal_streams.may_read, above)
        held = unsent_list.unsent(connection, reads, said, 0, gone)
    level = _LEVELS.get(places.level_of(above), N_("kantor di atas"))
    if not held.entries:
        return _("semua sudah diterima {office}").format(office=_(level))
    under_way = held.entries - held.fresh
    if not held.fresh:
        return _("semua sudah dikirim ke {office}; {count} isian menunggu kabar").format(
            office=_(level), count=dotted(under_way)
        )
    text = _("belum dikirim ke {office}: {count} isian").format(office=_(level), count=dotted(held.fresh))
    return f"{text} · {_('{count} menunggu kabar').format(count=dotted(under_way))}" if under_way else text


def office_name(desk: Desk, place: str) -> str:
    """What the office at a place is called while it has not named itself: its region's name."""
    with desk.reading() as connection:
        vouched = trust.cards_at(connection, place)
        if vouched:
            return vouched[0].name
        named = place_names.named(connection, settings.event_code(desk), [place])[place]
    if named.name != place or place == places.NATION:
        return named.label if place != places.NATION else _("Desk Nasional")
    region = regions.find(offices.region_index(), place)
    return place_names.Named(place, region.name, region.kind).label


def _below(desk: Desk) -> list[areas.Area]:
    match desk.identity.level:
        case places.Level.REGENCY:
            return areas.districts(desk)
        case places.Level.PROVINCE:
            return areas.regencies(desk)
    return []


def _has_others(desk: Desk) -> bool:
    """Whether this office works on another computer too."""
    own = desk.identity
    with desk.reading() as connection:
        known = trust.replicas_of(connection, own.public)
    return any(replica != own.replica and not superseded for replica, superseded in known)


def _receiver(desk: Desk, place: str, name: str, known: bool, above: bool) -> Receiver:
    own = place == desk.identity.place
    with desk.reading() as connection:
        said = destinations.said_to_own(desk, connection) if own else destinations.said_by(connection, place)
        gone = parcels.reach_sent(connection, place)
        most = unsent_list.MOST_COUNTED if known or above else 0
        held = unsent_list.unsent(connection, destinations.reader(desk, place), said, most, gone)
        number, at = unsent_list.last_number_to(connection, place) or (0, 0)
        confirmed = parcels.last_acknowledged(connection, place) or 0
        last = parcels.sent_to(connection, place, number)
        owed = () if own else _owed(connection, place, parcels.last_written(connection, place))
        reads, keys = destinations.reader(desk, place), [one.key for one in trust.cards_at(connection, place)]
        keys += [desk.identity.public] if own else []
        along = attachments_sending.weigh(desk, connection, reads, said, keys) if keys else attachments_sending.NOTHING
        asks = attachments_sending.is_asked(desk, connection, reads, keys)
    return Receiver(
        place=place,
        name=name,
        known=known,
        above=above,
        entries=held.entries,
        words=_words(held),
        said=sum(said.values()),
        last_number=number,
        last_at=at,
        fresh=held.fresh,
        own=own,
        confirmed=confirmed,
        unwritten=number if last and last[0].written is None else 0,
        owed=owed,
        photos=along.count,
        photo_bytes=along.size,
        asks_photos=asks,
    )


def _owed(connection: Connection, place: str, since: int) -> tuple[int, ...]:
    """The packages of an office that brought something since the last one that went to it was made."""
    came = [one for one in parcels.received_since(connection, since + 1) if one.place == place]
    told = [(one.number, kept_receipts.read(one.told)) for one in came]
    return tuple(sorted({number for number, said in told if said is not None and (said.kinds or said.waiting)}))


def _words(held: unsent_list.Unsent) -> str:
    """What waits: in all, of what kinds, and how much of it has left already without a word coming back."""
    if not held.entries:
        return _("Tidak ada isian baru.")
    if not held.fresh:
        text = _("Tidak ada isian baru. {count} isian sudah dikirim, belum ada kabar diterima.")
        return text.format(count=dotted(held.entries))
    total = ngettext("{count} isian", "{count} isian", held.entries).format(count=dotted(held.entries))
    parts = _parts(held)
    text = f"{total}: {', '.join(parts)}" if len(parts) > 1 else total
    if len(parts) == 1 and held.stations:
        text = _("{count} isian dari {stations} TPS").format(
            count=dotted(held.entries), stations=dotted(held.stations)
        )
    if held.entries > held.fresh:
        sent = _("{count} di antaranya sudah dikirim, belum ada kabar diterima")
        text += " · " + sent.format(count=dotted(held.entries - held.fresh))
    return text


def _parts(held: unsent_list.Unsent) -> list[str]:
    """The kinds, those of _TOLD by name; together they are all the isian there are."""
    parts = []
    kinds = dict(held.kinds)
    answers = kinds.pop("answer", 0)
    if answers and held.stations:
        stations = dotted(held.stations)
        parts.append(_("{count} dari {stations} TPS").format(count=dotted(answers), stations=stations))
    elif answers:
        parts.append(_("{count} isian kesiapan").format(count=dotted(answers)))
    for kind in _TOLD:
        count = kinds.pop(kind, 0)
        if count:
            parts.append(_counted(kind, count).format(count=dotted(count)))
    rest = sum(kinds.values())
    if rest:
        parts.append(ngettext("{count} data lain", "{count} data lain", rest).format(count=dotted(rest)))
    return parts


def _counted(kind: str, count: int) -> str:
    """How many of a kind of `_TOLD`, as one says it; English has a plural."""
    match kind:
        case "decision":
            return ngettext("{count} klarifikasi", "{count} klarifikasi", count)
        case "issue":
            return ngettext("{count} permasalahan", "{count} permasalahan", count)
        case "follow_up":
            return ngettext("{count} tindak lanjut", "{count} tindak lanjut", count)
        case "attachment":
            return ngettext("{count} lampiran", "{count} lampiran", count)
        case "log_entry":
            return ngettext("{count} baris buku posko", "{count} baris buku posko", count)
        case "recap":
            return ngettext("{count} rekap", "{count} rekap", count)
        case "daily_report":
            return ngettext("{count} laporan harian", "{count} laporan harian", count)
        case "team":
            return ngettext("{count} tim", "{count} tim", count)
        case "member":
            return ngettext("{count} anggota tim", "{count} anggota tim", count)
        case "region":
            return ngettext("{count} wilayah", "{count} wilayah", count)
        case "shipment":
            return ngettext("{count} kiriman logistik", "{count} kiriman logistik", count)
        case "stock_report":
            return ngettext("{count} laporan posisi logistik", "{count} laporan posisi logistik", count)
        case "activity":
            return ngettext("{count} kegiatan", "{count} kegiatan", count)
        case "visit":
            return ngettext("{count} hasil kunjungan", "{count} hasil kunjungan", count)
        case "task":
            return ngettext("{count} tugas", "{count} tugas", count)
        case "indicator_value":
            return ngettext("{count} nilai indikator", "{count} nilai indikator", count)
        case "revote":
            return ngettext("{count} PSU/PSSU/PSL/PSS", "{count} PSU/PSSU/PSL/PSS", count)
        case "checklist":
            return ngettext("{count} versi ceklis", "{count} versi ceklis", count)
        case "shift":
            return ngettext("{count} piket posko", "{count} piket posko", count)
        case _:
            return ngettext("{count} TPS", "{count} TPS", count)
