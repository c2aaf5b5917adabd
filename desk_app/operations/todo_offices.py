# SPDX-License-Identifier: Apache-2.0
"""What of the exchange with other offices waits: alarms, clocks, data that differ, who has not sent, what got lost."""

from desk_app.base.text import _, ngettext
from desk_app.data import parcels, totals
from desk_app.domain import localities, places, readiness
from desk_app.operations import (
    alarm_words,
    authority_root,
    clocks,
    days,
    duplicate_words,
    duplicates,
    first_step,
    level_words,
    silence,
)
from desk_app.operations.desk import Desk
from desk_app.operations.targets import Page, Target
from desk_app.operations.todo_lines import Todo, TodoKind


def grave(desk: Desk) -> list[Todo]:
    """What is wrong now."""
    return [*_alarms(desk), *_clocks(desk), *_disagreements(desk)]


def steps(desk: Desk) -> list[Todo]:
    """What looks like one, and what must be done before anything goes to and fro."""
    return [*_duplicates(desk), *_first_step(desk)]


def last(desk: Desk) -> list[Todo]:
    """What may wait longest: a key to print, a newer program, packages that got lost."""
    return [*_spare_key(desk), *_newer(desk), *_lost(desk)]


def silent(desk: Desk) -> list[Todo]:
    """Who should have sent and has not."""
    if not silence.has_begun(desk) or not silence.is_waited_for(desk):
        return []
    found = silence.silent(desk)
    rows = found.silent
    if not rows:
        return []
    if found.is_today and found.due is not None:
        hour = days.local(desk, found.due).strftime("%H.%M")
        if len(rows) <= 3:
            text = _("{names} belum mengirim sampai pukul {hour}")
        else:
            text = ngettext(
                "{count} kantor belum mengirim sampai pukul {hour}",
                "{count} kantor belum mengirim sampai pukul {hour}",
                len(rows),
            )
        text = text.format(names=", ".join(row.name for row in rows), count=len(rows), hour=hour)
        calling = Target(Page.REPORTS, chosen={"report": "call-list"})
        return [Todo(TodoKind.SILENT, readiness.Readiness.NOT_YET, len(rows), text, calling)]
    if len(rows) <= 3:
        text = _("{names} belum mengirim sejak kemarin").format(names=", ".join(row.name for row in rows))
    else:
        text = _silent_words(desk, len(rows))
    target = Target(Page.HOME, chosen={"show": "incoming", "silent": True})
    return [Todo(TodoKind.SILENT, readiness.Readiness.NOT_YET, len(rows), text, target)]


def _alarms(desk: Desk) -> list[Todo]:
    """What the exchange has to tell and nobody has read."""
    count = alarm_words.count(desk)
    if not count:
        return []
    text = ngettext(
        "{count} peringatan pada Kirim & Terima perlu dibaca",
        "{count} peringatan pada Kirim & Terima perlu dibaca",
        count,
    )
    target = Target(Page.EXCHANGE, chosen={"show": "register"})
    return [Todo(TodoKind.ALARM, readiness.Readiness.PROBLEM, count, text.format(count=count), target)]


def _disagreements(desk: Desk) -> list[Todo]:
    with desk.reading() as connection:
        count = totals.disagreements(connection)
    if not count:
        return []
    text = ngettext(
        "{count} data berbeda menunggu klarifikasi", "{count} data berbeda menunggu klarifikasi", count
    ).format(count=count)
    target = Target(Page.EXCHANGE, chosen={"show": "disagreements"})
    return [Todo(TodoKind.DISAGREEMENT, readiness.Readiness.DISPUTED, count, text, target)]


def _duplicates(desk: Desk) -> list[Todo]:
    """Records that look like one."""
    count = duplicates.count(desk)
    if not count:
        return []
    target = Target(Page.EXCHANGE, chosen={"show": "duplicates"})
    words = duplicate_words.todo_words(count)
    return [Todo(TodoKind.DUPLICATE, readiness.Readiness.NOT_YET, count, words, target)]


def _clocks(desk: Desk) -> list[Todo]:
    """Clocks that cannot be right: our own first, then those of other offices."""
    own = clocks.own(desk)
    told = [own.words] if own is not None else []
    told += [one.words for one in clocks.doubts(desk)]
    target = Target(Page.EXCHANGE, chosen={"show": "register"})
    return [Todo(TodoKind.CLOCK, readiness.Readiness.PROBLEM, 1, words, target) for words in told]


def _first_step(desk: Desk) -> list[Todo]:
    """Without it nothing goes to and fro."""
    step = first_step.first_step(desk)
    if step is None:
        return []
    target = Target(Page.EXCHANGE, chosen={"show": step.show})
    return [Todo(TodoKind.FIRST_STEP, readiness.Readiness.NOT_YET, 1, step.words, target)]


def _silent_words(desk: Desk, count: int) -> str:
    """How many are silent, each level by its own word."""
    district = level_words.words_of(desk).district
    match places.level_of(desk.identity.place):
        case places.Level.NATION:
            text = ngettext(
                "{count} provinsi belum mengirim sejak kemarin",
                "{count} provinsi belum mengirim sejak kemarin",
                count,
            )
        case places.Level.PROVINCE:
            text = ngettext(
                "{count} kabupaten/kota belum mengirim sejak kemarin",
                "{count} kabupaten/kota belum mengirim sejak kemarin",
                count,
            )
        case _ if district == localities.Words().district:
            text = ngettext(
                "{count} kecamatan belum mengirim sejak kemarin",
                "{count} kecamatan belum mengirim sejak kemarin",
                count,
            )
        case _:
            text = _("{count} {level} belum mengirim sejak kemarin")
    return text.format(count=count, level=district.lower())


def _spare_key(desk: Desk) -> list[Todo]:
    """The spare key of an authority lies in this computer until its sheet lies in the safe."""
    if authority_root.spare_sheet(desk) is None:
        return []
    target = Target(Page.EXCHANGE, chosen={"show": "offices"})
    words = _("Kunci cadangan kantor belum dicetak untuk brankas")
    return [Todo(TodoKind.SPARE_KEY, readiness.Readiness.NOT_YET, 1, words, target)]


def _newer(desk: Desk) -> list[Todo]:
    """What a later version of the program wrote waits for this office's upgrade."""
    with desk.reading() as connection:
        count = totals.unread(connection)
    if not count:
        return []
    text = ngettext(
        "{count} catatan memuat isian yang belum terbaca; perbarui program",
        "{count} catatan memuat isian yang belum terbaca; perbarui program",
        count,
    )
    target = Target(Page.SETTINGS, chosen={"section": "about"})
    return [Todo(TodoKind.NEWER, readiness.Readiness.NOT_YET, count, text.format(count=count), target)]


def _lost(desk: Desk) -> list[Todo]:
    """Packages for which others wait that came later."""
    with desk.reading() as connection:
        if not parcels.waiting_streams(connection):
            return []
        missing = [(one, parcels.missing_numbers(connection, one)) for one in parcels.senders(connection)]
    found = []
    for office, numbers in missing:
        if numbers:
            listed = ", ".join(_("ke-{number}").format(number=number) for number in numbers[:5])
            text = _("Kiriman {numbers} dari {office} belum diterima").format(numbers=listed, office=office.name)
            target = Target(Page.EXCHANGE)
            found.append(Todo(TodoKind.MISSING_PACKAGE, readiness.Readiness.NOT_YET, len(numbers), text, target))
    return found
