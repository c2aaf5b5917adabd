# SPDX-License-Identifier: Apache-2.0
"""What the call list says: which offices have not sent, since when, and whom to ask for."""

from dataclasses import dataclass

from desk_app.domain import errors, places, words
from desk_app.operations import days, printing_office, signatories, silence, whom_to_call
from desk_app.operations.desk import Desk
from desk_app.reports import office_silence

N_ = words.N_


@dataclass(frozen=True, slots=True)
class Setting:
    """What is settled before the list is gathered. `signer` None: a list for the desk itself is not signed."""

    as_of: int
    paper: str
    signer: signatories.SignatoryRow | None


def gather(desk: Desk, asked: Setting) -> office_silence.OfficeSilence:
    """The list of a moment. Raises Refused at an office with none below.

    A list for the desk itself names who is called first, with the telephone; a signed one, which may leave it, none.
    """
    if desk.identity.level == places.Level.DISTRICT.value:
        raise errors.Refused(N_("Kantor ini tidak membawahi kantor lain, jadi tidak ada yang ditunggu."))
    found = silence.silent(desk, asked.as_of)
    at = days.local(desk, asked.as_of)
    called = whom_to_call.people(desk, {one.place: one.name for one in found.silent}) if asked.signer is None else {}
    return office_silence.OfficeSilence(
        office=printing_office.office(desk),
        as_of=at,
        silent=tuple(
            office_silence.SilentOffice(
                name=printing_office.called(one.place, one.name),
                number=one.number or None,
                last=days.local(desk, one.last) if one.last else None,
                contact=", ".join(one.operators),
                phone="\n".join(f"{who.name} {who.phone}" for who in called.get(one.place, ()) if who.phone),
            )
            for one in found.silent
        ),
        whole=found.whole,
        page=printing_office.page_setup(desk, asked.paper),
        due=days.local(desk, found.due) if found.due is not None else None,
        since=days.local(desk, found.since),
        signature=None
        if asked.signer is None
        else printing_office.signature_block(desk, asked.signer, at.date()),
        head=printing_office.kop(desk, asked.signer),
    )
