# SPDX-License-Identifier: Apache-2.0
"""Activities of a desk and the chain of their steps: jadwal → surat tugas → lembar pantau → hasil → laporan.

Which steps there are follows from the kind; how far an activity has come follows from what is written of it, never
from a tick that somebody has to set. A step that is not needed is said so, and is passed over.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk_app.domain import errors
from desk_app.domain.words import N_


class Kind(StrEnum):
    """Kinds of activities; another word (a newer version's) has the steps of OTHER."""

    VISIT = "kunjungan"
    MEETING = "rakor"
    OUTREACH = "sosialisasi"
    CAMPAIGN = "kampanye"
    OTHER = "lain"


KIND_LABELS: dict[str, str] = {
    Kind.VISIT: N_("Kunjungan"),
    Kind.MEETING: N_("Rapat koordinasi"),
    Kind.OUTREACH: N_("Sosialisasi"),
    Kind.CAMPAIGN: N_("Kampanye"),
    Kind.OTHER: N_("Kegiatan lain"),
}


class Step(StrEnum):
    """Steps of the chain."""

    SCHEDULE = "jadwal"
    LETTER = "surat_tugas"
    INVITATION = "undangan"
    SHEET = "lembar_pantau"
    ATTENDANCE = "daftar_hadir"
    VISITS = "hasil_kunjungan"
    RESULT = "hasil"
    MINUTES = "notula"
    REPORT = "laporan"


STEP_LABELS: dict[str, str] = {
    Step.SCHEDULE: N_("Jadwal"),
    Step.LETTER: N_("Surat tugas"),
    Step.INVITATION: N_("Undangan"),
    Step.SHEET: N_("Lembar pantau"),
    Step.ATTENDANCE: N_("Daftar hadir"),
    Step.VISITS: N_("Hasil kunjungan"),
    Step.RESULT: N_("Hasil"),
    Step.MINUTES: N_("Notula"),
    Step.REPORT: N_("Laporan"),
}

_CHAINS: dict[str, tuple[Step, ...]] = {
    Kind.VISIT: (Step.SCHEDULE, Step.LETTER, Step.SHEET, Step.VISITS, Step.REPORT),
    Kind.MEETING: (Step.SCHEDULE, Step.INVITATION, Step.ATTENDANCE, Step.MINUTES, Step.REPORT),
    Kind.OUTREACH: (Step.SCHEDULE, Step.LETTER, Step.RESULT, Step.REPORT),
    Kind.CAMPAIGN: (Step.SCHEDULE, Step.LETTER, Step.RESULT, Step.REPORT),
    Kind.OTHER: (Step.SCHEDULE, Step.RESULT, Step.REPORT),
}

OPTIONAL = frozenset((Step.LETTER, Step.INVITATION, Step.SHEET, Step.ATTENDANCE, Step.REPORT))
"""What an activity may do without, if somebody says so."""


class Passed(StrEnum):
    """How far a step is."""

    DONE = "sudah"
    NEXT = "berikutnya"
    AHEAD = "nanti"
    NOT_NEEDED = "tidak_perlu"


class Stage(StrEnum):
    """How far an activity is as a whole, for lists."""

    UNDATED = "tanpa_tanggal"
    PLANNED = "rencana"
    TODAY = "hari_ini"
    UNREPORTED = "belum_dilaporkan"
    FINISHED = "selesai"
    CANCELLED = "batal"


STAGE_LABELS: dict[str, str] = {
    Stage.UNDATED: N_("Belum dijadwalkan"),
    Stage.PLANNED: N_("Direncanakan"),
    Stage.TODAY: N_("Hari ini"),
    Stage.UNREPORTED: N_("Belum dilaporkan"),
    Stage.FINISHED: N_("Selesai"),
    Stage.CANCELLED: N_("Batal"),
}

CANCELLED = "batal"
"""The state that is written of an activity; every other follows from its days and its report."""


class Part(StrEnum):
    """As what somebody is named with an activity."""

    OFFICER = "petugas"
    GUEST = "undangan"


PART_LABELS: dict[str, str] = {Part.OFFICER: N_("Petugas"), Part.GUEST: N_("Undangan")}


@dataclass(frozen=True, slots=True)
class Written:
    """What is written of an activity, as far as the steps ask for it."""

    kind: str = Kind.OTHER.value
    from_day: str = ""
    to_day: str = ""
    letter_number: str = ""
    sent: int = 0
    """Officers and team that go."""
    invitation_number: str = ""
    guests: int = 0
    points: int = 0
    present: int = 0
    visits: int = 0
    told: int = 0
    """Visits of which something is written."""
    result: str = ""
    participants: int | None = None
    minutes: str = ""
    reported_at: int = 0
    not_needed: Collection[str] = ()
    state: str = ""


def steps(kind: str) -> tuple[Step, ...]:
    """The steps of a kind of activity, in order."""
    return _CHAINS.get(kind, _CHAINS[Kind.OTHER])


def chain(told: Written) -> tuple[tuple[Step, Passed], ...]:
    """How far each step is; the first that is neither done nor not needed is the next one."""
    found = []
    is_next = told.state != CANCELLED
    for step in steps(told.kind):
        if _is_done(step, told):
            passed = Passed.DONE
        elif step.value in told.not_needed and step in OPTIONAL:
            passed = Passed.NOT_NEEDED
        else:
            passed = Passed.NEXT if is_next else Passed.AHEAD
            is_next = False
        found.append((step, passed))
    return tuple(found)


def next_step(told: Written) -> Step | None:
    """What is to be done next, None when all is done."""
    return next((step for step, passed in chain(told) if passed is Passed.NEXT), None)


def stage(told: Written, today: date) -> Stage:
    """How far an activity is on a day."""
    if told.state == CANCELLED:
        return Stage.CANCELLED
    if told.reported_at:
        return Stage.FINISHED
    if not told.from_day:
        return Stage.UNDATED
    now = today.isoformat()
    if now < told.from_day:
        return Stage.PLANNED
    if now <= (told.to_day or told.from_day):
        return Stage.TODAY
    return Stage.FINISHED if Step.REPORT.value in told.not_needed else Stage.UNREPORTED


def parse_codes(text: str | None) -> tuple[str, ...]:
    """A list of codes as a field keeps it."""
    return tuple(dict.fromkeys(part for part in (text or "").split() if part))


def write_codes(codes: Collection[str]) -> str:
    return " ".join(dict.fromkeys(codes))


def check_days(from_day: str, to_day: str) -> None:
    """Refuse an activity that ends before it begins."""
    if from_day and to_day and to_day < from_day:
        raise errors.Refused(N_("Tanggal selesai lebih dulu daripada tanggal mulai."))
    if to_day and not from_day:
        raise errors.Refused(N_("Isi tanggal mulainya dahulu."))


def minutes_words(minute: int | None) -> str:
    """A minute of the day as an hour: 570 is "09.30"; "" for none."""
    return "" if minute is None else f"{minute // 60:02d}.{minute % 60:02d}"


def _is_done(step: Step, told: Written) -> bool:
    match step:
        case Step.SCHEDULE:
            return bool(told.from_day)
        case Step.LETTER:
            return bool(told.letter_number and told.sent)
        case Step.INVITATION:
            return bool(told.invitation_number and told.guests)
        case Step.SHEET:
            return told.points > 0
        case Step.ATTENDANCE:
            return told.present > 0
        case Step.VISITS:
            return 0 < told.visits == told.told
        case Step.RESULT:
            return bool(told.result) or told.participants is not None
        case Step.MINUTES:
            return bool(told.minutes)
        case Step.REPORT:
            return bool(told.reported_at)
