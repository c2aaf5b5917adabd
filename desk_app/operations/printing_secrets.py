# SPDX-License-Identifier: Apache-2.0
"""What the papers with secrets say: slips for ready files that nobody has opened yet, the spare key for the safe.

They have no check code and do not enter the register of what was issued.
"""

from datetime import date

from desk_app.data import invitations, trust
from desk_app.domain import errors, places, words
from desk_app.exchange import package
from desk_app.operations import authority_root, enrolment, outgoing, printing_office, printing_parcels, settings, values
from desk_app.operations.desk import Desk
from desk_app.reports import parcel_words, ready_slips, spare_key

N_ = words.N_


def gather_slips(desk: Desk, day: date, paper: str, area: str = "") -> ready_slips.ReadySlips:
    """The slips of the ready files that wait, of one place or of all. With none the paper says so."""
    with desk.reading() as connection:
        every = invitations.every(connection)
    waiting = _waiting([one for one in every if not area or one.place == area])
    places_ = [one.place for one in waiting]
    speaker = values.Speaker(desk)
    return ready_slips.ReadySlips(
        office=printing_office.office(desk),
        day=day,
        slips=tuple(
            ready_slips.ReadySlip(
                office=_addressee(desk, one),
                file=_file(desk, one, f" (dibuat {speaker.moment(one.at)})" if places_.count(one.place) > 1 else ""),
                secret=one.secret,
            )
            for one in waiting
        ),
        page=printing_office.page_setup(desk, paper),
    )


def gather_spare_key(desk: Desk, day: date, paper: str) -> spare_key.SpareKey:
    """The sheet of the spare key. Raises Refused where there is none, or none any more."""
    secret = authority_root.spare_sheet(desk)
    if secret is None:
        raise errors.Refused(N_("Kunci cadangan sudah dicetak dan tidak disimpan di komputer ini."))
    with desk.reading() as connection:
        root = trust.root_of(connection, desk.identity.place)
    own = printing_office.names(desk)
    return spare_key.SpareKey(
        office=printing_office.office(desk),
        secret=secret,
        day=day,
        holder=parcel_words.Party("Sekretariat Daerah", function=f"Sekretaris Daerah {own.region}"),
        maker=parcel_words.Party(desk.identity.name, desk.operator.name, printing_parcels.OPERATOR),
        page=printing_office.page_setup(desk, paper),
        sheet=root.version if root is not None else 1,
        place=settings.get(desk, "city").strip(),
        head=printing_office.kop(desk, None),
    )


def _waiting(every: list[invitations.Invitation]) -> list[invitations.Invitation]:
    """Those nobody has opened, by place, but for those made before one that was: that office is set up."""
    found = []
    done: set[tuple[str, str]] = set()
    for one in every:  # of a place the newest first
        if one.used_by is not None:
            done.add((one.place, one.kind))
        elif one.secret and (one.place, one.kind) not in done:
            found.append(one)
    return found


def _addressee(desk: Desk, one: invitations.Invitation) -> str:
    if one.kind == enrolment.ANOTHER:
        return f"Komputer lain {desk.identity.name}"
    name = outgoing.office_name(desk, one.place)
    return name if places.level_of(one.place) is places.Level.PROVINCE or name.startswith("Desk ") else f"Desk {name}"


def _file(desk: Desk, one: invitations.Invitation, made: str) -> str:
    """How the names of its files begin: of large ones there are several."""
    name = package.file_name(desk.identity.register, one.place, 0, 1, 1)
    return f"{name.rsplit('-', 1)[0]}-…{made}"
