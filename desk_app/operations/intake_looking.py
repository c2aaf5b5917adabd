# SPDX-License-Identifier: Apache-2.0
"""One file on a stick, looked through: what it is, from whom, what it would change, and what is to be done with it."""

import dataclasses
from collections.abc import Collection, Sequence

from desk_app.base.text import _
from desk_app.data import inbox, parcels
from desk_app.data import trust as trust_rows
from desk_app.domain import errors, places, words
from desk_app.exchange import manifest, package
from desk_app.operations import (
    exchange_papers,
    import_outcome,
    intake_lines,
    intake_words,
    judging,
    outgoing,
    package_making,
    package_opening,
    packages_found,
    paper_check,
    receiving,
    relays,
    trust,
    values,
)
from desk_app.operations.desk import Desk
from desk_app.operations.intake_offered import Offered, Standing, State, photos_joined


class Looker:
    """Looks at files one after the other; reads the database, not for the window's thread."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._speaker = values.Speaker(desk)
        self._names: dict[str, str] = {}
        with desk.reading() as connection:
            self._waited = inbox.count(connection)

    def look_at(self, one: packages_found.Found) -> Offered:
        """What a file is that begins as a package."""
        if not one.package:
            state = State.BROKEN if one.damaged else State.NEWER
            return Offered(one.path, state, one.path.name, trouble=one.fault)
        try:
            head = package.peek(one.path)
        except errors.Refused as fault:
            return Offered(one.path, State.BROKEN, one.sender, trouble=_said(fault))
        match self._state(one, head):
            case State.USABLE:
                return self._previewed(one, head)
            case State.CARRIED:
                return self._carried(one, head)
            case State.REQUEST:
                return self._request(one, head)
            case State.READY:
                to = self._addressees(head)
                words_ = _("Berkas siap untuk {to}. Bawa ke komputer kantor itu, lalu buka dari layar awal program.")
                if any(one.place == self._desk.identity.place for one in head.to):
                    words_ = _("Untuk menyiapkan komputer baru kantor ini. Di komputer ini tidak perlu dibuka.")
                return self._offered(one, head, State.READY, words_.format(to=to), to)
            case state:
                to = self._addressees(head)
                return self._offered(one, head, state, _own(head, to), to)

    def together(self, offered: Sequence[Offered]) -> list[Offered]:
        """Each package seen beside the others: one that lies here too is not missing."""
        here: dict[str, list[int]] = {}
        for one in offered:
            if one.state is State.USABLE and not one.is_photo:
                here.setdefault(one.sender_code, []).append(one.number)
        return [
            self._beside(one, here.get(one.sender_code, ())) if one.state is State.USABLE else one
            for one in photos_joined(offered)
        ]

    def _state(self, one: packages_found.Found, head: manifest.Manifest) -> State:
        own = self._desk.identity
        if head.sender.key == own.public and (one.fault or self._is_own(head)):
            return State.OWN
        match head.kind:
            case manifest.Kind.READY:
                return State.READY
            case manifest.Kind.CARD:
                return State.REQUEST
        if head.sender.key != own.public and not head.is_for(own.place, own.public):
            return State.CARRIED
        return State.USABLE

    def _is_own(self, head: manifest.Manifest) -> bool:
        """Whether this very computer made a package of its office."""
        match head.kind:
            case manifest.Kind.DATA:
                return self._sent(head)
            case manifest.Kind.PHOTO:
                return head.sender.replica == self._desk.identity.replica
        return True

    def _sent(self, head: manifest.Manifest) -> bool:
        with self._desk.reading() as connection:
            return any(one.direction == "out" for one in parcels.of_package(connection, head.id))

    def _previewed(self, one: packages_found.Found, head: manifest.Manifest) -> Offered:
        try:
            outcome = receiving.preview(self._desk, one.path)
        except errors.Refused as fault:
            return self._offered(one, head, State.BROKEN, _said(fault))
        if head.kind is manifest.Kind.PHOTO:
            state = State.USABLE if outcome.photos.total > outcome.photos.known else State.KNOWN
            found = dataclasses.replace(self._offered(one, head, state), outcome=outcome, is_photo=True)
            return dataclasses.replace(found, told=intake_words.tell(self._desk, outcome))
        standing = self._standing(head, outcome.accepted)
        brings = outcome.changes or outcome.waiting > self._waited or not one.already or standing is Standing.NEW
        kinds = tuple({**outcome.new, **outcome.changed})
        return dataclasses.replace(
            self._offered(one, head, State.USABLE if brings else State.KNOWN),
            standing=standing,
            outcome=outcome,
            told=self._tell(outcome, standing),
            missing=outcome.missing,
            lines=tuple(intake_lines.lines(self._speaker, outcome.lines)),
            kinds=kinds,
            blocks=paper_check.asked(self._desk, exchange_papers.code(head.mark), kinds) if brings else (),
            paper_code=exchange_papers.code(head.mark),
        )

    def _beside(self, one: Offered, here: Sequence[int]) -> Offered:
        if one.outcome is None:
            return one
        told = self._tell(one.outcome, one.standing, here)
        earlier = [number for number in here if number < one.number]
        if earlier and one.outcome.changes:
            words_ = _("Sebagian isinya sama dengan kiriman {numbers}, yang juga ada di sini.")
            text = words_.format(numbers=intake_words.numbers(earlier))
            told = (*told, intake_words.Told(intake_words.Mark.KNOWN, text))
        missing = tuple(number for number in one.missing if number not in here)
        return dataclasses.replace(one, missing=missing, told=told)

    def _tell(
        self, outcome: import_outcome.Outcome, standing: Standing, here: Collection[int] = ()
    ) -> tuple[intake_words.Told, ...]:
        told = intake_words.tell(self._desk, outcome, waited=self._waited, here=here)
        if standing is not Standing.NEW:
            return told
        # What it wrote itself is no longer kept apart once its code was compared.
        held = sum(count for reason, _office, count in outcome.apart if reason == judging.UNKNOWN)
        rest = tuple(one for one in told if one.mark is not intake_words.Mark.APART)
        if not held:
            return rest
        words_ = _("{count} isian masuk sesudah kode kantornya dicocokkan.").format(count=words.dotted(held))
        return (intake_words.Told(intake_words.Mark.WAITS, words_), *rest)

    def _carried(self, one: packages_found.Found, head: manifest.Manifest) -> Offered:
        if any(to.place == self._desk.identity.place for to in head.to):
            words_ = _("Kiriman ini dibuat untuk komputer lama kantor ini. Minta {sender} mengirim ulang.")
            return self._offered(one, head, State.BROKEN, words_.format(sender=one.sender))
        made = self._offered(one, head, State.CARRIED, to=self._addressees(head))
        return dataclasses.replace(made, taken=relays.path_of(self._desk, head).exists())

    def _request(self, one: packages_found.Found, head: manifest.Manifest) -> Offered:
        standing = self._standing(head, False)
        if standing is Standing.KNOWN:
            words_ = _("Permintaan bergabung dari {sender}; kantor itu sudah terdaftar.").format(sender=one.sender)
            return self._offered(one, head, State.KNOWN, words_)
        try:
            _head, card, _roots = package_opening.request_in(one.path)
        except errors.Refused as fault:
            return self._offered(one, head, State.BROKEN, _said(fault))
        trouble = ""
        if standing is not Standing.NEW:
            words_ = _("{sender} didaftarkan oleh kabupaten/kota atau provinsinya, bukan di sini.")
            trouble = words_.format(sender=card.name)
        return dataclasses.replace(self._offered(one, head, State.REQUEST, trouble), standing=standing)

    def _standing(self, head: manifest.Manifest, accepted: bool) -> Standing:
        own, sender = self._desk.identity, head.sender
        with self._desk.reading() as connection:
            author = trust.author(connection, own, sender.key)
        if author is not None:
            return Standing.KNOWN if author.valid else Standing.WITHDRAWN
        if accepted:
            return Standing.JOINING
        in_line = places.is_within(own.place, sender.place) or places.is_within(sender.place, own.place)
        able = trust.is_authority(own) or sender.level in {level.value for level in trust.AUTHORITIES}
        return Standing.NEW if in_line and able else Standing.STRANGE

    def _offered(
        self, one: packages_found.Found, head: manifest.Manifest, state: State, trouble: str = "", to: str = ""
    ) -> Offered:
        return Offered(
            path=one.path,
            state=state,
            sender=self._name(head),
            place=one.place,
            number=one.number,
            volume=one.volume,
            of=one.of,
            code=one.code,
            sender_code=package_making.code_of(head.sender.key),
            already=one.already,
            package=one.package,
            trouble=trouble,
            to=to,
        )

    def _name(self, head: manifest.Manifest) -> str:
        """An office that is vouched for by the name on its card, not by the one that it gives itself."""
        with self._desk.reading() as connection:
            card = trust_rows.card_of(connection, head.sender.key)
        return card.name if card is not None else head.sender.name

    def _addressees(self, head: manifest.Manifest) -> str:
        return ", ".join(self._office(place) for place in dict.fromkeys(one.place for one in head.to))

    def _office(self, place: str) -> str:
        if place not in self._names:
            try:
                self._names[place] = outgoing.office_name(self._desk, place)
            except errors.Refused:
                self._names[place] = place
        return self._names[place]


def _own(head: manifest.Manifest, to: str) -> str:
    """What a file is that this office made itself."""
    match head.kind:
        case manifest.Kind.READY:
            return _("Berkas siap untuk {to}").format(to=to)
        case manifest.Kind.CARD:
            return _("Permintaan bergabung kantor ini")
    if head.kind is manifest.Kind.PHOTO:
        return _("Foto dari kiriman ke-{number} untuk {to}").format(number=head.number, to=to)
    return _("Kiriman ke-{number} untuk {to}").format(number=head.number, to=to)


def _said(fault: errors.Refused) -> str:
    return words.render(fault.message, fault.params, _)
