# SPDX-License-Identifier: Apache-2.0
"""Text copied out of a chat, taken apart into messages: hour, day, sender, words.

WhatsApp writes the head of a message in many ways, by the telephone, its language and whether it is copied or
exported: `[07.10, 14/2/2024] Camat: …`, `[13/02/24 10.15.22] Camat: …`, `[13/2 10.20] Camat: …`,
`[2/13/24, 10:15:22 AM] Camat: …`, `13/02/24 10.31 - Camat: …`, `14 Feb 2024 pukul 07.10 - Camat: …`. What is no head is
a plain line, or belongs to the message above it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum


class Kind(StrEnum):
    """What stands in a message."""

    TEXT = "text"
    MEDIA = "media"
    """Only a picture, a voice note or a file, which a copied text leaves out."""
    DELETED = "deleted"
    SYSTEM = "system"
    """What WhatsApp itself says: who joined, that the chat is encrypted."""


@dataclass(frozen=True, slots=True)
class PastedLine:
    """One message: `hour` "07.10" and `day` where they were written, `sender` as in the chat.

    `text` keeps the lines of a message of several. `forwarded`: WhatsApp marked it so.
    """

    text: str
    sender: str = ""
    hour: str = ""
    day: date | None = None
    kind: Kind = Kind.TEXT
    forwarded: bool = False

    @property
    def one_line(self) -> str:
        """The text without its line breaks."""
        return " ".join(self.text.split())


@dataclass(frozen=True, slots=True)
class _Head:
    """When a message was sent: `day` as its two or three numbers, in the order in which they were written."""

    hour: str
    day: tuple[int, ...]
    said: str


def read(pasted: str, today: date | None = None) -> list[PastedLine]:
    """The messages of a pasted text; `today` gives the year to a day that is written without one."""
    lines = [line for raw in _plain(pasted).splitlines() if (line := raw.strip())]
    heads = [_head(line) for line in lines]
    month_first = _month_first(head.day for head in heads if head is not None)
    found: list[tuple[PastedLine, list[str]]] = []
    headed = False
    for line, head in zip(lines, heads, strict=True):
        if head is not None:
            headed = True
            sender, text = _sender(head.said)
            found.append((PastedLine("", sender, head.hour, _day(head.day, month_first, today)), [text]))
        elif headed:
            found[-1][1].append(line)
        else:
            found.append((PastedLine("", "", _spoken_hour(line)), [line]))
    return [told for one, said in found if (told := _told(one, said)).text]


def is_numbered(text: str) -> bool:
    """Whether a sender is a telephone number and no name."""
    return bool(_NUMBER.fullmatch(text.strip()))


def shown_sender(text: str) -> str:
    """A sender as the office writes it down: of a telephone number only its end, for numbers stay inside (P6)."""
    if not is_numbered(text):
        return text
    digits = "".join(letter for letter in text if letter.isdigit())
    return f"WA …{digits[-4:]}"


_MARKS = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"))
"""Marks of the direction of writing, which telephones put before names and numbers."""

_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
_BRACKET = re.compile(r"\[(?P<when>[^\[\]]{4,40})\]\s*(?P<said>.*)")
_DASH = re.compile(r"(?P<when>\d[^\[\]]{5,40}?)\s+[-–]\s+(?P<said>.*)")
_DATE = re.compile(
    r"\d{1,2}/\d{1,2}(?:/(?:\d{4}|\d{2}))?|\d{1,2}-\d{1,2}-\d{2,4}|\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}\.\d{1,2}\.\d{2,4}",
    re.ASCII,
)
_TIME = re.compile(
    r"(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?:[.:]\d{2})?(?P<half>[ap]\.?m\.?)?", re.IGNORECASE | re.ASCII
)
_HALF = re.compile(r"[ap]\.?m\.?", re.IGNORECASE)
_SENDER = re.compile(r"(?:~\s*)?(?P<sender>[^:]{1,60}):(?!//)\s*(?P<text>.*)")
_SPOKEN = re.compile(r"(?<![\d./])(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?![\d./])", re.ASCII)
_NUMBER = re.compile(r"\+?[\d\s()-]{7,}", re.ASCII)
_JOINING = frozenset(("pukul", "jam", "at", "um"))
_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan", "feb", "mar", "apr", "mei may", "jun", "jul", "agu agt aug", "sep", "okt oct", "nov", "des dec"), 1
    )
    for name in names.split()
}
_FORWARDED = re.compile(
    r"(?:\[?(?:diteruskan|forwarded)(?: berkali-kali| many times)?\]?)(?:\s*[:\-]\s*|$)", re.IGNORECASE
)
_MEDIA = re.compile(
    r"<?(?:media|gambar|foto|video|audio|stiker|dokumen|gif|kartu kontak|image|sticker|document|contact card)"
    r" (?:omitted|tidak disertakan|dihilangkan|diabaikan)>?"
    r"|\S+\.\w{2,5} \((?:file attached|file terlampir|berkas terlampir)\)"
    r"|<(?:attached|terlampir|lampiran): [^>]*>",
    re.IGNORECASE,
)
_DELETED = re.compile(
    r"(?:pesan ini (?:telah )?dihapus|anda (?:telah )?menghapus pesan ini|this message was deleted"
    r"|you deleted this message|pesan ini dihapus oleh admin.*|this message was deleted by admin.*)\.?",
    re.IGNORECASE,
)
_EDITED = re.compile(r"\s*<(?:this message was edited|pesan ini (?:telah )?diedit)>\s*$", re.IGNORECASE)
_SYSTEM = re.compile(
    r"end-to-end|terenkripsi|security code|kode keamanan|invite link|tautan undangan|menambahkan|\badded\b"
    r"|\bremoved\b|mengeluarkan|\bjoined\b|bergabung|\bleft\b|keluar$|changed (?:the|this|to)"
    r"|mengubah (?:subjek|deskripsi|ikon|nama)|created (?:this )?group|membuat grup|pesan sementara"
    r"|disappearing messages|admin",
    re.IGNORECASE,
)


def _plain(text: str) -> str:
    text = _UNSTORABLE.sub("", text)
    return text.translate(_MARKS).replace("\u202f", " ").replace("\u00a0", " ")


def _told(one: PastedLine, said: list[str]) -> PastedLine:
    """A message with its words, without what WhatsApp wrote into them."""
    lines = [line for line in said if line]
    forwarded = False
    if lines and (match := _FORWARDED.match(lines[0])):
        forwarded = True
        lines = [line for line in (lines[0][match.end() :].strip(), *lines[1:]) if line]
    lines = [_EDITED.sub("", line) for line in lines]
    spoken = [line for line in lines if line and not _MEDIA.fullmatch(line)]
    if lines and not spoken:
        return replace(one, text="\n".join(lines), kind=Kind.MEDIA, forwarded=forwarded)
    text = "\n".join(spoken)
    kind = Kind.TEXT
    if _DELETED.fullmatch(text):
        kind = Kind.DELETED
    elif one.hour and not one.sender and _SYSTEM.search(text):
        kind = Kind.SYSTEM
    return replace(one, text=text, kind=kind, forwarded=forwarded)


def _head(line: str) -> _Head | None:
    """The head of a message: in brackets, or a day and an hour before a dash."""
    match = _BRACKET.match(line)
    if match is not None:
        return _moment(match["when"], match["said"])
    match = _DASH.match(line)
    head = _moment(match["when"], match["said"]) if match is not None else None
    return head if head is not None and head.day else None


def _moment(when: str, said: str) -> _Head | None:
    """An hour, perhaps with its half of the day and with a date, and nothing else."""
    day: tuple[int, ...] | None = None
    hour: tuple[int, int] | None = None
    half = ""
    parts = when.replace(",", " ").split()
    spelt = _spelt_day(parts)
    if spelt is not None:
        day, parts = spelt
    has_two = sum(_TIME.fullmatch(part) is not None for part in parts) > 1
    for part in parts:
        # "14.02.24, 07:10": beside an hour the first of both is a day.
        time = None if has_two and day is None and _DATE.fullmatch(part) else _TIME.fullmatch(part)
        if time is not None and hour is None:
            hour, half = (int(time["hour"]), int(time["minute"])), time["half"] or ""
        elif _HALF.fullmatch(part) and hour is not None and not half:
            half = part
        elif _DATE.fullmatch(part) and day is None:
            day = tuple(int(number) for number in re.split("[/.-]", part))
        elif part.casefold() not in _JOINING:
            return None
    if hour is None:
        return None
    return _Head(_hour(*hour, half), day or (), said.strip())


def _spelt_day(parts: list[str]) -> tuple[tuple[int, ...], list[str]] | None:
    """A day with its month in words, "14 Februari 2024" or "Feb 14 2024", as year, month, day, and what is left."""
    for place, part in enumerate(parts):
        month = _MONTHS.get(part.casefold().strip(".")[:3]) if part[:1].isalpha() else None
        if month is None or part.casefold() in _JOINING:
            continue
        near = [at for at in (place - 1, place + 1) if 0 <= at < len(parts) and re.fullmatch(r"\d{1,2}", parts[at])]
        if not near:
            return None
        after = max(place, near[0]) + 1
        year = parts[after] if after < len(parts) and re.fullmatch(r"\d{4}", parts[after]) else ""
        used = {place, near[0], *([after] if year else [])}
        numbers = (int(year), month, int(parts[near[0]])) if year else (int(parts[near[0]]), month)
        return numbers, [one for at, one in enumerate(parts) if at not in used]
    return None


def _hour(hour: int, minute: int, half: str) -> str:
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half[0] in "pP" else 0)
    return f"{hour:02d}.{minute:02d}" if hour < 24 and minute < 60 else ""


def _month_first(days: Iterable[tuple[int, ...]]) -> bool:
    """Whether a chat writes the month before the day, as one of its dates must show."""
    return any(len(day) > 1 and day[0] <= 12 < day[1] < 32 for day in days)


def _day(numbers: tuple[int, ...], month_first: bool, today: date | None) -> date | None:
    match numbers:
        case (year, month, day) if year > 31:
            pass
        case (first, second, *rest):
            day, month = (second, first) if month_first else (first, second)
            if not rest and today is None:
                return None
            year = rest[0] if rest else today.year if today is not None else 0
            year += 2000 if year < 100 else 0
        case _:
            return None
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    if len(numbers) == 2 and today is not None and found > today + timedelta(days=1) and today.year > 1:
        return _day((*numbers, today.year - 1), month_first, today)  # told in January of a day in December
    return found


def _sender(said: str) -> tuple[str, str]:
    match = _SENDER.fullmatch(said)
    return (match["sender"].strip(), match["text"].strip()) if match is not None else ("", said)


def _spoken_hour(line: str) -> str:
    """The hour that a plain line tells of."""
    match = _SPOKEN.search(line)
    return _hour(int(match["hour"]), int(match["minute"]), "") if match is not None else ""
