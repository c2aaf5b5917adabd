# SPDX-License-Identifier: Apache-2.0
"""Daftar kantor: every office that is known here or awaited, its code, how far it is, and the key in the safe."""

from dataclasses import dataclass
from enum import StrEnum

from desk_app.base.text import _
from desk_app.data import parcels
from desk_app.domain import places, words
from desk_app.operations import authority_root, changed, joining, outgoing, package_making, ready_offices, trust
from desk_app.operations.desk import Desk

N_ = words.N_


class Standing(StrEnum):
    """How an office stands to this one."""

    OWN = "own"
    KNOWN = "known"
    WAITING = "waiting"
    """Its ready file was made and nobody has answered yet."""
    ABSENT = "absent"
    WITHDRAWN = "withdrawn"


LABELS: dict[Standing, str] = {
    Standing.OWN: N_("kantor ini"),
    Standing.KNOWN: N_("terdaftar"),
    Standing.WAITING: N_("berkas siap belum dibuka"),
    Standing.ABSENT: N_("belum bergabung"),
    Standing.WITHDRAWN: N_("pendaftaran dicabut"),
}


@dataclass(frozen=True, slots=True)
class Office:
    """One office. `code`: what it reads out over the phone, "" as long as it has none. `last`: when its last package
    came in, 0 for never. `rescue`: a code for a forgotten password is kept here. `may_withdraw`: this office may.
    """

    key: str
    place: str
    name: str
    code: str
    standing: Standing
    last: int
    rescue: bool
    may_withdraw: bool

    @property
    def identity(self) -> str:
        """What it is found again by."""
        return self.key or self.place

    @property
    def standing_words(self) -> str:
        return _(LABELS[self.standing])


@dataclass(frozen=True, slots=True)
class Book:
    """All that the list shows. `authority`: this office registers others; `spare`: its spare key was not printed.

    `prepare`: what making ready files is called at this office.
    """

    offices: tuple[Office, ...]
    own_code: str
    authority: bool
    spare: bool
    prepare: str


def book(desk: Desk) -> Book:
    """Read the list: this office, those known by place, those awaited, those withdrawn."""
    own, authority = desk.identity.place, trust.is_authority(desk.identity)
    with desk.reading() as connection:
        last = {one.place: one.at for one in parcels.newest_received(connection)}
    found = []
    for one in joining.offices(desk):
        below = places.is_within(one.place, own) and one.place != own
        standing = Standing.OWN if one.own else Standing.KNOWN if one.valid else Standing.WITHDRAWN
        found.append(
            Office(
                key=one.key,
                place=one.place,
                name=one.name,
                code=one.code,
                standing=standing,
                last=last.get(one.place, 0) if one.valid else 0,
                rescue=one.rescue and one.valid,
                may_withdraw=authority and below and one.valid,
            )
        )
    here = {one.place for one in found if one.standing in (Standing.OWN, Standing.KNOWN)}
    found += [
        Office(
            key="",
            place=row.place,
            name=row.name,
            code="",
            standing=Standing.WAITING if row.state is ready_offices.State.MADE else Standing.ABSENT,
            last=0,
            rescue=False,
            may_withdraw=False,
        )
        for row in ready_offices.listing(desk)
        if row.place not in here and (row.place != own or row.state is ready_offices.State.MADE)
    ]
    above = places.parent(own)
    if above is not None and above not in {one.place for one in found}:
        name = outgoing.office_name(desk, above)
        found.append(Office("", above, name, "", Standing.ABSENT, 0, False, False))
    order = tuple(Standing)
    found.sort(key=lambda one: (order.index(one.standing), len(one.place), one.place, one.name))
    spare = authority and authority_root.spare_sheet(desk) is not None
    return Book(tuple(found), package_making.code_of(desk.identity.public), authority, spare, prepare_words(desk))


def prepare_words(desk: Desk) -> str:
    """What making ready files is called: for the offices below, or for another computer of this one."""
    match desk.identity.level:
        case places.Level.REGENCY:
            return _("Siapkan paket kecamatan")
        case places.Level.PROVINCE:
            return _("Siapkan paket kabupaten/kota")
    return _("Siapkan komputer kedua kantor ini")


def spare_printed(desk: Desk) -> None:
    """The sheet with the spare key is in somebody's hands: this computer forgets it."""
    authority_root.spare_printed(desk)
    desk.news.tell(changed.Changed(frozenset({"exchange"})))


def renew_key(desk: Desk, typed: str) -> None:
    """Replace a lost or stolen key with the sheet from the safe. Raises Refused."""
    authority_root.renew_root(desk, typed)
    desk.news.tell(changed.Changed(frozenset({"exchange"})))
