# SPDX-License-Identifier: Apache-2.0
"""A recap as it is said in one line: "Tempe 170 dari 178 TPS buka, 07.30, camat"."""

import re
from dataclasses import dataclass

from desk_app.domain import errors
from desk_app.domain.words import N_

_COUNT = re.compile(
    r"(?P<place>[^\W\d].*?\D)[\s:=]+(?P<count>\d[\d.]*)(?:\s*(?:dari|/|of)\s*(?P<total>\d[\d.]*))?(?![\d:])(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_HOUR = re.compile(
    r"(?:\b(?:pukul|jam|pkl)\.?\s*)?\b(?P<hour>\d{1,2})[.:](?P<minute>\d{2})\b(?:\s*(?:WIB|WITA|WIT)\b)?",
    re.IGNORECASE,
)
_SAID = re.compile(r"^(?:sumber|dari|menurut|oleh|lapor(?:an)?)\s*:?\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """The parts of the line: the place in words, the figures, what was counted, the minute of the day, the source."""

    place: str
    count: int
    total: int | None
    what: str
    minute: int | None
    source: str


def parse(text: str) -> Said:
    """Take a line apart; raises Refused when it holds no place and no number."""
    cleaned = " ".join(text.split())
    hour = _hour(cleaned)
    plain = cleaned
    if hour is not None:
        plain = f"{cleaned[: hour.start()]},{cleaned[hour.end() :]}"
    match = _COUNT.fullmatch(plain)
    if match is None:
        raise errors.Refused(
            N_("“{text}” bukan rekap. Tulis misalnya: Tempe 170 dari 178 TPS buka, 07.30, camat."), text=text
        )
    first, *others = [part.strip(" .;-") for part in re.split("[,;]", match["rest"])]
    what = re.sub(r"\bTPS\b", " ", first, flags=re.IGNORECASE)
    sources = [_SAID.sub("", part) for part in others if part]
    minute = int(hour["hour"]) * 60 + int(hour["minute"]) if hour is not None else None
    total = _number(match["total"]) if match["total"] else None
    place, counted = match["place"].strip(" :-"), _number(match["count"])
    return Said(place, counted, total, " ".join(what.split()), minute, ", ".join(sources))


def _hour(text: str) -> re.Match[str] | None:
    """The last hour of the line: a number of thousands ("1.120") has three digits after its dot."""
    found = [one for one in _HOUR.finditer(text) if int(one["hour"]) < 25 and int(one["minute"]) < 60]
    return found[-1] if found else None


def _number(text: str) -> int:
    return int(text.replace(".", ""))
