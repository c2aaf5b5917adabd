# SPDX-License-Identifier: Apache-2.0
"""Activities, tasks and indicators as plain text for WhatsApp and as a draft of their report; Indonesian always."""

from collections.abc import Iterable, Sequence
from datetime import date

from desk_app.domain import activities as rules
from desk_app.domain import indicators as figures
from desk_app.domain import tasks as task_rules
from desk_app.operations import (
    activity_people,
    activity_register,
    days,
    indicator_board,
    indicators,
    level_words,
    places,
    tasks,
)
from desk_app.operations.desk import Desk
from desk_app.reports import words as paper_words

CAMPAIGN_HEADINGS = (
    "No",
    "Waktu",
    "Tempat",
    "Uraian Kegiatan",
    "Tokoh Politik yang Hadir",
    "Paslon",
    "Jumlah Peserta",
    "Keterangan",
)
"""The columns of the form of Kepri (domain.md §1.5 a)."""


def campaign_table(rows: Sequence[activity_register.ActivityRow]) -> list[tuple[str, ...]]:
    """The campaign's rows under `CAMPAIGN_HEADINGS`, in the order of the day."""
    ordered = sorted(rows, key=lambda one: (one.from_day, one.from_minute or 0, one.no))
    return [
        (
            str(number),
            one.when,
            ", ".join(part for part in (one.site, one.place_label) if part),
            one.description or one.title,
            one.figures,
            one.pair,
            "" if one.participants is None else figures.write(one.participants, 0),
            one.note,
        )
        for number, one in enumerate(ordered, 1)
    ]


def campaign_text(desk: Desk, rows: Sequence[activity_register.ActivityRow], day: date | None = None) -> str:
    """The campaign's rows as text, one block each."""
    said = [f"*LAPORAN HARIAN PELAKSANAAN KAMPANYE*\n{desk.identity.name}"]
    if day is not None:
        said.append(f"Hari/Tanggal: {_day(day)}")
    for row in campaign_table(rows):
        said.append("")
        said.append(f"*{row[0]}. {row[3]}*")
        said += [f"{name}: {text}" for name, text in zip(CAMPAIGN_HEADINGS, row, strict=True) if _is_line(name, text)]
    if len(said) == (2 if day else 1):
        said += ["", "NIHIL"]
    return "\n".join(said) + "\n"


def list_text(desk: Desk, rows: Sequence[activity_register.ActivityRow]) -> str:
    """A list of activities as text."""
    said = [f"*Kegiatan {desk.identity.name}*"]
    for one in rows:
        where = ", ".join(part for part in (one.site, one.place_label) if part)
        said.append(f"- {' · '.join(part for part in (one.when, one.title, where) if part)}")
        said.append(f"  {rules.STAGE_LABELS[one.stage]}")
    return "\n".join(said) + "\n"


def text(desk: Desk, found: activity_register.Activity) -> str:
    """One activity: its report if it is written, else what is known of it."""
    if found.values["report"]:
        return str(found.values["report"]).rstrip() + "\n"
    return draft(desk, found)


def draft(desk: Desk, found: activity_register.Activity) -> str:
    """A report put together from what is written of an activity, to be gone over by whoever signs it."""
    row, values = found.row, found.values
    where = places.full_labels(desk, [row.place]).get(row.place, row.place_label)
    said = [
        f"*{desk.identity.name}*",
        f"LAPORAN {rules.KIND_LABELS.get(row.kind, 'Kegiatan').upper()}",
        "",
        f"*{row.title}*",
    ]
    said += _named(
        ("Waktu", row.when),
        ("Tempat", ", ".join(part for part in (row.site, where) if part)),
        ("Surat tugas", _letter(values["letter_number"], values["letter_date"])),
        ("Undangan", _letter(values["invitation_number"], values["invitation_date"])),
        ("Tim", row.team_label),
        ("Petugas", "; ".join(one.label for one in found.of_part(rules.Part.OFFICER))),
        ("Paslon", row.pair),
        ("Tokoh politik yang hadir", row.figures),
        ("Peserta", "" if row.participants is None else f"{figures.write(row.participants, 0)} orang"),
        ("Acara", values["agenda"]),
        ("Uraian", row.description),
    )
    said += _guests(found)
    said += _watched(found)
    said += _visited(desk, found)
    for name, content in (("Notula", values["minutes"]), ("Hasil", values["result"]), ("Keterangan", row.note)):
        if content:
            said += ["", f"*{name}*", str(content)]
    if found.tasks:
        said += ["", "*Tindak lanjut*", *(_task_line(one) for one in found.tasks)]
    return "\n".join(said) + "\n"


def tasks_text(desk: Desk, rows: Sequence[tasks.Task]) -> str:
    """A list of tasks as text, late ones named."""
    said = [f"*Tugas {desk.identity.name}*"]
    said += [_task_line(one) for one in rows] or ["NIHIL"]
    return "\n".join(said) + "\n"


def board_text(desk: Desk, board: indicator_board.Board) -> str:
    """An indicator by region as text."""
    told, nouns = board.definition, level_words.words_of(desk)
    at = f" per {_dotted(board.day)}" if board.day else ""
    said = [f"*{told.label}{at}*", desk.identity.name]
    said += [f"Seluruhnya: {_figure_words(board.whole, told, nouns.district.lower())}"]
    said += [f"{place}: target {figures.written(target, told)}" for place, target in board.above]
    known = [one for one in board.rows if one.figure.value is not None or one.figure.disputed]
    if known:
        said += ["", *(f"- {one.name}: {_figure_words(one, told, '')}" for one in known)]
    missing = [one.name for one in board.rows if one.figure.value is None and not one.figure.disputed]
    if missing and known:
        said += ["", f"Belum ada nilai ({len(missing)}): {', '.join(missing)}"]
    return "\n".join(said) + "\n"


def summaries_text(desk: Desk, rows: Sequence[indicator_board.Summary]) -> str:
    """All indicators of the office as text, by their groups."""
    nouns = level_words.words_of(desk)
    said = [f"*Indikator {desk.identity.name}*"]
    heading = ""
    for one in rows:
        if one.definition.heading != heading:
            heading = one.definition.heading
            said += ["", f"*{heading}*"]
        words = _figure_words(one.line, one.definition, nouns.district.lower())
        said.append(f"- {one.definition.label}: {words}")
    return "\n".join(said) + "\n"


def _figure_words(line: indicator_board.Line, told: indicators.Definition, noun: str) -> str:
    figure = line.figure
    if figure.value is None:
        return "data berbeda, menunggu klarifikasi" if figure.disputed else "belum ada nilai"
    said = figures.written(figure.value, told)
    if line.target is not None and line.difference is not None:
        sign = "+" if line.difference > 0 else ""
        said += f" dari target {figures.written(line.target, told)}"
        said += f" (selisih {sign}{figures.write(line.difference, told.decimals)})"
    if figure.day:
        said += f", {_dotted(figure.day)}"
    if figure.partial and noun:
        said += f", baru {figure.parts} dari {figure.of} {noun}"
    if figure.disputed:
        said += f", {figure.disputed} nilai berbeda belum dihitung"
    return said


def _guests(found: activity_register.Activity) -> list[str]:
    guests = found.of_part(rules.Part.GUEST)
    if not guests:
        return []
    present = [one for one in guests if one.present]
    absent = [one for one in guests if one.present is False]
    said = ["", f"*Hadir {len(present)} dari {len(guests)} undangan*"]
    said += [f"- {_guest(one)}" for one in present]
    if absent:
        said.append(f"Tidak hadir: {'; '.join(_guest(one) for one in absent)}")
    return said


def _watched(found: activity_register.Activity) -> list[str]:
    points = [one.label for one in found.points]
    other = str(found.values["watched"] or "")
    lines = [*points, *(line.strip("-• ").strip() for line in other.splitlines() if line.strip())]
    return ["", "*Yang dipantau*", *(f"{number}. {line}" for number, line in enumerate(lines, 1))] if lines else []


def _visited(desk: Desk, found: activity_register.Activity) -> list[str]:
    if not found.visits:
        return []
    said = ["", f"*Hasil kunjungan ({len(found.visits)} tempat)*"]
    for one in found.visits:
        hour = f" ({days.local(desk, one.at).strftime('%d-%m-%Y %H.%M')})" if one.at else ""
        said.append(f"- {one.label}{hour}: {one.findings or ('tidak ada temuan' if one.at else 'belum dikunjungi')}")
        if one.issue_number:
            said.append(f"  Dicatat sebagai permasalahan {one.issue_number}")
    return said


def _task_line(one: tasks.Task) -> str:
    said = one.text
    if one.who:
        said += f" — {one.who}"
    if one.due:
        said += f", paling lambat {_dotted(one.due)}"
    if not one.is_open:
        said += f" ({task_rules.STATE_LABELS.get(one.state, one.state).lower()})"
        if one.result:
            said += f": {one.result}"
    elif one.late_days:
        said += f" (lewat {one.late_days} hari)"
    return f"- {said}"


def _guest(one: activity_people.Person) -> str:
    return " · ".join(dict.fromkeys(part for part in (one.label, one.unit) if part))


def _named(*pairs: tuple[str, object]) -> Iterable[str]:
    return [f"{name}: {content}" for name, content in pairs if content]


def _letter(number: object, day: object) -> str:
    if not number:
        return ""
    return f"{number} tanggal {_dotted(str(day))}" if day else str(number)


def _is_line(name: str, said: str) -> bool:
    return bool(said) and name not in ("No", "Uraian Kegiatan")


def _dotted(day: str) -> str:
    return date.fromisoformat(day).strftime("%d-%m-%Y")


def _day(day: date) -> str:
    return paper_words.full_date(day)
