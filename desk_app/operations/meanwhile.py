# SPDX-License-Identifier: Apache-2.0
"""What came in while somebody was filling in a form, in words: what the form had shown, what stands there now and by
whom, what was typed. Both values stand until somebody decides (exchange.md §5).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from desk_app.base.text import _, ngettext
from desk_app.data import history as kept
from desk_app.data import rows, sight
from desk_app.data.database import Connection
from desk_app.domain import records
from desk_app.journal.change import ALIVE
from desk_app.operations import values
from desk_app.operations.desk import Desk

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class There:
    """One value that came in: as people say it, by whom and when by their clock."""

    value: str
    who: str
    at: str


@dataclass(frozen=True, slots=True)
class Meeting:
    """One field that was saved beside what came in meanwhile. `field`: "" where the record was deleted meanwhile."""

    record: int
    kind: str
    title: str
    field: str
    saw: str
    there: tuple[There, ...]
    typed: str

    @property
    def is_disputed(self) -> bool:
        """Whether it waits under "Data berbeda" now; two recaps do not, the later one counts."""
        return self.kind != records.RECAP.name


def tell(desk: Desk, met: Iterable[sight.Met]) -> list[Meeting]:
    """What a save met, for showing; of a newer version's fields nothing is said."""
    speaker = values.Speaker(desk)
    found = []
    for one in met:
        declared = records.TYPES.get(one.kind)
        field = declared.numbered(one.field) if declared is not None and one.field != ALIVE else None
        if declared is None or declared.is_weighed_apart or (field is None and one.field != ALIVE):
            continue
        name, kind = field.name if field is not None else "", declared.name
        with desk.reading() as connection:
            title = rows.title(declared, rows.row(connection, declared, one.record))
            entries = _entries(connection, desk.identity.replica, one.there)
        found.append(
            Meeting(
                record=one.record,
                kind=kind,
                title=speaker.title(kind, title),
                field=_(field.label) if field is not None else "",
                saw=" / ".join(_short(speaker.value(kind, name, value)) for value in one.saw or (None,)),
                there=tuple(_there(speaker, kind, name, entry) for entry in entries),
                typed=_short(speaker.value(kind, name, one.typed)),
            )
        )
    return found


def words(meetings: list[Meeting]) -> str:
    """The words of a notice; "" for none."""
    if not meetings:
        return ""
    text = _words(meetings[0])
    rest = len(meetings) - 1
    if rest:
        more = ngettext("Begitu juga {count} isian lain.", "Begitu juga {count} isian lain.", rest)
        text += " " + more.format(count=rest)
    return text


def _words(one: Meeting) -> str:
    who = "; ".join(_("{who}, {when}").format(who=there.who, when=there.at) for there in one.there)
    now = " / ".join(there.value for there in one.there)
    if not one.field:
        said = _(
            "{title} dihapus ({who}) selagi Anda mengisinya. Isian Anda tetap disimpan; putuskan di Data berbeda, "
            "tetap ada atau dihapus."
        )
        return said.format(title=one.title, who=who)
    if not one.is_disputed:
        said = _(
            "Rekap lain untuk {title} masuk selagi Anda mengisi: {now} ({who}). Rekap Anda, {typed}, juga disimpan; "
            "yang dipakai ialah yang jamnya terakhir."
        )
        return said.format(title=one.title, who=who, now=now, typed=one.typed)
    said = _(
        "{field} pada {title} berubah selagi Anda mengisi ({who}). Semula: {saw} · Kini: {now} · Isian Anda: {typed}. "
        "Keduanya disimpan; putuskan di Data berbeda."
    )
    return said.format(field=one.field, title=one.title, who=who, saw=one.saw, now=now, typed=one.typed)


def _entries(connection: Connection, replica: bytes, keys: Iterable[int]) -> list[kept.Entry]:
    histories = kept.Histories(connection, replica)
    found = []
    for key in keys:
        record = kept.record_of(connection, key)
        found += [entry for entry in histories.of(record or 0) if entry.key == key]
    return found


def _there(speaker: values.Speaker, kind: str, name: str, entry: kept.Entry) -> There:
    value = next((one.after for one in entry.fields if one.field == name), None)
    who = ", ".join(part for part in (entry.operator, entry.office) if part) or _("kantor lain")
    return There(_short(speaker.value(kind, name, value)), who, speaker.moment(entry.at))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1].rstrip() + "…"
