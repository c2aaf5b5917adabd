# SPDX-License-Identifier: Apache-2.0
"""The queue of a verifier in the words and rows of the window, read beside it; and who may verify."""

from collections.abc import Mapping
from dataclasses import dataclass

from desk_app.base.text import _, ngettext
from desk_app.domain import places, words
from desk_app.domain.counts import standing
from desk_app.domain.counts.rights import Right
from desk_app.domain.counts.standing import State
from desk_app.domain.words import dotted
from desk_app.operations import areas, count_keys, count_queue
from desk_app.operations.desk import Desk
from ui.pages.counts_page import checking_words
from ui.widgets import columns, marks

WAITING, EVERY = "menunggu", "semua"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the queue."""

    subject: str
    station: str
    village: str
    district: str
    state: marks.Marked
    about: str
    line: count_queue.Line


@dataclass(frozen=True, slots=True)
class Read:
    """What is shown: the queue, or who may verify."""

    access: count_keys.Access
    refused: words.Phrase | None
    queue: count_queue.Queue | None
    rows: tuple[Row, ...]
    regions: tuple[tuple[str, str], ...]


def read(desk: Desk, race: str, area: str, what: str) -> Read:
    access = count_keys.access(desk)
    if Right.VERIFY not in access.rights:
        return Read(access, count_keys.why_none(desk), None, (), ())
    states = count_queue.WAITING if what == WAITING else count_queue.EVERY if what == EVERY else (State(what),)
    found = count_queue.queue(desk, race, area, states) if race else count_queue.Queue((), {})
    level = places.level_of(desk.identity.place)
    held = areas.villages(desk, desk.identity.place) if level is places.Level.DISTRICT else areas.districts(desk)
    rows = tuple(row(one) for one in found.lines)
    return Read(access, None, found, rows, tuple((one.code, one.name) for one in held))


def row(one: count_queue.Line) -> Row:
    told = []
    if one.state is State.DISPUTED:
        told.append(ngettext("{count} baris", "{count} baris", one.differing).format(count=one.differing))
    told += one.notes
    if one.occasion > 1:
        told.append(_("ulang"))
    if one.provisional:
        told.append(_("sementara"))
    if one.unreadable:
        told.append(_("belum dapat dibuka"))
    state = checking_words.state_words(one.state)
    return Row(one.subject, f"{one.number:03d}", one.village, one.district, state, ", ".join(told), one)


def states(counted: Mapping[State, int]) -> str:
    told = [
        f"{_(standing.STATE_LABELS[state])} {dotted(counted[state])}"
        for state in count_queue.EVERY
        if counted.get(state)
    ]
    return " · ".join(told) or _("Belum ada salinan di wilayah ini.")


def who_may(access: count_keys.Access, refused: words.Phrase | None) -> str:
    if refused is not None:
        return words.render(refused.message, refused.params, _)
    if not access.prepared:
        return _("Kunci hasil suara kantor ini belum disiapkan; admin kantor menyiapkannya.")
    if access.pair:
        first, second = access.pair
        return _("Hasil suara disegel: {first} dan {second} membukanya bersama.").format(first=first, second=second)
    names = [name for _number, name, rights in access.holders if Right.VERIFY in rights]
    if not names:
        return _("Belum ada akun yang boleh memeriksa hasil suara.")
    return _("Yang boleh memeriksa: {names}.").format(names=", ".join(names))


def columns_of() -> tuple[columns.Column, ...]:
    return (
        columns.Column("station", _("TPS"), 46),
        columns.Column("village", _("Desa"), 110, stretches=True, below="district"),
        columns.Column("district", _("Kecamatan"), 100),
        columns.Column("state", _("Keadaan"), 192, below="about"),
        columns.Column("about", _("Keterangan"), 110),
    )
