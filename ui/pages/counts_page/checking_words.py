# SPDX-License-Identifier: Apache-2.0
"""One TPS as a verifier sees it, in the words and rows of the window; read beside it."""

from collections.abc import Mapping
from dataclasses import dataclass

from desk_app.base.text import _, ngettext
from desk_app.domain import revotes, words
from desk_app.domain.counts import lines, rules, standing
from desk_app.domain.counts.standing import Source, State
from desk_app.domain.words import N_, dotted
from desk_app.operations import count_view, days, settings
from desk_app.operations import places as finding
from desk_app.operations.desk import Desk
from ui.widgets import count_compare, marks, time_line

MARK_OF: dict[State, str] = {
    State.NOT_IN: "belum",
    State.PART: "belum_lengkap",
    State.WHOLE: "belum",
    State.NOTED: "masalah",
    State.DISPUTED: "berbeda",
    State.VERIFIED: "siap",
    State.LOCKED: "siap",
}
"""The mark that stands before the words of a state."""

_TONES = {rules.Level.ERROR: "masalah", rules.Level.WARNING: "belum_lengkap", rules.Level.NOTICE: "belum"}
_SOURCES = {Source.PHONE: N_("telepon"), Source.IMPORT: N_("impor"), Source.FORM: ""}


@dataclass(frozen=True, slots=True)
class NoteLine:
    """What a rule says, for the list of notes. `numbers`: of the rule; `is_open`: it still makes a note."""

    number: str
    words: str
    icon: str
    tone: str
    is_open: bool
    is_accepted: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """All that is shown of one TPS."""

    view: count_view.View
    title: str
    state: marks.Marked
    words: str
    titles: tuple[str, ...]
    lines: tuple[count_compare.Line, ...]
    notes: tuple[NoteLine, ...]
    history: tuple[time_line.Entry, ...]
    labels: Mapping[str, str]


def read(desk: Desk, subject: str, race: str) -> Shown:
    """Read one TPS. Raises Refused."""
    found = count_view.view(desk, subject, race)
    title = finding.full_labels(desk, [subject]).get(subject, subject)
    labels = {line.code: label(line) for line in found.form}
    parts = {line.code: (say(line.label), line.sex.value.upper() if line.sex else "") for line in found.form}
    for code in found.standing.differing:  # a line of a candidate who is not on the list any more
        labels.setdefault(code, code)
        parts.setdefault(code, (code, ""))
    return Shown(
        found,
        title,
        state_words(found.standing.state),
        _said_of(found),
        tuple(_side_title(one) for one in found.sides[: count_compare.MOST]),
        tuple(_line(found, code, *told) for code, told in parts.items()),
        tuple(_note(one) for one in found.notes),
        _history(desk, found, labels),
        labels,
    )


def label(line: lines.Line) -> str:
    """A line of the form with its column: "B.4 Jumlah pengguna hak pilih · L"."""
    said = say(line.label)
    return f"{said} · {line.sex.value.upper()}" if line.sex is not None else said


def say(one: words.Phrase) -> str:
    """A phrase in the language of the window."""
    return words.render(one.message, one.params, _)


def state_words(state: State) -> marks.Marked:
    """A state as a mark with its words."""
    return marks.Marked(_(standing.STATE_LABELS[state]), MARK_OF[state])


def value_words(value: int | None) -> str:
    """What was not read is never 0."""
    return "–" if value is None else dotted(value)


def _side_title(one: count_view.Side) -> str:
    source = _(_SOURCES[one.source]) if _SOURCES[one.source] else ""
    return " · ".join(part for part in (one.operator or one.reader, source) if part)


def _line(found: count_view.View, code: str, said: str, column: str) -> count_compare.Line:
    differing = found.standing.differing.get(code)
    told = found.told.get(code)
    about, tone = "", ""
    if differing is not None:
        about, tone = _("berbeda: {values}").format(values=", ".join(dotted(one) for one in differing)), "berbeda"
    elif told:
        about = _("lewat telepon {values}").format(values=", ".join(dotted(one) for one in told))
        tone = "belum_lengkap"
    elif (others := _others(found, code)):
        about, tone = _("salinan lain: {values}").format(values=", ".join(dotted(one) for one in others)), ""
    if not about:
        for one in found.notes:
            if code == one.finding.lines[-1] and not one.is_accepted:
                about, tone = f"{one.finding.rule.number} {say(one.finding.words)}", _TONES[one.finding.level]
                break
    sides = tuple(one.figures.get(code) for one in found.sides[: count_compare.MOST])
    return count_compare.Line(code, said, found.standing.figures.get(code), sides, about, tone, column)


def _others(found: count_view.View, code: str) -> list[int]:
    """What readings say that is not what was settled."""
    stands = found.standing.figures.get(code)
    told = {one.figures[code] for one in found.sides if code in one.figures and one.source is not Source.PHONE}
    return sorted(told - {stands}) if stands is not None else []


def _note(one: count_view.Note) -> NoteLine:
    about = one.finding
    said = f"{about.rule.number} · {_(rules.LEVEL_LABELS[about.level])}: {say(about.words)}"
    if one.is_accepted:
        given = " · ".join(part for part in (one.reason, one.by) if part)
        said = _("{note}. Diterima: {reason}").format(note=said, reason=given) if given else said
        return NoteLine(about.rule.number, said, "siap", "siap", False, True)
    is_open = about.level is not rules.Level.NOTICE
    icon = {rules.Level.ERROR: "masalah", rules.Level.WARNING: "peringatan", rules.Level.NOTICE: "info"}[about.level]
    return NoteLine(about.rule.number, said, icon, _TONES[about.level], is_open, False)


def _said_of(found: count_view.View) -> str:
    """What the state means for this TPS, and what is to be known before anything is decided."""
    one = found.standing
    told = []
    if found.kind:
        told.append(_(revotes.KIND_LABELS[revotes.Kind(found.kind)]))
    if found.earlier:
        told.append(
            ngettext(
                "hasil {count} pemungutan sebelumnya disimpan dan tidak dijumlahkan",
                "hasil {count} pemungutan sebelumnya disimpan dan tidak dijumlahkan",
                len(found.earlier),
            ).format(count=len(found.earlier))
        )
    whole = len(one.readers)
    told.append(ngettext("disalin lengkap {count} orang", "disalin lengkap {count} orang", whole).format(count=whole))
    if one.state is State.DISPUTED:
        many = len(one.differing)
        told.append(
            ngettext(
                "{count} baris berbeda; tidak dijumlahkan sampai ditetapkan",
                "{count} baris berbeda; tidak dijumlahkan sampai ditetapkan",
                many,
            ).format(count=many)
        )
    elif one.decided:
        told.append(_("ditetapkan pemeriksa"))
    if one.provisional:
        told.append(_("sementara, baru lewat telepon"))
    if one.yielded:
        told.append(_("berbeda dari yang dilaporkan lewat telepon"))
    if found.unreadable:
        told.append(
            ngettext(
                "{count} salinan belum dapat dibuka; kuncinya belum datang",
                "{count} salinan belum dapat dibuka; kuncinya belum datang",
                found.unreadable,
            ).format(count=found.unreadable)
        )
    if found.is_reread:
        told.append(_("diminta dibaca lagi: {reason}").format(reason=found.reason))
    text = "; ".join(told)
    return text[:1].upper() + text[1:] + "."


def _history(desk: Desk, found: count_view.View, labels: Mapping[str, str]) -> tuple[time_line.Entry, ...]:
    zone = settings.zone(desk)
    made = []
    for one in reversed(found.history):
        told = [say(one.what)]
        if one.taken_back:
            told = [_("Pembatalan: {what}").format(what=told[0])]
        if not one.is_open:
            told.append(_("Belum dapat dibuka; kuncinya belum datang."))
        told += [
            f"{labels.get(part.line, part.line)}: {value_words(part.old)} → {value_words(part.new)}"
            for part in one.altered
        ]
        if one.reason:
            told.append(_("Alasan: {reason}").format(reason=one.reason))
        who = " · ".join(part for part in (one.operator, one.office) if part)
        when = f"{days.local(desk, one.at):%d-%m-%Y %H.%M} {zone}"
        icon, tone = ("batalkan", "muted") if one.taken_back else ("catatan", "primary")
        made.append(time_line.Entry(when, who, "\n".join(told), icon, tone))
    return tuple(made)
