# SPDX-License-Identifier: Apache-2.0
"""Terima Data whole: look through what lies on a stick, then back up, put in, and say what was received.

One bad package holds up none of the others. Whatever lies there is named for what it is: a package for this office, a
request to join, a ready file, something for another office that is carried on, or a file that cannot be read.
"""

import dataclasses
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desk_app.base import fault_words
from desk_app.base.progress import Progress, Steps
from desk_app.base.text import _
from desk_app.data import inbox
from desk_app.domain import errors, words
from desk_app.exchange import package
from desk_app.operations import (
    attachments_receiving,
    backups,
    changed,
    import_outcome,
    intake_strange,
    intake_words,
    package_making,
    package_opening,
    packages_found,
    paper_check,
    parcel_register,
    receiving,
    relays,
    trying_again,
    vouching,
)
from desk_app.operations.desk import Desk
from desk_app.operations.intake_looking import Looker
from desk_app.operations.intake_offered import Offered, Standing, State

N_ = words.N_

__all__ = ["Offered", "Put", "Receipt", "Standing", "State", "look", "own_code", "take"]


@dataclass(frozen=True, slots=True)
class Put:
    """A package that was put in: what it changed, in sentences too. `spoken`: the receipt for the phone, "" as long
    as volumes of it are missing.
    """

    outcome: import_outcome.Outcome
    told: tuple[intake_words.Told, ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was put in, and what was refused (file, words). `backup`: its number, 0: not due. `joined`: offices that are
    vouched for from now on. `carried`: files for other offices that were kept to be carried on.
    """

    at: int
    put: tuple[Put, ...]
    refused: tuple[tuple[str, str], ...]
    backup: int
    joined: tuple[str, ...] = ()
    carried: int = 0
    joined_places: tuple[str, ...] = ()
    """The codes of the places of `joined`."""

    @property
    def outcomes(self) -> tuple[import_outcome.Outcome, ...]:
        """What each package changed."""
        return tuple(one.outcome for one in self.put)

    @property
    def did_anything(self) -> bool:
        """Whether anything came in, or is carried on."""
        return bool(self.put or self.joined or self.carried)


def look(desk: Desk, paths: Iterable[Path]) -> Steps[list[Offered]]:
    """Look through what lies in files and folders; nothing is written. Raises Refused where nothing can be read."""
    yield Progress(0, None, N_("Mencari kiriman"))
    wanted = list(paths)
    try:
        found = packages_found.find(desk, wanted)
        looker = Looker(desk)
        strange = intake_strange.strange(desk, wanted, {one.path for one in found})
        offered = []
        for done, one in enumerate(found):
            yield Progress(done, len(found), N_("Memeriksa kiriman"))
            offered.append(looker.look_at(one))
    except OSError as fault:
        raise errors.Refused(
            N_("Flashdisk atau folder tidak dapat dibaca ({reason}). Cabut, colokkan lagi, lalu periksa lagi."),
            reason=fault_words.of(fault),
        ) from fault
    return looker.together([*offered, *strange])


def take(
    desk: Desk,
    chosen: Sequence[Offered],
    accepted: Collection[str] = (),
    *,
    typed: Mapping[str, Mapping[int, str]] | None = None,
    along: Sequence[Offered] = (),
) -> Steps[Receipt]:
    """Back up, then put the chosen packages in, in order; what is for others is kept to be carried on.

    `accepted`: codes of new offices that were compared. `typed`: blocks of the code from the paper, by package.
    """
    blocks = typed or {}
    made = None
    if any(one.state is State.USABLE for one in chosen):
        made = yield from backups.backup_if_due(desk, backups.Reason.IMPORT)
    put: list[Put] = []
    refused: list[tuple[str, str]] = []
    joined: list[str] = []
    joined_places: list[str] = []
    for done, one in enumerate(sorted(chosen, key=lambda one: one.is_photo)):  # a photo is named by its data
        yield Progress(done, len(chosen), N_("Memasukkan data"))
        try:
            _require_same(one)
            if one.state is State.REQUEST:
                joined.append(_join(desk, one, accepted))
                joined_places.append(one.place)
            elif one.is_photo:
                put.append((yield from _photos(desk, one)))
            else:
                paper_check.require(desk, one.paper_code, one.kinds, blocks.get(one.package, {}))
                put += yield from _put_in(desk, one, accepted)
        except errors.Refused as fault:
            refused.append((one.path.name, words.render(fault.message, fault.params, _)))
    carried = 0
    try:
        carried = relays.take_along(desk, [one.path for one in along if one.state is State.CARRIED])
    except OSError as fault:
        refused.append((_("Titipan"), fault_words.of(fault)))
    number = made.made.number if made is not None else 0
    return Receipt(desk.now(), tuple(put), tuple(refused), number, tuple(joined), carried, tuple(joined_places))


def own_code(desk: Desk) -> str:
    """The code of this office, read out over the phone to those who receive its first package."""
    return package_making.code_of(desk.identity.public)


def waiting_now(desk: Desk) -> int:
    """How many changes wait in this database for another package."""
    with desk.reading() as connection:
        return inbox.count(connection)


def _require_same(one: Offered) -> None:
    """What was looked at is what is taken: another package under its name was seen by nobody."""
    head = package.peek(one.path)
    if (head.id.hex(), head.volume, package_making.code_of(head.mark)) != (one.package, one.volume, one.code):
        raise errors.Refused(
            N_("{file} bukan lagi kiriman yang tadi diperiksa. Periksa lagi isi flashdisk."), file=one.path.name
        )


def _put_in(desk: Desk, one: Offered, accepted: Collection[str]) -> Steps[list[Put]]:
    waited = waiting_now(desk)
    accept = one.sender_code in accepted
    outcomes = yield from _last_steps(receiving.receive(desk, [one.path], accept_sender=accept))
    if accept:
        trying_again.try_again(desk)
    return [Put(made, intake_words.tell(desk, made, waited=waited), _spoken(desk, made.package)) for made in outcomes]


def _photos(desk: Desk, one: Offered) -> Steps[Put]:
    """Put in every package of photos of one sender, told as one; a spoilt one holds up none of the others."""
    paths = [one.path, *one.parts]
    made: list[import_outcome.Outcome] = []
    fault: errors.Refused | None = None
    for done, path in enumerate(paths):
        yield Progress(done, len(paths), N_("Memasukkan foto"))
        try:
            made += yield from _last_steps(receiving.receive(desk, [path]))
        except errors.Refused as trouble:
            fault = trouble
    if not made:
        assert fault is not None
        raise fault
    tally = sum((outcome.photos for outcome in made), start=attachments_receiving.NOTHING)
    outcome = dataclasses.replace(made[-1], photos=tally)
    told = intake_words.tell(desk, outcome)
    if fault is not None:
        told += (intake_words.Told(intake_words.Mark.ASIDE, words.render(fault.message, fault.params, _)),)
    return Put(outcome, told, "")


def _join(desk: Desk, one: Offered, accepted: Collection[str]) -> str:
    """Vouch for an office whose code was compared; what was kept apart of it comes in."""
    _head, card, roots = package_opening.request_in(one.path)
    if package_making.code_of(card.key) not in accepted:
        raise errors.NotPermitted(N_("Kode {sender} belum dicocokkan; kantor ini tidak didaftarkan."), sender=card.name)
    vouching.accept(desk, roots, card)
    trying_again.try_again(desk)
    desk.news.tell(changed.Changed(frozenset({"exchange"})))
    return card.name


def _spoken(desk: Desk, package: str) -> str:
    try:
        return parcel_register.spoken_receipt(desk, package)
    except errors.NotFound:
        return ""


def _last_steps(steps: Steps[list[import_outcome.Outcome]]) -> Steps[list[import_outcome.Outcome]]:
    """The same work without its own count, which would jump back to nothing for each package."""
    while True:
        try:
            step = next(steps)
        except StopIteration as end:
            result: list[import_outcome.Outcome] = end.value
            return result
        yield Progress(0, None, step.words)
