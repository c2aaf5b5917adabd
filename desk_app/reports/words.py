# SPDX-License-Identifier: Apache-2.0
"""Dates, hours, numbers and amounts as an Indonesian office writes them; always Indonesian."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

LOCALE = "id"
NO_BREAK = "\u00a0"

BLANK_NUMBER = "." * 24
"""The line left for a number that the office's agenda gives."""


def long_date(day: date) -> str:
    """`13 Februari 2024`."""
    return _date(day, "d MMMM y")


def short_date(day: date) -> str:
    """`13-02-2024`, for narrow columns."""
    return day.strftime("%d-%m-%Y")


def day_name(day: date) -> str:
    """`Selasa`."""
    return _date(day, "EEEE")


def full_date(day: date) -> str:
    """`Selasa, 13 Februari 2024`."""
    return _date(day, "EEEE, d MMMM y")


def blank_date(day: date) -> str:
    """The date with the day left open for the pen: `      Februari 2024`."""
    return NO_BREAK * 6 + _date(day, "MMMM y")


def spelled_date(day: date) -> str:
    """As a berita acara begins: `Selasa, tanggal tiga belas bulan Februari tahun dua ribu …`."""
    return f"{day_name(day)}, tanggal {terbilang(day.day)} bulan {_date(day, 'MMMM')} tahun {terbilang(day.year)}"


def hour(moment: datetime) -> str:
    """`16.00`, for columns."""
    return moment.strftime("%H.%M")


def clock(moment: datetime, zone: str) -> str:
    """`pukul 16.00 WITA`; `moment` is already in that zone."""
    return f"pukul{NO_BREAK}{hour(moment)}{NO_BREAK}{zone}"


def moment(when: datetime, zone: str) -> str:
    """`13 Februari 2024 pukul 16.00 WITA`."""
    return f"{long_date(when)} {clock(when, zone)}"


def period(start: datetime, end: datetime, zone: str) -> str:
    """`12 Februari 2024 pukul 15.00 s.d. 13 Februari 2024 pukul 15.00 WITA`; one date when it is one day."""
    if start.date() == end.date():
        return f"{long_date(start)} pukul{NO_BREAK}{hour(start)} s.d. {hour(end)}{NO_BREAK}{zone}"
    return f"{long_date(start)} pukul{NO_BREAK}{hour(start)} s.d. {moment(end, zone)}"


def number(value: int) -> str:
    """`1.146`."""
    from babel import numbers

    return numbers.format_decimal(value, locale=LOCALE)


def share(part: int, whole: int, places: int = 2) -> str:
    """`part` of `whole` in per cent, without the sign, `5,25`; a dash where there is no whole.

    Rounded half up, but never to 100 while something is missing, nor to 0 while something is there.
    """
    if whole <= 0:
        return "–"
    from babel import numbers

    step = Decimal(1).scaleb(-places)
    value = (Decimal(part) * 100 / Decimal(whole)).quantize(step, ROUND_HALF_UP)
    if part < whole and value >= 100:
        value = 100 - step
    if part > 0 and value <= 0:
        value = step
    return numbers.format_decimal(value, format="#,##0." + "0" * places, locale=LOCALE)


def percent(part: int, whole: int, places: int = 2) -> str:
    """`5,25 %`; a dash where there is no whole."""
    text = share(part, whole, places)
    return text if text == "–" else f"{text}{NO_BREAK}%"


def terbilang(value: int) -> str:
    """A number in words: `seribu seratus empat puluh enam`."""
    import num2words

    return str(num2words.num2words(value, lang=LOCALE))


def roman(value: int) -> str:
    """A number of a chapter or an annex in Roman: `IV`."""
    from desk_app.domain import teams

    return teams.roman(value)


def counted(value: int) -> str:
    """A number with its words beside it: `5 (lima)`."""
    return f"{number(value)} ({terbilang(value)})"


def listed(names: tuple[str, ...] | list[str]) -> str:
    """`Tempe`, `Tempe dan Belawa`, `Tempe, Belawa, dan Keera`."""
    if len(names) < 3:
        return " dan ".join(names)
    return ", ".join(names[:-1]) + ", dan " + names[-1]


def _date(day: date, pattern: str) -> str:
    from babel import dates

    return dates.format_date(day, pattern, locale=LOCALE)
