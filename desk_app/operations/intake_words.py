# SPDX-License-Identifier: Apache-2.0
"""What a package changes, or has changed, in sentences: what is new, what differs, what waits for which package, what
is kept apart and why.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk_app.base.text import _
from desk_app.domain import media, words
from desk_app.domain.words import dotted
from desk_app.operations import days, import_outcome, judging
from desk_app.operations.desk import Desk

N_ = words.N_


class Mark(StrEnum):
    """What a sentence is about."""

    NEW = "new"
    RECEIVED = "received"
    KNOWN = "known"
    DIFFERS = "differs"
    WAITS = "waits"
    APART = "apart"
    ASIDE = "aside"
    CLOCK = "clock"
    RENEWED = "renewed"


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence."""

    mark: Mark
    words: str


RENEWED = N_("Data kantor ini ternyata dari backup atau salinan; komputer ini diberi tanda baru dengan sendirinya.")

APART: dict[str, str] = {
    judging.UNKNOWN: N_(
        "{count} isian disisihkan: kantor yang menulisnya belum terdaftar di sini. Isian itu masuk sendiri begitu "
        "kantornya terdaftar."
    ),
    judging.WITHDRAWN: N_(
        "{count} isian disisihkan: pendaftaran {office} sudah dicabut, dan isian ini ditulis sesudahnya."
    ),
    judging.BEYOND: N_("{count} isian disisihkan: {office} mengisi di luar wilayahnya. Beri tahu kantor itu."),
    judging.TOO_MANY: N_(
        "{count} isian disisihkan: {office} sudah menulis dari terlalu banyak salinan data. Telepon kantor itu, lalu "
        "buatkan berkas siap yang baru (Daftar kantor)."
    ),
}
"""Why changes are kept apart, by the reason of `judging`."""


def tell(
    desk: Desk, outcome: import_outcome.Outcome, *, waited: int = 0, here: Collection[int] = ()
) -> tuple[Told, ...]:
    """All that is to be said of a package; never empty.

    `waited`: how many changes waited in this database before; `here`: numbers of the sender's packages that lie at
    hand and are still to be put in.
    """
    told = [*_changes(outcome), *_received(outcome), *_waiting(outcome, waited, here), *_photos(outcome, here)]
    told += [Told(Mark.APART, _apart(*one)) for one in outcome.apart]
    told += [Told(Mark.ASIDE, one) for one in dict.fromkeys(outcome.aside)]
    if not told:
        told.append(Told(Mark.KNOWN, _("Tidak ada yang baru: isinya sudah ada di sini.")))
    if outcome.clock:
        told.append(Told(Mark.CLOCK, clock_words(desk, outcome.sender, outcome.clock)))
    if outcome.renewed:
        told.append(Told(Mark.RENEWED, _(RENEWED)))
    return tuple(told)


def clock_words(desk: Desk, office: str, clock: int) -> str:
    """That an office's clock cannot be right; clocks decide nothing, so its data are taken all the same."""
    moment = days.local(desk, clock).strftime("%d-%m-%Y %H.%M")
    return _(
        "Jam komputer {office} menunjuk {moment}; itu tidak mungkin benar. Datanya tetap diterima; minta kantor itu "
        "membetulkan jamnya."
    ).format(office=office, moment=moment)


def numbers(found: Sequence[int], most: int = 6) -> str:
    """Numbers of packages as they are said: "ke-2, ke-5 sampai ke-9"."""
    runs: list[list[int]] = []
    for number in sorted(set(found)):
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    parts = []
    for first, last in runs[:most]:
        if last - first > 1:
            parts.append(_("ke-{first} sampai ke-{last}").format(first=first, last=last))
        else:
            parts += [_("ke-{number}").format(number=number) for number in range(first, last + 1)]
    if len(runs) > most:
        parts.append(_("dan lainnya"))
    return ", ".join(parts)


def _received(outcome: import_outcome.Outcome) -> list[Told]:
    """The word that what was sent from here has come: for many a package it is all that it brings."""
    if not outcome.received:
        return []
    words_ = _("Tanda terima: {sender} sudah menerima kiriman {numbers} dari kantor ini.")
    return [Told(Mark.RECEIVED, words_.format(sender=outcome.sender, numbers=numbers(outcome.received)))]


def _changes(outcome: import_outcome.Outcome) -> list[Told]:
    told = []
    for tally, form in ((outcome.new, _("{count} {kind} baru")), (outcome.changed, _("{count} {kind} berubah"))):
        parts = [form.format(count=dotted(count), kind=_kind(kind)) for kind, count in tally.items()]
        if parts:
            told.append(Told(Mark.NEW, ", ".join(parts)))
    if outcome.disputed:
        words_ = _("{count} data berbeda menunggu klarifikasi").format(count=dotted(outcome.disputed))
        told.append(Told(Mark.DIFFERS, words_))
    if outcome.same and told:
        told.append(Told(Mark.KNOWN, _("Selebihnya sudah ada di sini")))
    return told


def _waiting(outcome: import_outcome.Outcome, waited: int, here: Collection[int]) -> list[Told]:
    more = outcome.waiting - waited
    if more < 0:
        return [Told(Mark.NEW, _("{count} isian yang tadinya menunggu ikut masuk").format(count=dotted(-more)))]
    if not more:
        return []
    count = dotted(more)
    missing = [number for number in outcome.missing if number not in here]
    if missing:
        words_ = _("{count} isian menunggu kiriman {numbers} dari {sender}, yang belum diterima. Minta dikirim ulang.")
        return [Told(Mark.WAITS, words_.format(count=count, numbers=numbers(missing), sender=outcome.sender))]
    if outcome.missing:
        words_ = _("{count} isian menunggu kiriman {numbers}, yang juga ada di sini.")
        return [Told(Mark.WAITS, words_.format(count=count, numbers=numbers(outcome.missing)))]
    return [Told(Mark.WAITS, _("{count} isian menunggu kiriman lain yang belum sampai di sini.").format(count=count))]


def photos_words(count: int, papers: int, size: int) -> str:
    """ "3 foto (2,1 MB)"; `papers`: how many of them are documents."""
    if not papers:
        form = _("{photos} foto ({size})")
    elif papers >= count:
        form = _("{papers} dokumen ({size})")
    else:
        form = _("{photos} foto dan {papers} dokumen ({size})")
    return form.format(photos=dotted(count - papers), papers=dotted(papers), size=media.size_words(size))


def photo_lines(outcome: import_outcome.Outcome) -> list[str]:
    """What a package of photos brings, as lines."""
    return [one.words for one in _photos(outcome, ())] or [_("Tidak ada yang baru: isinya sudah ada di sini.")]


def _photos(outcome: import_outcome.Outcome, here: Collection[int]) -> list[Told]:
    """What a package of photos brings, and what of it waits for its data."""
    tally = outcome.photos
    told = []
    follows = tally.waiting if outcome.number in here else 0
    if tally.new + follows:
        size = tally.size + (tally.waiting_size if follows else 0)
        told.append(Told(Mark.NEW, photos_words(tally.new + follows, tally.papers, size)))
    if tally.waiting and not follows:
        words_ = _(
            "{count} foto belum dapat dipakai: masukkan dahulu kiriman ke-{number} dari {sender}, yang memuat datanya."
        )
        told.append(
            Told(
                Mark.WAITS,
                words_.format(count=dotted(tally.waiting), number=outcome.number, sender=outcome.sender),
            )
        )
    if tally.broken:
        words_ = _("{count} foto rusak di jalan dan tidak dipakai; diminta lagi dengan kiriman berikutnya.")
        told.append(Told(Mark.ASIDE, words_.format(count=dotted(tally.broken))))
    if told and tally.known:
        told.append(Told(Mark.KNOWN, _("Selebihnya sudah ada di sini")))
    return told


def _apart(reason: str, office: str, count: int) -> str:
    form = APART.get(reason, APART[judging.UNKNOWN])
    return _(form).format(count=dotted(count), office=office or _("kantor itu"))


def _kind(kind: str) -> str:
    label = _(import_outcome.kind_label(kind))
    return label if label.isupper() else label[:1].lower() + label[1:]
