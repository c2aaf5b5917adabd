# SPDX-License-Identifier: Apache-2.0
"""A TPS result told over the phone: the numbers of the paper in its order, and one number that checks them.

    73.13.06.1001-005#2#417#210#100#101#411#6#417#25219

The TPS, the number of the race, users, the votes of each in turn, valid, invalid, their sum, and the check. Who calls
has a paper and a phone and no program, so nothing is turned into letters: digits are what is read out well, and the
marks are those of the messages that witnesses have always sent (`#`, or spaces, or commas).

The check is what a calculator gives: each number times its place, added up: 1 × kabupaten (7313), 2 × kecamatan,
3 × village, 4 × TPS, 5 × race, 6 × users, 7 × the first votes ... It is told whole, not a remainder of it. A number
that is off by d changes the sum by d times its place, never by 0, so no single wrong digit and no two numbers
exchanged pass. Two neighbouring digits that change places at a border between place p and p+1 change it by
(p+1)·10^k - p times their difference, never 0 either. Where the sums of the paper tell which number must be wrong,
that one is named. Sums of the paper that do not hold are no reason to refuse it (`rules`).
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk_app.domain import errors, places
from desk_app.domain.counts import lines
from desk_app.domain.words import N_

USERS = lines.by_sex(lines.USERS, lines.Sex.BOTH)
UNREAD = "x"
"""Told for a number that cannot be read on the paper; never "kosong", which is how a zero is read out."""

_SUMS = (lines.VALID, lines.INVALID, lines.TOTAL)
_FIRST = 6
"""The place of the first number copied from the paper; the places before it are the TPS and the race."""

_PLACE = re.compile(
    r"\s*(?:TPS\s*)?(?:(?:(?P<regency>\d\d[. ]?\d\d)[. ]?)?(?P<district>\d\d)[. ]?)?(?P<village>\d{4})"
    r"(?:(?P<fused>\d{3})|(?:\s*[-.]\s*|\s+)(?:TPS\s*)?(?P<number>\d{1,3}))(?=[#\s,;*/|]|$)",
    re.ASCII | re.IGNORECASE,
)
_MARKS = re.compile(r"[#\s,;*/|]+")
_NUMBER = re.compile(r"\d{1,6}|\d{1,3}\.\d{3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Told:
    """What a code says. `votes`: in the order of the form; None: told as not to be read.

    `checked`: its check fitted; otherwise it was read back to the caller instead.
    """

    subject: str
    race: str
    users: int | None
    votes: tuple[int | None, ...]
    sums: tuple[int | None, ...]
    checked: bool

    def figures(self, form: Sequence[lines.Line]) -> dict[str, int]:
        """The figures by their lines; raises Refused when the race has not so many lines of votes."""
        codes = order(form)
        told = (self.users, *self.votes, *self.sums)
        if len(told) != len(codes):
            raise errors.Refused(
                N_("Kode ini memuat {given} perolehan suara, pada jenis pemilihan ini ada {wanted}."),
                given=len(self.votes),
                wanted=len(codes) - len(told) + len(self.votes),
            )
        return {code: value for code, value in zip(codes, told, strict=True) if value is not None}


def order(form: Sequence[lines.Line]) -> tuple[str, ...]:
    """The codes of the lines that are told, in the order in which they are told: that of the form."""
    votes = (line.code for line in form if lines.is_votes(line.code) and not lines.is_part(line.code))
    return (USERS, *votes, *_SUMS)


def worksheet(form: Sequence[lines.Line]) -> tuple[tuple[str, int], ...]:
    """By how much each line is multiplied by who works out the check with a calculator."""
    return tuple((code, factor) for factor, code in enumerate(order(form), _FIRST))


def start(subject: str, races: Sequence[str], race: str) -> int:
    """What the TPS and the race add to the check: printed on a copy form, so that five products need not be made."""
    return _weighed(_heading(subject, races.index(race) + 1), 1)


def check_number(subject: str, races: Sequence[str], race: str, numbers: Sequence[int | None]) -> int:
    """The check of the numbers that are told of a TPS; one that cannot be read adds nothing."""
    return start(subject, races, race) + _weighed(numbers, _FIRST)


def encode(
    subject: str,
    races: Sequence[str],
    race: str,
    form: Sequence[lines.Line],
    figures: Mapping[str, int],
    near: str = "",
) -> str:
    """The code of a TPS. `near`: the region of the office that is called, which need not be read out to it."""
    numbers = [figures.get(code) for code in order(form)]
    place = subject.removeprefix(near + ".") if near else subject
    told = [UNREAD if number is None else str(number) for number in numbers]
    check = check_number(subject, races, race, numbers)
    return "#".join([place, str(races.index(race) + 1), *told, str(check)])


def decode(text: str, near: str, races: Sequence[str], *, read_back: bool = False) -> Told:
    """Read a code as it was told or sent; raises Refused, which says which part of it is wrong.

    `near`: the region of the office that listens, which completes the TPS. `read_back`: the caller worked out no
    check; each number was read back to him instead.
    """
    match = _PLACE.match(text)
    if match is None:
        raise errors.Refused(
            N_("Kode TPS tidak terbaca. Mulai dengan kecamatan, desa dan TPS, misalnya 06.1001-005#.")
        )
    subject = _subject(match, near)
    numbers = _numbers([part for part in _MARKS.split(text[match.end() :]) if part])
    check = None if read_back else numbers.pop() if numbers else None
    if len(numbers) < 2 + 1 + len(_SUMS) or (check is None and not read_back):
        raise errors.Refused(
            N_(
                "Kode ini kurang panjang. Setelah TPS harus ada nomor jenis pemilihan, jumlah pengguna, "
                "perolehan suara, sah, tidak sah, sah dan tidak sah, lalu angka pemeriksa."
            )
        )
    if check is not None and _weighed([*_heading(subject, numbers[0]), *numbers[1:]], 1) != check:
        raise _wrong(subject, numbers, check)
    race = numbers[0]
    if race is None or not 1 <= race <= len(races):
        raise errors.Refused(
            N_("Jenis pemilihan nomor {no} tidak ada; yang ada 1 sampai {most}."), no=race or 0, most=len(races)
        )
    users, votes, sums = numbers[1], numbers[2 : -len(_SUMS)], numbers[-len(_SUMS) :]
    return Told(subject, races[race - 1], users, tuple(votes), tuple(sums), not read_back)


def _subject(match: re.Match[str], near: str) -> str:
    district = places.district_of(near) if near != places.NATION else None
    regency = places.regency_of(near) if near != places.NATION else None
    if match["regency"]:
        digits = re.sub(r"\D", "", match["regency"])
        regency = f"{digits[:2]}.{digits[2:]}"
    if match["district"]:
        district = f"{regency}.{match['district']}" if regency else None
    if district is None:
        raise errors.Refused(
            N_("Tempat TPS ini belum lengkap. Minta juga angka kabupaten/kota dan kecamatannya, seperti 73.13.06.")
        )
    subject = places.station_subject(f"{district}.{match['village']}", int(match["fused"] or match["number"]))
    if not places.is_within(subject, near):
        raise errors.Refused(
            N_("TPS {subject} tidak di wilayah kantor ini ({near}). Periksa angka TPS-nya."), subject=subject, near=near
        )
    return subject


def _numbers(parts: Sequence[str]) -> list[int | None]:
    numbers: list[int | None] = []
    for no, part in enumerate(parts, 1):
        if part.lower() in (UNREAD, "-"):
            numbers.append(None)
        elif _NUMBER.fullmatch(part):
            numbers.append(int(part.replace(".", "")))
        else:
            raise errors.Refused(N_("Angka ke-{no} setelah TPS tidak terbaca: “{text}”."), no=no, text=part)
        value = numbers[-1]
        if no < len(parts) and value is not None and value > lines.MOST:
            raise errors.Refused(N_("Angka ke-{no} setelah TPS terlalu besar: {number}."), no=no, number=value)
    return numbers


def _heading(subject: str, race: int | None) -> list[int | None]:
    place = places.parse(subject)
    province, regency, district, village = place.code.split(".")
    return [int(province + regency), int(district), int(village), place.number, race]


def _weighed(numbers: Sequence[int | None], first: int) -> int:
    return sum(factor * (number or 0) for factor, number in enumerate(numbers, first))


def _wrong(subject: str, numbers: Sequence[int | None], check: int) -> errors.Refused:
    """What to say of numbers that do not fit; never the check that would fit, which would then be written down."""
    off = _weighed([*_heading(subject, numbers[0]), *numbers[1:]], 1) - check
    if not _sums_hold(numbers[2:]):
        mended = []
        for at, number in enumerate(numbers):
            factor = _FIRST - 1 + at
            if at > 1 and number is not None and off % factor == 0 and number >= off // factor:
                other = [*numbers[:at], number - off // factor, *numbers[at + 1 :]]
                if _sums_hold(other[2:]):
                    mended.append(at)
        if len(mended) == 1:
            return errors.Refused(
                N_("Angka pemeriksa tidak cocok. Tanyakan lagi angka ke-{no} setelah TPS, yang terdengar {number}."),
                no=mended[0] + 1,
                number=numbers[mended[0]],
            )
    return errors.Refused(
        N_("Angka pemeriksa tidak cocok: ada angka yang salah dengar. Minta semua angka dibacakan lagi.")
    )


def _sums_hold(numbers: Sequence[int | None]) -> bool:
    """Whether votes are together the valid ones, and these with the invalid ones their sum."""
    told = [number for number in numbers if number is not None]
    if len(told) < len(numbers):
        return False
    *votes, valid, invalid, total = told
    return sum(votes) == valid and valid + invalid == total
