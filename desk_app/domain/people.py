# SPDX-License-Identifier: Apache-2.0
"""Officers on paper: service numbers, ranks, and the lines of a signature block.

Of a person only what a letter needs is kept (`domain.md §7`): a NIP holds the birth date, so lists and
exports show it masked. The forms of signing are those of `domain.md §5.6`.
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desk_app.domain.words import N_, Phrase, phrase

RANKS: dict[str, str] = {
    "I/a": "Juru Muda",
    "I/b": "Juru Muda Tingkat I",
    "I/c": "Juru",
    "I/d": "Juru Tingkat I",
    "II/a": "Pengatur Muda",
    "II/b": "Pengatur Muda Tingkat I",
    "II/c": "Pengatur",
    "II/d": "Pengatur Tingkat I",
    "III/a": "Penata Muda",
    "III/b": "Penata Muda Tingkat I",
    "III/c": "Penata",
    "III/d": "Penata Tingkat I",
    "IV/a": "Pembina",
    "IV/b": "Pembina Tingkat I",
    "IV/c": "Pembina Utama Muda",
    "IV/d": "Pembina Utama Madya",
    "IV/e": "Pembina Utama",
}
"""The 17 grades of civil servants; other services (PPPK, Polri, TNI) write theirs as free text."""

_NIP_DIGITS = 18
_MALE_OR_FEMALE = "12"
_YOUNGEST = 15


class Form(StrEnum):
    """How somebody signs: in his own office, acting in it, or on behalf of another."""

    OWN = "langsung"
    INTERIM = "pj"
    TEMPORARY = "pjs"
    ACTING = "plt"
    DAILY_ACTING = "plh"
    ON_BEHALF = "an"
    BY_ORDER = "an_ub"


FORM_LABELS: dict[Form, str] = {
    Form.OWN: N_("Jabatan sendiri"),
    Form.INTERIM: N_("Pj. (penjabat)"),
    Form.TEMPORARY: N_("Pjs. (penjabat sementara)"),
    Form.ACTING: N_("Plt. (pelaksana tugas)"),
    Form.DAILY_ACTING: N_("Plh. (pelaksana harian)"),
    Form.ON_BEHALF: N_("a.n. (atas nama)"),
    Form.BY_ORDER: N_("a.n. dan u.b. (atas nama, untuk beliau)"),
}


class Service(StrEnum):
    """Under whom somebody serves: who may order him, and what his number is called (`domain.md §11`)."""

    CIVIL = "pns"
    CONTRACT = "pppk"
    POLICE = "polri"
    ARMY = "tni"
    VERTICAL = "vertikal"
    OTHER = "non_asn"


SERVICE_LABELS: dict[Service, str] = {
    Service.CIVIL: N_("PNS pemerintah daerah"),
    Service.CONTRACT: N_("PPPK"),
    Service.POLICE: N_("Polri"),
    Service.ARMY: N_("TNI"),
    Service.VERTICAL: N_("Kejaksaan, KPU, Bawaslu, atau instansi lain di luar pemerintah daerah"),
    Service.OTHER: N_("Bukan ASN"),
}

_SERVED: tuple[tuple[Service, tuple[str, ...]], ...] = (
    (Service.POLICE, ("polri", "polres", "polresta", "polrestabes", "polsek", "polda", "kapolres", "kapolresta",
                      "kapolda", "wakapolda", "wakapolres", "kapolsek", "kepolisian", "bhabinkamtibmas", "brimob")),
    (Service.ARMY, ("tni", "kodim", "koramil", "korem", "dandim", "kasdim", "danramil", "babinsa", "lanal",
                    "danlanal", "lanud", "danlanud", "danrem", "kodam", "pangdam")),
    (Service.VERTICAL, ("kejaksaan", "kejari", "kajari", "kejati", "kajati", "jaksa", "kpu", "bawaslu", "panwaslu",
                        "panwascam", "pengadilan", "binda", "bnn", "bnnk", "bps", "kemenag", "imigrasi")),
)
"""Words in the name of a unit or an office by which its service is known."""

_TITLES = frozenset(("drs", "dra", "dr", "drg", "drh", "ir", "prof", "h", "hj", "kh", "apt", "ns"))

_CHIEFS = (
    ("polrestabes", "Kapolrestabes"),
    ("polresta", "Kapolresta"),
    ("polres", "Kapolres"),
    ("polsek", "Kapolsek"),
    ("polda", "Kapolda"),
    ("kodim", "Komandan Kodim"),
    ("koramil", "Komandan Koramil"),
    ("korem", "Komandan Korem"),
    ("kodam", "Panglima Kodam"),
    ("kejaksaan tinggi", "Kepala Kejaksaan Tinggi"),
    ("kejati", "Kepala Kejaksaan Tinggi"),
    ("kejaksaan negeri", "Kepala Kejaksaan Negeri"),
    ("kejari", "Kepala Kejaksaan Negeri"),
    ("pengadilan negeri", "Ketua Pengadilan Negeri"),
    ("pengadilan tinggi", "Ketua Pengadilan Tinggi"),
    ("kpu", "Ketua KPU"),
    ("bawaslu", "Ketua Bawaslu"),
    ("panwaslu", "Ketua Panwaslu"),
    ("panwascam", "Ketua Panwascam"),
)
"""The beginning of a unit's name and its chief, to whom a request for people goes."""

_PREFIXES = {
    Form.INTERIM: "Pj.",
    Form.TEMPORARY: "Pjs.",
    Form.ACTING: "Plt.",
    Form.DAILY_ACTING: "Plh.",
}
_POLITICAL = ("BUPATI", "WAKIL BUPATI", "WALI KOTA", "WAKIL WALI KOTA", "GUBERNUR", "WAKIL GUBERNUR")


@dataclass(frozen=True, slots=True)
class Signatory:
    """Who signs and how.

    `office` is the office signed in ("Sekretaris Daerah"), for an acting signer the one he acts in and
    `own_office` his own, printed below it where given. `on_behalf_of` is said with a.n.; `by_order_of` the
    office between (a.n. Bupati, Sekretaris Daerah, u.b. Asisten). A political office signs by name alone.
    """

    office: str
    person: str
    rank: str = ""
    number: str = ""
    form: Form = Form.OWN
    on_behalf_of: str = ""
    by_order_of: str = ""
    own_office: str = ""
    political: bool = False


def signature_lines(signatory: Signatory) -> list[str]:
    """Return the whole block: the lines above, one empty line for the signature, the lines below."""
    return [*signature_heading(signatory), "", *signature_name(signatory)]


def signature_heading(signatory: Signatory) -> list[str]:
    """Return the lines above the signature, the last one with its comma."""
    office = _capitals(signatory.office)
    match signatory.form:
        case Form.ON_BEHALF:
            lines = [f"a.n. {_capitals(signatory.on_behalf_of)}", office]
        case Form.BY_ORDER:
            lines = [
                f"a.n. {_capitals(signatory.on_behalf_of)}",
                _capitals(signatory.by_order_of),
                "u.b.",
                office,
            ]
        case Form.OWN:
            lines = [office]
        case acting:
            prefix = _PREFIXES[acting]
            lines = [office if office.startswith(prefix) else f"{prefix} {office}"]
            if signatory.own_office:
                return [f"{lines[0]},", f"{_capitals(signatory.own_office)},"]
    return [*lines[:-1], f"{lines[-1]},"]


def signature_name(signatory: Signatory) -> list[str]:
    """Return the lines below the signature: the name as written, then rank and number of an officer."""
    lines = [signatory.person.strip()]
    if signatory.political:
        return lines
    if signatory.rank.strip():
        lines.append(signatory.rank.strip())
    if signatory.number.strip():
        lines.append(labelled_number(signatory.number))
    return lines


def is_political(office: str) -> bool:
    """Tell whether an office is a political one, also with Pj. before it; it signs without rank and NIP."""
    name = " ".join(_without_prefix(office).upper().split())
    return any(name == head or name.startswith(head + " ") for head in _POLITICAL)


def format_nip(number: str) -> str:
    """Write a NIP in groups 8 6 1 3; anything else is given back as it is."""
    digits = "".join(number.split())
    if len(digits) != _NIP_DIGITS or not digits.isdigit():
        return number.strip()
    return f"{digits[:8]} {digits[8:14]} {digits[14]} {digits[15:]}"


def mask_nip(number: str) -> str:
    """Write a NIP or NRP for lists: the last three digits only."""
    digits = "".join(number.split())
    if not digits:
        return ""
    if len(digits) == _NIP_DIGITS and digits.isdigit():
        return f"******** ****** * {digits[15:]}"
    return "*" * max(len(digits) - 3, 3) + digits[-3:] if len(digits) > 3 else "***"


def labelled_number(number: str, service: Service | None = None) -> str:
    """Write a number with its label: NIP for 18 digits, NRP otherwise; a label already there stays.

    `service`: that of PPPK is their NI PPPK, that of Polri and TNI their NRP.
    """
    cleaned = number.strip()
    if not cleaned:
        return ""
    if cleaned[:1].isalpha():
        figures = re.search(r"[\d ]+$", cleaned)
        return cleaned if figures is None else f"{cleaned[: figures.start()].strip()} {format_nip(figures[0])}"
    digits = "".join(cleaned.split())
    if service is Service.CONTRACT:
        return f"NI PPPK {format_nip(cleaned)}"
    if service in (Service.POLICE, Service.ARMY):
        return f"NRP {cleaned}"
    return f"NIP. {format_nip(cleaned)}" if len(digits) == _NIP_DIGITS else f"NRP {cleaned}"


def check_nip(number: str) -> list[Phrase]:
    """Return what looks wrong about a NIP; a warning only, since a person may have none."""
    digits = "".join(number.split())
    if not digits:
        return []
    if len(digits) != _NIP_DIGITS or not (digits.isascii() and digits.isdigit()):
        return [phrase(N_("NIP biasanya 18 angka; ini {count}."), count=len(digits))]
    remarks: list[Phrase] = []
    born = _date(digits[:8])
    if born is None:
        remarks.append(phrase(N_("8 angka pertama NIP bukan tanggal lahir yang wajar.")))
    elif int(digits[8:12]) < born.year + _YOUNGEST:
        remarks.append(phrase(N_("Tahun pengangkatan dalam NIP tidak wajar.")))
    if digits[14] not in _MALE_OR_FEMALE:
        remarks.append(phrase(N_("Angka ke-15 NIP harus 1 atau 2.")))
    return remarks


def service_of(chosen: str, unit: str, office: str = "") -> Service:
    """Under whom somebody serves: as it was chosen, else as the names of his unit or his office tell."""
    if chosen in set(Service):
        return Service(chosen)
    for text in (unit, office):
        words = re.findall(r"[a-z]+", text.casefold())
        for service, known in _SERVED:
            if any(word in known for word in words):
                return service
    return Service.CIVIL


def is_ordered_here(service: Service) -> bool:
    """Whether the head of the region may order him; others are asked of their own chief (`domain.md §11`)."""
    return service not in (Service.POLICE, Service.ARMY, Service.VERTICAL)


def chief_of(unit: str) -> str:
    """To whom a request for people of a unit goes: "Kapolres Wajo" for "Polres Wajo"."""
    text = " ".join(unit.split())
    for beginning, chief in _CHIEFS:
        if text.casefold() == beginning or text.casefold().startswith(beginning + " "):
            return f"{chief}{text[len(beginning) :]}"
    return f"Pimpinan {text}" if text else ""


def same_person(one: str, other: str) -> bool:
    """Whether two names, with or without titles, are one name."""
    return bool(plain_name(one)) and plain_name(one) == plain_name(other)


def plain_name(name: str) -> str:
    """A name without titles, capitals and full stops, to be compared."""
    words = (word.strip(".").casefold() for word in name.partition(",")[0].replace(".", ". ").split())
    return " ".join(word for word in words if word and word not in _TITLES)


def rank_text(grade: str) -> str:
    """Write a grade with its rank: "Pembina (IV/a)"; unknown grades as they are."""
    name = RANKS.get(grade.strip())
    return f"{name} ({grade.strip()})" if name else grade.strip()


def _capitals(office: str) -> str:
    """Write an office in capitals, an acting prefix before it as it is ("Plt. SEKRETARIS DAERAH")."""
    text = office.strip()
    for prefix in _PREFIXES.values():
        if text.casefold().startswith(prefix.casefold() + " "):
            return f"{prefix} {text[len(prefix) + 1 :].strip().upper()}"
    return text.upper()


def _without_prefix(office: str) -> str:
    text = _capitals(office)
    for prefix in _PREFIXES.values():
        text = text.removeprefix(prefix).strip()
    return text


def _date(digits: str) -> date | None:
    try:
        born = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None
    return born if born.year >= 1900 else None
