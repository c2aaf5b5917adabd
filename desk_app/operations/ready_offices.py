# SPDX-License-Identifier: Apache-2.0
"""The offices below for which ready files are made: none yet, made and not opened, joined; and the words on slips."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk_app.base.text import _
from desk_app.data import invitations
from desk_app.data import trust as rows
from desk_app.domain import places, words
from desk_app.operations import areas, enrolment, outgoing, trust
from desk_app.operations.desk import Desk

N_ = words.N_


class State(StrEnum):
    """How far an office is."""

    NONE = "none"
    MADE = "made"
    JOINED = "joined"


STATE_LABELS: dict[State, str] = {
    State.NONE: N_("belum dibuat"),
    State.MADE: N_("berkas dibuat, belum dibuka"),
    State.JOINED: N_("sudah bergabung"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """An office. `at`: when its last ready file was made, 0 for none; `word`: that of a slip nobody has used yet."""

    place: str
    name: str
    state: State
    at: int
    word: str
    own: bool = False

    @property
    def state_words(self) -> str:
        if self.state is State.JOINED and self.word:
            return _("sudah bergabung; berkas baru belum dibuka")
        return _(STATE_LABELS[self.state])


def may_prepare(desk: Desk) -> bool:
    """Whether this office makes ready files for others; for another computer of its own every office may."""
    return trust.is_authority(desk.identity)


def listing(desk: Desk) -> list[Row]:
    """The offices below this one by their codes; the office itself last, for another computer of its own."""
    below = _below(desk)
    with desk.reading() as connection:
        made = _newest(invitations.every(connection))
        joined = {one.place for one in rows.cards(connection) if one.valid and one.place != desk.identity.place}
    listed = [region.code for region in below]
    listed += sorted(one for one in joined - set(listed) if places.is_within(one, desk.identity.place))
    found = [_row(place, outgoing.office_name(desk, place), made, place in joined) for place in listed]
    own = made.get((desk.identity.place, enrolment.ANOTHER))
    name = _("Komputer lain kantor ini")
    open_ = own is not None and own.used_by is None
    found.append(
        Row(
            desk.identity.place,
            name,
            State.MADE if open_ else State.NONE,
            own.at if own is not None else 0,
            own.secret if own is not None and open_ else "",
            own=True,
        )
    )
    return found


def _below(desk: Desk) -> Sequence[areas.Area]:
    match desk.identity.level:
        case places.Level.REGENCY:
            return areas.districts(desk)
        case places.Level.PROVINCE:
            return areas.regencies(desk)
    return ()


def _newest(every: Sequence[invitations.Invitation]) -> dict[tuple[str, str], invitations.Invitation]:
    """The last ready file of each place and kind; they come by place, the newest first."""
    found: dict[tuple[str, str], invitations.Invitation] = {}
    for one in every:
        found.setdefault((one.place, one.kind), one)
    return found


def _row(
    place: str, name: str, made: Mapping[tuple[str, str], invitations.Invitation], joined: bool
) -> Row:
    last = made.get((place, enrolment.NEW))
    waiting = last is not None and last.used_by is None
    state = State.JOINED if joined else State.MADE if waiting else State.NONE
    word = last.secret if last is not None and waiting else ""
    return Row(place, name, state, last.at if last is not None else 0, word)
