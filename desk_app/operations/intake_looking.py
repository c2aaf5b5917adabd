# SPDX-License-Identifier: Apache-2.0
"""One file on a stick, looked through: what it is, from whom, what it would change, and what is to be done with it."""

import dataclasses
import stat
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desk_app.base import fault_words
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
    stick_health,
    trust,
    values,
)
from desk_app.operations.desk import Desk

N_ = words.N_

_SHORTENED = ".des"
"""How old systems end the name of a `.desk` file."""


class State(StrEnum):
    """What a file is to this office."""

    USABLE = "usable"
    KNOWN = "known"
    """All that is in it is here already."""
    OWN = "own"
    """Made by this office itself."""
    CARRIED = "carried"
    """For another office; carried on."""
    REQUEST = "request"
    """An office asks to be vouched for."""
    READY = "ready"
    """What a new office is set up from."""
    NEWER = "newer"
    BROKEN = "broken"


class Standing(StrEnum):
    """What the sender is to this office."""

    KNOWN = "known"
    JOINING = "joining"
    """It answers a ready file that was made here."""
    NEW = "new"
    """It can be vouched for here, once its code was compared."""
    STRANGE = "strange"
    """Somebody else has to vouch for it."""
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Offered:
    """A file that lies there, looked through. `trouble`: why it cannot be used and what to do, in words.

    `sender_code`: the code of the sender's office, compared by phone while its standing is NEW. `missing`: numbers
    that this package waits for and that neither came before nor lie here. `to`: for whom it is, if not for this
    office. `blocks`: which blocks of the code on the sheet (`paper_code`) are to be typed. `taken`: it is carried
    already.
    """

    path: Path
    state: State
    sender: str = ""
    place: str = ""
    number: int = 0
    volume: int = 1
    of: int = 1
    code: str = ""
    sender_code: str = ""
    standing: Standing = Standing.KNOWN
    already: bool = False
    outcome: import_outcome.Outcome | None = None
    told: tuple[intake_words.Told, ...] = ()
    trouble: str = ""
    missing: tuple[int, ...] = ()
    lines: tuple[intake_lines.Line, ...] = ()
    to: str = ""
    blocks: tuple[int, ...] = ()
    paper_code: str = ""
    package: str = ""
    kinds: tuple[str, ...] = ()
    taken: bool = False
    is_photo: bool = False
    parts: tuple[Path, ...] = ()
    """Further packages of photos of the same sender: they are looked at and put in together."""

    @property
    def known(self) -> bool:
        """Whether nothing need be compared by phone."""
        return self.standing is not Standing.NEW

    @property
    def usable(self) -> bool:
        """Whether it can be put in and brings anything."""
        return self.state is State.USABLE or (self.state is State.REQUEST and self.standing is Standing.NEW)


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
            for one in _photos_joined(offered)
        ]

    def strange(self, paths: Iterable[Path], found: Collection[Path]) -> list[Offered]:
        """The files that are named or were chosen as a package and are none; what looks like a virus."""
        wanted = list(paths)
        told = []
        for path in _candidates(wanted):
            if path not in found:
                own = stick_health.is_begun_here(path, self._desk.identity.register)
                trouble = _begun_here(path) if own else _why_none(path)
                told.append(Offered(path, State.BROKEN, path.name, trouble=trouble))
        for folder in wanted:
            for name in stick_health.suspicious(folder):
                told.append(Offered(folder / name, State.BROKEN, name, trouble=stick_health.warning([name])))
        return told

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


def _photos_joined(offered: Sequence[Offered]) -> list[Offered]:
    """The packages of photos of one sender as one: nobody chooses among them."""
    joined: list[Offered] = []
    for one in offered:
        place = next((index for index, other in enumerate(joined) if _go_together(one, other)), None)
        if place is None:
            joined.append(one)
            continue
        other = joined[place]
        assert one.outcome is not None
        assert other.outcome is not None
        tally = other.outcome.photos + one.outcome.photos
        joined[place] = dataclasses.replace(
            other,
            state=State.USABLE if State.USABLE in (one.state, other.state) else other.state,
            number=max(one.number, other.number),
            outcome=dataclasses.replace(other.outcome, number=max(one.number, other.number), photos=tally),
            parts=(*other.parts, one.path),
        )
    return joined


def _go_together(one: Offered, other: Offered) -> bool:
    is_photo = one.is_photo and other.is_photo and one.outcome is not None and other.outcome is not None
    return is_photo and one.sender_code == other.sender_code


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


def _candidates(paths: Iterable[Path]) -> Iterable[Path]:
    """What looks like a package by its name in a folder and its DESK folder, and whatever was chosen as a file."""
    for path in paths:
        if not path.is_dir() or path.is_symlink():
            yield path
            continue
        for folder in (path, path / package.FOLDER):
            if folder.is_dir() and not folder.is_symlink():
                named = sorted(entry for entry in folder.iterdir() if _is_named_so(entry))
                yield from named[: packages_found.MOST_FILES]


def _is_named_so(path: Path) -> bool:
    name = path.name.casefold()
    named = name.endswith((package.SUFFIX, _SHORTENED, f"{package.SUFFIX}.part"))
    return named and (path.is_symlink() or not path.is_dir())


def _begun_here(path: Path) -> str:
    return _(
        "{file} belum selesai ditulis oleh komputer ini: flashdisk dicabut terlalu cepat. Kirim Data berikutnya ke "
        "flashdisk ini membersihkannya."
    ).format(file=path.name)


def _why_none(path: Path) -> str:
    """Why a file is no package, and what to do."""
    try:
        state = path.lstat()
    except OSError as fault:
        return _("{file} tidak dapat dibaca ({reason}). Coba salin sekali lagi.").format(
            file=path.name, reason=fault_words.of(fault)
        )
    if not stat.S_ISREG(state.st_mode):
        return _("{file} hanya pintasan, bukan berkas. Program tidak membukanya.").format(file=path.name)
    if path.name.casefold().endswith(".part"):
        return _(
            "{file} belum selesai ditulis: flashdisk dicabut terlalu cepat di kantor pengirim. Minta dikirim ulang."
        ).format(file=path.name)
    if state.st_size == 0:
        return _("{file} kosong. Salinannya gagal; minta dikirim ulang.").format(file=path.name)
    try:
        package.peek(path)
    except errors.Refused as fault:
        return _said(fault) + _advice(fault)
    return _("{file} bukan kiriman Desk.").format(file=path.name)


def _advice(fault: errors.Refused) -> str:
    if fault.message != "{file} bukan kiriman Desk.":
        return ""
    return " " + _("Kiriman dibuat dengan Kirim Data di kantor pengirim; minta berkas yang benar.")


def _said(fault: errors.Refused) -> str:
    return words.render(fault.message, fault.params, _)
