# SPDX-License-Identifier: Apache-2.0
"""What stands on the ballot of a race: numbers as they are typed, what each stands for, and a list that is pasted.

A race is by pairs (governor, regent, president), by persons (DPD) or by parties (the three parliaments). A race of one
pair has the empty column beside it, under the number 0.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from desk_app.domain import errors
from desk_app.domain.counts.lines import Candidate, CandidateKind
from desk_app.domain.words import N_

EMPTY_CODE, OWN = "0", ".0"
"""The number of the empty column, and the end of the code of what a party itself was given."""

EMPTY_NAME = N_("Kolom kosong")

LONGEST_NAME = 240

PARTIES = frozenset({"dpr", "dprd_prov", "dprd_kab"})
PERSONS = frozenset({"dpd"})
"""Races by the codes that events give them; every other race is by pairs."""

KIND_LABELS: dict[CandidateKind, str] = {
    CandidateKind.PAIR: N_("Pasangan calon"),
    CandidateKind.EMPTY: N_("Kolom kosong"),
    CandidateKind.PARTY: N_("Partai politik"),
    CandidateKind.PERSON: N_("Calon"),
}

_CODE = re.compile(r"(?P<first>\d{1,3})(?:\s*\.\s*(?P<second>\d{1,3}))?", re.ASCII)
_LINE = re.compile(
    r"\s*(?:no(?:mor)?\.?\s*(?:urut\s*)?)?"
    r"(?P<code>\d{1,3}(?:\.\d{1,3})?)\s*(?:[.):;,|\t–—-]+\s*|\s+)(?P<name>\S.*)",
    re.ASCII | re.IGNORECASE,
)


class Listed(NamedTuple):
    """One line of a list of candidates."""

    code: str
    name: str


def shape_of(race: str) -> CandidateKind:
    """What the lines of a race stand for: pairs, persons, or parties."""
    if race in PARTIES:
        return CandidateKind.PARTY
    return CandidateKind.PERSON if race in PERSONS else CandidateKind.PAIR


def parse_code(text: str) -> str:
    """Read a number: "1", "03", "0" for the empty column, "3.2" the second candidate of party 3. Raises Refused."""
    found = _CODE.fullmatch(text.strip())
    if found is None:
        raise errors.Refused(
            N_("“{text}” bukan nomor urut. Tulis misalnya 1, atau 3.2 untuk calon nomor 2 dari partai nomor 3."),
            text=text.strip(),
        )
    first, second = int(found["first"]), found["second"]
    if second is None:
        return str(first)
    if first == 0 or int(second) == 0:
        raise errors.Refused(
            N_("Nomor {text} tidak ditulis: suara untuk partai sendiri ada dengan sendirinya."), text=text.strip()
        )
    return f"{first}.{int(second)}"


def kind_of(race: str, code: str) -> CandidateKind:
    """What a number stands for in a race. Raises Refused where the race has no such number."""
    shape = shape_of(race)
    if "." in code:
        if shape is not CandidateKind.PARTY:
            raise errors.Refused(
                N_("Nomor {code}: hanya pemilihan dengan partai memakai nomor bertitik."), code=code
            )
        return CandidateKind.PERSON
    if code == EMPTY_CODE:
        if shape is not CandidateKind.PAIR:
            raise errors.Refused(N_("Nomor 0 adalah kolom kosong; itu hanya ada pada calon tunggal."))
        return CandidateKind.EMPTY
    return shape


def party_of(code: str) -> str:
    """The number of the party of a code: "3" of "3.2"."""
    return code.partition(".")[0]


def read_list(text: str, taken: Iterable[str] = ()) -> tuple[Listed, ...]:
    """Read a pasted list, one a line: "1 Andi – Budi", "2. Citra", or names alone. Raises Refused.

    Names alone get the numbers that follow those in the list and `taken`. Empty lines are left out.
    """
    found: list[Listed] = []
    last = max((int(code) for code in taken if "." not in code), default=0)
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        read = _LINE.fullmatch(" ".join(line.split()))
        code = parse_code(read["code"]) if read is not None else str(last + 1)
        name = " ".join((read["name"] if read is not None else line).split())
        if not any(letter.isalpha() for letter in name):
            raise errors.Refused(
                N_("Baris {number}: “{text}” tanpa nama. Tulis seperti 1 Andi – Budi."),
                number=number,
                text=line.strip(),
            )
        if any(code == one.code for one in found):
            raise errors.Refused(N_("Baris {number}: nomor {code} sudah ada di atasnya."), number=number, code=code)
        if "." not in code:
            last = int(code)
        found.append(Listed(code, name))
    if not found:
        raise errors.Refused(N_("Tempel daftarnya dahulu, satu calon per baris."))
    return tuple(found)


def check(race: str, held: Sequence[Candidate]) -> None:
    """See that what would stand on a ballot can stand there together. Raises Refused.

    A number may stand twice only for different kecamatan (the electoral districts of a parliament).
    """
    codes = {one.code for one in held}
    if EMPTY_CODE in codes and codes - {EMPTY_CODE, "1"}:
        raise errors.Refused(
            N_("Kolom kosong hanya ada pada calon tunggal. Hapus dahulu pasangan calon lain, atau hapus kolom kosong.")
        )
    for one in held:
        if shape_of(race) is CandidateKind.PARTY and "." in one.code and party_of(one.code) not in codes:
            raise errors.Refused(
                N_("Isi dahulu partai nomor {party}, lalu calon {code}."), party=party_of(one.code), code=one.code
            )
    by_code: dict[str, list[Candidate]] = {}
    for one in held:
        for other in by_code.setdefault(one.code, []):
            if meet(one.districts, other.districts):
                raise held_already(other)
        by_code[one.code].append(one)


def held_already(one: Candidate) -> errors.Refused:
    """The refusal of a number that somebody holds."""
    if one.districts:
        return errors.Refused(
            N_("Nomor {code} sudah dipakai {name} di kecamatan yang sama."), code=one.code, name=one.name
        )
    return errors.Refused(N_("Nomor {code} sudah dipakai {name}."), code=one.code, name=one.name)


def meet(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether there is a kecamatan in both; none named is all of them."""
    return not one or not other or bool(set(one) & set(other))


def stands_in(candidate: Candidate, district: str) -> bool:
    """Whether a candidate is on the ballot of a kecamatan."""
    return not candidate.districts or district in candidate.districts


def numbered(race: str, pairs: int | None) -> tuple[Candidate, ...]:
    """The lines of a race of which only the number of pairs is known; one pair stands against the empty column."""
    if not pairs or shape_of(race) is not CandidateKind.PAIR:
        return ()
    found = tuple(
        Candidate(str(no), f"Pasangan calon nomor {no}", CandidateKind.PAIR) for no in range(1, pairs + 1)
    )
    return (*found, Candidate(EMPTY_CODE, EMPTY_NAME, CandidateKind.EMPTY)) if pairs == 1 else found


def with_own_votes(found: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """In the order of the ballot; a party of which candidates stand has a line for its own votes before them."""
    held = list(found)
    names = {one.code: one for one in held if one.kind is CandidateKind.PARTY}
    parties = {party_of(one.code) for one in held if "." in one.code}
    made = [
        Candidate(party + OWN, names[party].name, CandidateKind.PERSON, names[party].districts)
        for party in parties
        if party in names
    ]
    return tuple(sorted([*held, *made], key=lambda one: (one.order, one.districts)))
