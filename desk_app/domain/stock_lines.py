# SPDX-License-Identifier: Apache-2.0
"""A word about goods as it is typed or sent by WhatsApp.

"Belawa: 410 kotak tiba di PPK 16.30, 2 rusak, sumber camat", or shorter: "410 16.30 2 rusak camat".
"""

import re
from dataclasses import dataclass
from datetime import time

from desk_app.domain import errors, hours
from desk_app.domain.places import Kind
from desk_app.domain.words import N_


@dataclass(frozen=True, slots=True)
class StockLine:
    """What was read; None is not said. `place`: words before the colon. `is_full`: all that is needed is there."""

    place: str = ""
    stage: Kind | None = None
    count: int | None = None
    total: int | None = None
    short: int | None = None
    damaged: int | None = None
    wet: int | None = None
    hour: time | None = None
    source: str = ""
    is_full: bool = False


_NUMBER = r"\d{1,3}(?:\.\d{3})+|\d+"
_HOUR = re.compile(
    r"(?:pukul|jam|pkl\.?)?\s*(?<![\d.])(\d{1,2}[.:]\d{2})(?![\d.]*\d)\s*(?:wib|wita|wit)?", re.IGNORECASE
)
_SOURCE = re.compile(r"\bsumber\s*:?\s*([^,;]+)", re.IGNORECASE)
_OF = re.compile(rf"({_NUMBER})\s*(?:\w+\s+)?(?:dari|/)\s*({_NUMBER})", re.IGNORECASE)
_SPOILT = re.compile(
    rf"(?:({_NUMBER})\s*(?:kotak|buah|lembar)?\s*(kurang|rusak|basah)|(kurang|rusak|basah)\s*({_NUMBER}))",
    re.IGNORECASE,
)
_STAGE = re.compile(r"\b(?:di\s+)?(gudang|kpu|ppk|kecamatan|pps|desa|kelurahan|tps)\b", re.IGNORECASE)
_FULL = re.compile(r"\b(?:lengkap|semua|seluruhnya)\b", re.IGNORECASE)
_FILLERS = frozenset(
    "kotak suara surat buah lembar sudah telah tiba sampai diterima ada di ke pada dan pukul jam pkl yang dari".split()
)
_STAGES = {
    "gudang": Kind.GUDANG,
    "kpu": Kind.GUDANG,
    "ppk": Kind.PPK,
    "kecamatan": Kind.PPK,
    "pps": Kind.PPS,
    "desa": Kind.PPS,
    "kelurahan": Kind.PPS,
    "tps": Kind.TPS,
}


def read(text: str) -> StockLine:
    """Read one line. Raises Refused when no number of goods stands in it."""
    place, rest = _split(text.strip())
    said, rest = _take(_SOURCE, rest)
    source = said[0].strip(" .") if said else ""
    spoilt: dict[str, int] = {}
    while True:
        found, rest = _take(_SPOILT, rest)
        if not found:
            break
        word = (found[1] or found[2]).lower()
        spoilt[word] = _whole(found[0] or found[3])
    hour, rest = _take(_HOUR, rest)
    counted, rest = _take(_OF, rest)
    stage, rest = _take(_STAGE, rest)
    full, rest = _take(_FULL, rest)
    if not counted:
        counted, rest = _take(re.compile(rf"(?<![\w.])({_NUMBER})(?![\w.]*\d)"), rest)
    if not counted and full is None:
        raise errors.Refused(N_("Tulis jumlahnya, misalnya “410 kotak tiba 16.30, 2 rusak, sumber camat”."))
    return StockLine(
        place=place,
        stage=_STAGES[stage[0].lower()] if stage else None,
        count=_whole(counted[0]) if counted else None,
        total=_whole(counted[1]) if counted and len(counted) > 1 else None,
        short=spoilt.get("kurang"),
        damaged=spoilt.get("rusak"),
        wet=spoilt.get("basah"),
        hour=hours.parse_hour(hour[0]) if hour else None,
        source=source or _left(rest),
        is_full=full is not None and not counted,
    )


def _split(text: str) -> tuple[str, str]:
    """The place before a colon, and the rest; a colon within an hour parts nothing."""
    match = re.match(r"\s*([^:\d]*[^:\d\s])\s*:\s*(.*)$", text, re.DOTALL)
    return (match[1].strip(), match[2]) if match and "sumber" not in match[1].lower() else ("", text)


def _take(pattern: re.Pattern[str], text: str) -> tuple[tuple[str, ...] | None, str]:
    """The groups of the first match, and the text without it."""
    match = pattern.search(text)
    if match is None:
        return None, text
    return match.groups(), f"{text[: match.start()]} , {text[match.end() :]}"


def _left(rest: str) -> str:
    """Words that are left and say nothing of the goods: who told it."""
    words = [word.strip(".") for word in re.split(r"[\s,;:]+", rest)]
    return " ".join(word for word in words if word and word.lower() not in _FILLERS and not word.isdigit())


def _whole(text: str) -> int:
    return int(text.replace(".", ""))
