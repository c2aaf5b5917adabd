# SPDX-License-Identifier: Apache-2.0
"""Which registers leave as workbooks and come back: their columns, and the verbs that a row goes through.

Headings, kinds and choices of the columns follow from the declarations of the records; a register says only which of
its fields go out, which come back in, and which verbs write them. A row is written as if it had been typed. A group of
registers is loaded when the first of them is asked for.
"""

from collections.abc import Callable, Mapping

from desk_app.domain import elections, errors, words
from desk_app.operations.desk import Desk
from desk_app.operations.register_sheets.declaring import CODE, Form, Register, Row

__all__ = [
    "CHECKLIST", "CODE", "KEYS", "PERSONAL", "TITLES", "Form", "Register", "Row", "keys", "phase_key", "register",
    "title",
]

N_ = words.N_
Maker = Callable[[Desk], Register]

CHECKLIST = "checklist@"
"""The checklist of the TPS in one phase: the key ends with its day, "checklist@h-1"."""


def _issues() -> Mapping[str, Maker]:
    from desk_app.operations.register_sheets import issue_registers

    return issue_registers.MAKERS


def _teams() -> Mapping[str, Maker]:
    from desk_app.operations.register_sheets import team_registers

    return team_registers.MAKERS


def _logistics() -> Mapping[str, Maker]:
    from desk_app.operations.register_sheets import logistics_registers

    return logistics_registers.MAKERS


def _activities() -> Mapping[str, Maker]:
    from desk_app.operations.register_sheets import activity_registers

    return activity_registers.MAKERS


def _figures() -> Mapping[str, Maker]:
    from desk_app.operations.register_sheets import indicator_registers

    return indicator_registers.MAKERS


def _calendar() -> Mapping[str, Maker]:
    from desk_app.operations.register_sheets import calendar_registers

    return calendar_registers.MAKERS


def _risk() -> Mapping[str, Maker]:
    from desk_app.operations.register_sheets import risk_registers

    return risk_registers.MAKERS


def _watch() -> Mapping[str, Maker]:
    from desk_app.operations.register_sheets import watch_register

    return watch_register.MAKERS


def _candidates() -> Mapping[str, Maker]:
    from desk_app.operations.register_sheets import candidate_register

    return candidate_register.MAKERS


_GROUPS: Mapping[str, Callable[[], Mapping[str, Maker]]] = {
    "issues": _issues,
    "logbook": _issues,
    "revotes": _issues,
    "decrees": _teams,
    "teams": _teams,
    "members": _teams,
    "shifts": _teams,
    "shipments": _logistics,
    "stock": _logistics,
    "activities": _activities,
    "campaign": _activities,
    "attendance": _activities,
    "visits": _activities,
    "tasks": _activities,
    "contacts": _activities,
    "indicators": _figures,
    "indicator-values": _figures,
    "stages": _calendar,
    "holidays": _calendar,
    "region-risk": _risk,
    "guards": _risk,
    "risk-ticks": _risk,
    "watch": _watch,
    "candidates": _candidates,
}

KEYS = tuple(_GROUPS)
"""Every register that leaves as a workbook; beside them each phase of the checklist (`keys`)."""


TITLES: Mapping[str, str] = {
    "issues": N_("Permasalahan"),
    "logbook": N_("Buku Posko"),
    "revotes": N_("PSU PSSU PSL PSS"),
    "decrees": N_("Surat keputusan"),
    "teams": N_("Tim"),
    "members": N_("Anggota tim"),
    "shifts": N_("Piket posko"),
    "shipments": N_("Pengiriman logistik"),
    "stock": N_("Posisi logistik"),
    "activities": N_("Kegiatan"),
    "campaign": N_("Laporan harian kampanye"),
    "attendance": N_("Peserta kegiatan"),
    "visits": N_("Hasil kunjungan"),
    "tasks": N_("Tugas"),
    "contacts": N_("Kontak"),
    "indicators": N_("Indikator"),
    "indicator-values": N_("Nilai indikator"),
    "stages": N_("Tahapan"),
    "holidays": N_("Hari libur"),
    "region-risk": N_("Kategori kerawanan wilayah"),
    "guards": N_("Pengamanan TPS"),
    "risk-ticks": N_("Indikator kerawanan TPS"),
    "watch": N_("Lembar pantau"),
    "candidates": N_("Calon"),
}
"""What the registers are called, told without loading them."""

PERSONAL = frozenset(("issues", "members", "shifts", "attendance", "tasks", "contacts"))
"""Those with columns, or with references, that name persons."""


def title(key: str) -> str:
    """What a register is called (a msgid)."""
    return f"Ceklis {key.removeprefix(CHECKLIST).upper()}" if key.startswith(CHECKLIST) else TITLES[key]


def phase_key(phase: int) -> str:
    """The key of the checklist in a phase."""
    return f"{CHECKLIST}{elections.day_words(phase).lower()}"


def keys(desk: Desk) -> tuple[str, ...]:
    """Every register of an office, the phases of its checklist last."""
    from desk_app.operations.register_sheets import checklist_register

    return (*KEYS, *checklist_register.keys(desk))


def register(desk: Desk, key: str) -> Register:
    """A register by its key, as it stands at an office. Raises NotFound."""
    if key.startswith(CHECKLIST):
        from desk_app.operations.register_sheets import checklist_register

        return checklist_register.make(desk, key)
    group = _GROUPS.get(key)
    if group is None:
        raise errors.NotFound(N_("Tidak ada daftar “{key}”. Yang ada: {known}."), key=key, known=", ".join(KEYS))
    return group()[key](desk)
