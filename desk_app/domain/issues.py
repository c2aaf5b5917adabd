# SPDX-License-Identifier: Apache-2.0
"""The issue register: categories, severity, who is asked, states and the moves between them.

The desk advises, conveys and records; the addressee decides (`domain.md §1.3`, §3, §11). States and verbs
say so: nothing here decides, and what concerns a violation is told to Bawaslu, not handed over elsewhere.
"""

from enum import StrEnum

from desk_app.domain import errors
from desk_app.domain.words import N_, Phrase, phrase

CATEGORIES: dict[str, str] = {
    "NET": N_("Netralitas ASN/TNI/Polri/kades/penyelenggara"),
    "LOG": N_("Logistik"),
    "DPT": N_("Data pemilih/hak pilih"),
    "CUA": N_("Cuaca/bencana/geografis"),
    "KAM": N_("Keamanan dan ketertiban"),
    "UNG": N_("Politik uang"),
    "SAR": N_("SARA/ujaran kebencian"),
    "HOA": N_("Hoaks/isu negatif media sosial"),
    "KAP": N_("Kampanye dan alat peraga"),
    "PEN": N_("Penyelenggara/badan ad hoc"),
    "TPS": N_("Sarana TPS"),
    "LIS": N_("Listrik/internet/komunikasi"),
    "ANG": N_("Anggaran"),
    "HIT": N_("Penghitungan dan rekapitulasi"),
    "PAR": N_("Partisipasi pemilih"),
    "REG": N_("Regulasi/perbedaan tafsir"),
    "LAI": N_("Lainnya"),
}

ACCUSING = frozenset(("NET", "UNG", "SAR"))
"""Categories about identifiable people: say "dugaan", keep out of public papers (`domain.md §7 P3`)."""

SECTION_CATEGORIES: dict[str, str] = {
    "log": "LOG",
    "tps": "TPS",
    "org": "PEN",
    "kam": "KAM",
    "lis": "LIS",
    "dis": "TPS",
    "inf": "DPT",
    "har": "PEN",
    "gud": "LOG",
    "pan": "LOG",
    "pos": "LAI",
}
"""The category an issue starts with when it is raised from a checklist item of a section."""


class Severity(StrEnum):
    """How bad it is; what many forms call *kritis* is here *sangat mendesak*."""

    LOW = "rendah"
    MEDIUM = "sedang"
    HIGH = "tinggi"
    URGENT = "sangat_mendesak"


SEVERITY_LABELS: dict[Severity, str] = {
    Severity.LOW: N_("Rendah"),
    Severity.MEDIUM: N_("Sedang"),
    Severity.HIGH: N_("Tinggi"),
    Severity.URGENT: N_("Sangat mendesak"),
}
URGENT_NOTE = N_("Sangat mendesak (kritis): kejadian menonjol, segera dilaporkan kepada pimpinan.")

SEVERE = frozenset((Severity.HIGH, Severity.URGENT))
"""An open issue of these makes its place *ada masalah* (`readiness.assess`)."""

SOURCES: dict[str, str] = {
    "tim": N_("Tim monitoring"),
    "tps": N_("TPS/KPPS"),
    "kecamatan": N_("Kecamatan/desa/kelurahan"),
    "penyelenggara": N_("Penyelenggara pemilihan"),
    "instansi": N_("Instansi"),
    "warga": N_("Warga"),
    "telepon": N_("Telepon posko"),
    "wa": N_("WhatsApp"),
    "media": N_("Media/media sosial"),
}

ADDRESSEES: dict[str, str] = {
    "kpu": N_("KPU"),
    "bawaslu": N_("Bawaslu"),
    "polres": N_("Polres"),
    "kodim": N_("Kodim"),
    "kejaksaan": N_("Kejaksaan Negeri"),
    "sekda": N_("Sekretaris Daerah"),
    "kesbangpol": N_("Badan Kesatuan Bangsa dan Politik"),
    "inspektorat": N_("Inspektorat"),
    "bkpsdm": N_("BKPSDM"),
    "satpolpp": N_("Satpol PP"),
    "bpbd": N_("BPBD"),
    "dishub": N_("Dinas Perhubungan"),
    "dinkes": N_("Dinas Kesehatan"),
    "diskominfo": N_("Dinas Kominfo"),
    "disdukcapil": N_("Disdukcapil"),
    "pu": N_("Dinas Pekerjaan Umum"),
    "camat": N_("Camat"),
    "ppk": N_("Panitia Pemilihan Kecamatan"),
    "panwascam": N_("Panwaslu Kecamatan"),
    "polsek": N_("Polsek"),
    "koramil": N_("Koramil"),
    "pln": N_("PLN"),
    "telkom": N_("Telkom/operator seluler"),
    "kabupaten": N_("Desk Kabupaten/Kota"),
    "provinsi": N_("Desk Provinsi"),
}
"""Proposals; an addressee is free text in the register."""


class State(StrEnum):
    """Where an issue stands."""

    NEW = "baru"
    VERIFIED = "diverifikasi"
    CONVEYED = "disampaikan"
    FOLLOWED_UP = "tindak_lanjut"
    TO_REGENCY = "diteruskan_kabupaten"
    FORWARDED = "diteruskan_provinsi"
    POSTPONED = "ditunda"
    TOLD_SUPERVISOR = "diteruskan_bawaslu"
    DONE = "selesai"
    UNFOUNDED = "tidak_terbukti"
    OUT_OF_SCOPE = "bukan_wewenang"


STATE_LABELS: dict[State, str] = {
    State.NEW: N_("Baru"),
    State.VERIFIED: N_("Diverifikasi"),
    State.CONVEYED: N_("Disampaikan"),
    State.FOLLOWED_UP: N_("Dalam tindak lanjut"),
    State.TO_REGENCY: N_("Diteruskan ke kab./kota"),
    State.FORWARDED: N_("Diteruskan ke provinsi"),
    State.POSTPONED: N_("Ditunda"),
    State.TOLD_SUPERVISOR: N_("Diteruskan ke Bawaslu"),
    State.DONE: N_("Selesai"),
    State.UNFOUNDED: N_("Tidak terbukti"),
    State.OUT_OF_SCOPE: N_("Di luar kewenangan Desk"),
}

CLOSED = frozenset((State.TOLD_SUPERVISOR, State.DONE, State.UNFOUNDED, State.OUT_OF_SCOPE))
OPEN = tuple(state for state in State if state not in CLOSED)

PASSED_ON = frozenset((State.TO_REGENCY, State.FORWARDED))
"""An office above has it to do; the one below reads on and gets the answer."""

_ENDS = (State.TOLD_SUPERVISOR, State.DONE, State.UNFOUNDED, State.OUT_OF_SCOPE)
_UP = (State.TO_REGENCY, State.FORWARDED)
_MOVES: dict[State, tuple[State, ...]] = {
    State.NEW: (State.VERIFIED, State.CONVEYED, State.FOLLOWED_UP, *_UP, State.POSTPONED, *_ENDS),
    State.VERIFIED: (State.CONVEYED, State.FOLLOWED_UP, *_UP, State.POSTPONED, *_ENDS),
    State.CONVEYED: (State.FOLLOWED_UP, *_UP, State.POSTPONED, *_ENDS),
    State.FOLLOWED_UP: (State.CONVEYED, *_UP, State.POSTPONED, *_ENDS),
    State.TO_REGENCY: (State.CONVEYED, State.FOLLOWED_UP, State.FORWARDED, State.POSTPONED, *_ENDS),
    State.FORWARDED: (State.CONVEYED, State.FOLLOWED_UP, State.POSTPONED, *_ENDS),
    State.POSTPONED: (State.VERIFIED, State.CONVEYED, State.FOLLOWED_UP, *_UP, *_ENDS),
    **dict.fromkeys(_ENDS, (State.VERIFIED, State.FOLLOWED_UP)),
}


class Verb(StrEnum):
    """What a desk does with an issue; never *putuskan*."""

    VERIFY = "verifikasi"
    ADVISE = "beri_saran"
    CONVEY = "sampaikan"
    FOLLOW_UP = "catat_tindak_lanjut"
    TO_REGENCY = "teruskan_kabupaten"
    FORWARD = "teruskan_provinsi"
    ANSWER = "jawab"
    TELL_SUPERVISOR = "teruskan_bawaslu"
    POSTPONE = "tunda"
    CLOSE = "tutup"
    REOPEN = "buka_kembali"


VERB_LABELS: dict[Verb, str] = {
    Verb.VERIFY: N_("Verifikasi"),
    Verb.ADVISE: N_("Beri saran"),
    Verb.CONVEY: N_("Sampaikan kepada …"),
    Verb.FOLLOW_UP: N_("Catat tindak lanjut"),
    Verb.TO_REGENCY: N_("Teruskan ke kabupaten/kota"),
    Verb.FORWARD: N_("Teruskan ke provinsi"),
    Verb.ANSWER: N_("Catat jawaban"),
    Verb.TELL_SUPERVISOR: N_("Teruskan ke Bawaslu"),
    Verb.POSTPONE: N_("Tunda"),
    Verb.CLOSE: N_("Tutup"),
    Verb.REOPEN: N_("Buka kembali"),
}

_LEADS_TO: dict[Verb, State | None] = {
    Verb.VERIFY: State.VERIFIED,
    Verb.ADVISE: None,
    Verb.CONVEY: State.CONVEYED,
    Verb.FOLLOW_UP: State.FOLLOWED_UP,
    Verb.TO_REGENCY: State.TO_REGENCY,
    Verb.FORWARD: State.FORWARDED,
    Verb.ANSWER: State.FOLLOWED_UP,
    Verb.TELL_SUPERVISOR: State.TOLD_SUPERVISOR,
    Verb.POSTPONE: State.POSTPONED,
    Verb.CLOSE: State.DONE,
    Verb.REOPEN: State.FOLLOWED_UP,
}


def is_open(state: State) -> bool:
    """Tell whether an issue in this state still waits for something."""
    return state not in CLOSED


def moves(state: State) -> tuple[State, ...]:
    """Return the states an issue can go to from here."""
    return _MOVES[state]


def move(state: State, to: State, reason: str = "") -> State:
    """Return the state after a move; raises `Refused` where there is no such move.

    Reopening, and closing as unfounded or out of scope, want a reason in words.
    """
    if to is state:
        return state
    if to not in _MOVES[state]:
        raise errors.Refused(
            N_("Permasalahan berstatus “{state}” tidak dapat diubah menjadi “{to}”."),
            state=phrase(STATE_LABELS[state]),
            to=phrase(STATE_LABELS[to]),
        )
    if not reason.strip() and not is_open(state):
        raise errors.Refused(N_("Tulis alasan permasalahan ini dibuka kembali."))
    if not reason.strip() and to in (State.UNFOUNDED, State.OUT_OF_SCOPE):
        raise errors.Refused(N_("Tulis alasan untuk status “{to}”."), to=phrase(STATE_LABELS[to]))
    return to


def verbs(state: State, *, is_from_below: bool = False) -> tuple[Verb, ...]:
    """Return what can be done with an issue in this state, in the order of the buttons.

    An answer is recorded to what was passed on, or, where it came `is_from_below`, to what is open here.
    """
    if not is_open(state):
        return Verb.FOLLOW_UP, Verb.REOPEN
    allowed = _MOVES[state]
    return tuple(
        verb
        for verb, to in _LEADS_TO.items()
        if verb is not Verb.REOPEN
        and (verb is not Verb.ANSWER or is_from_below or state in PASSED_ON)
        and (to is None or to in allowed or to is state or verb is Verb.ANSWER)
    )


def after(
    state: State, verb: Verb, reason: str = "", ending: State = State.DONE, *, is_from_below: bool = False
) -> State:
    """Return the state after a verb; raises `Refused` where it cannot be done.

    `ending` tells how *tutup* ends: done, unfounded, out of scope. What is recorded on a closed issue
    leaves it closed.
    """
    if verb not in verbs(state, is_from_below=is_from_below):
        raise errors.Refused(
            N_("“{verb}” tidak dapat dilakukan pada permasalahan berstatus “{state}”."),
            verb=phrase(VERB_LABELS[verb]),
            state=phrase(STATE_LABELS[state]),
        )
    if verb is Verb.FOLLOW_UP and not is_open(state):
        return state
    if verb is Verb.ANSWER:
        return State.FOLLOWED_UP
    to = ending if verb is Verb.CLOSE else _LEADS_TO[verb]
    return state if to is None else move(state, to, reason)


def former_numbers(text: str | None) -> tuple[str, ...]:
    """The numbers that an issue had before it got another one, as they are kept."""
    return tuple(part.strip() for part in (text or "").split(",") if part.strip())


def conveyance(addressee: str, means: str = "") -> str:
    """To whom an issue was conveyed and how, as it is recorded and printed: "Disampaikan kepada KPU (surat)"."""
    return f"Disampaikan kepada {addressee} ({means})" if means else f"Disampaikan kepada {addressee}"


def means_in_words(means: str, letter_number: str = "", letter_date: str = "") -> str:
    """How something was conveyed: "surat nomor 270/12 tanggal 13-02-2024"."""
    parts = [means or ("surat" if letter_number or letter_date else "")]
    if letter_number:
        parts.append(f"nomor {letter_number}")
    if letter_date:
        parts.append(f"tanggal {'-'.join(reversed(letter_date.split('-')))}")
    return " ".join(part for part in parts if part)


def told(text: str, addressee: str, means: str) -> str:
    """A follow-up as papers tell it: to whom and how stands before what was said, unless it is all that was said."""
    if not addressee or text.startswith("Disampaikan kepada"):
        return text
    return f"{conveyance(addressee, means)}: {text}"


def state_of(code: str | None) -> State:
    """The state that a register holds; one that only a newer version knows counts as being followed up."""
    try:
        return State(code or State.NEW.value)
    except ValueError:
        return State.FOLLOWED_UP


def severity_of(code: str | None) -> Severity:
    """The severity that a register holds; one that only a newer version knows counts as medium."""
    try:
        return Severity(code or Severity.MEDIUM.value)
    except ValueError:
        return Severity.MEDIUM


def veiled(category: str) -> Phrase:
    """What a list says of an issue that is kept in confidence, in place of its words."""
    label = phrase(CATEGORIES[category]) if category in CATEGORIES else category
    return phrase(N_("Dirahasiakan ({category})"), category=label)


def alleging(title: str, category: str) -> str:
    """A title as it may leave the desk: where people are accused it says "dugaan"."""
    plain = title.casefold()
    if category not in ACCUSING or "dugaan" in plain or "diduga" in plain:
        return title
    return f"Dugaan: {title}"


def parse_severity(text: str) -> Severity:
    """Read a severity as typed; *kritis* is *sangat mendesak*."""
    cleaned = "_".join(text.casefold().replace("_", " ").split())
    if cleaned in ("kritis", "mendesak"):
        return Severity.URGENT
    try:
        return Severity(cleaned)
    except ValueError:
        raise errors.Refused(
            N_("“{text}” bukan tingkat masalah. Pilih rendah, sedang, tinggi, atau sangat mendesak."),
            text=text,
        ) from None


def parse_category(text: str) -> str:
    """Read a category code."""
    cleaned = text.strip().upper()
    if cleaned not in CATEGORIES:
        raise errors.Refused(
            N_("Kategori “{text}” tidak ada. Pilih salah satu: {codes}."),
            text=text,
            codes=", ".join(CATEGORIES),
        )
    return cleaned
