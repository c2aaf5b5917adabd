# SPDX-License-Identifier: Apache-2.0
"""The lines of a C.HASIL in the order of the form, for one race of one event (domain.md §4.1).

A line has a code that never changes: `registered_l`, `received`, `valid`; votes are `v1`, `v2` by the number on the
ballot, `v0` the empty column of a single candidate. In a race by party `v3` is all that party 3 has; where its
candidates are copied too, `v3.0` is the party's own and `v3.1` its first candidate.
"""

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain.elections import Event, VoterClass
from desk_app.domain.words import N_, Phrase, phrase


class Block(StrEnum):
    """The parts of the form, in its order."""

    VOTERS = "pemilih"
    BALLOTS = "surat_suara"
    DISABLED = "disabilitas"
    VOTES = "perolehan"
    SUMS = "jumlah"


BLOCK_LABELS: dict[Block, str] = {
    Block.VOTERS: N_("I. Data pemilih dan pengguna hak pilih"),
    Block.BALLOTS: N_("II. Data penggunaan surat suara"),
    Block.DISABLED: N_("III. Data pemilih disabilitas"),
    Block.VOTES: N_("IV. Perolehan suara"),
    Block.SUMS: N_("V. Suara sah dan tidak sah"),
}


class Sex(StrEnum):
    """The three columns of a line that is told by sex."""

    MEN = "l"
    WOMEN = "p"
    BOTH = "j"


class CandidateKind(StrEnum):
    """What one line of votes stands for."""

    PAIR = "paslon"
    EMPTY = "kolom_kosong"
    PARTY = "partai"
    PERSON = "calon"


@dataclass(frozen=True, slots=True)
class Candidate:
    """One line of votes. `code`: "1", "0" for the empty column, "3" a party, "3.2" its second candidate.

    `districts`: codes of the kecamatan where it stands (an electoral district of a parliament); empty: everywhere.
    """

    code: str
    name: str
    kind: CandidateKind
    districts: tuple[str, ...] = ()
    record: int | None = None
    short: str = ""

    @property
    def line(self) -> str:
        """The code of its line of votes."""
        return VOTES + self.code

    @property
    def order(self) -> tuple[int, ...]:
        """The empty column stands last, everything else by its numbers."""
        numbers = tuple(int(part) for part in self.code.split("."))
        return (1 << 20,) if self.kind is CandidateKind.EMPTY else numbers


@dataclass(frozen=True, slots=True)
class Line:
    """One figure to copy. `row` joins the columns L, P and J of a line; without what is `needed` no form is whole."""

    code: str
    block: Block
    label: Phrase
    row: str
    sex: Sex | None = None
    needed: bool = True


VOTES = "v"
VALID, INVALID, TOTAL = "valid", "invalid", "total"
RECEIVED, USED, SPOILED, UNUSED = "received", "used", "spoiled", "unused"
VOTERS, USERS, DISABLED = "dpt", "users", "disabled"
CLASSES: tuple[VoterClass, ...] = (VoterClass.REGISTERED, VoterClass.TRANSFERRED, VoterClass.UNREGISTERED)
ROWS: tuple[str, ...] = (VOTERS, *(one.value for one in CLASSES), USERS)
"""The rows of block I by their codes: voters of the DPT, users of each class, users in all."""

MOST = 99_999
"""No line of one TPS has more; a law has 800 voters a TPS at most (domain.md §2.1)."""


def by_sex(row: str, sex: Sex) -> str:
    """The code of one column of a row: `users_j`."""
    return f"{row}_{sex.value}"


def is_votes(code: str) -> bool:
    """Whether a line is of votes for somebody."""
    return code.startswith(VOTES) and code[1:2].isdigit()


def is_result(code: str) -> bool:
    """Whether a line says how was voted: votes, valid, invalid, both."""
    return code in (VALID, INVALID, TOTAL) or is_votes(code)


def is_part(code: str) -> bool:
    """Whether a line of votes is a part of its party's: `v3.1`."""
    return is_votes(code) and "." in code


@functools.lru_cache(maxsize=256)
def form(event_labels: tuple[tuple[VoterClass, str], ...], candidates: tuple[Candidate, ...], brief: bool) -> tuple[
    Line, ...
]:
    """The lines in the order of the form. `brief`: the sums J alone, without L and P and without block III."""
    labels = dict(event_labels)
    made: list[Line] = []

    def row(code: str, block: Block, label: Phrase) -> None:
        for sex in (Sex.BOTH,) if brief else (Sex.MEN, Sex.WOMEN, Sex.BOTH):
            made.append(Line(by_sex(code, sex), block, label, code, sex))

    row(VOTERS, Block.VOTERS, phrase(N_("A. Pemilih dalam DPT")))
    for no, one in enumerate(CLASSES, 1):
        label = phrase(N_("B.{no} Pengguna hak pilih {voters}"), no=no, voters=labels[one])
        row(one.value, Block.VOTERS, label)
    row(USERS, Block.VOTERS, phrase(N_("B.4 Jumlah pengguna hak pilih")))
    for code, words in (
        (RECEIVED, N_("1. Diterima, termasuk cadangan")),
        (USED, N_("2. Digunakan")),
        (SPOILED, N_("3. Dikembalikan karena rusak atau keliru coblos")),
        (UNUSED, N_("4. Tidak digunakan, termasuk sisa cadangan")),
    ):
        made.append(Line(code, Block.BALLOTS, phrase(words), code))
    if not brief:
        row(DISABLED, Block.DISABLED, phrase(N_("Pemilih disabilitas")))
    for candidate in candidates:
        made.append(Line(candidate.line, Block.VOTES, candidate_label(candidate), candidate.line))
    for code, words in (
        (VALID, N_("Jumlah suara sah")),
        (INVALID, N_("Suara tidak sah")),
        (TOTAL, N_("Suara sah dan tidak sah")),
    ):
        made.append(Line(code, Block.SUMS, phrase(words), code))
    return tuple(made)


def candidate_label(candidate: Candidate) -> Phrase:
    """How a line of votes is called on the form and in tables."""
    match candidate.kind:
        case CandidateKind.EMPTY:
            return phrase(N_("Kolom kosong"))
        case CandidateKind.PERSON if candidate.code.endswith(".0"):
            return phrase(N_("{no} Suara partai"), no=candidate.code.partition(".")[0])
        case _:
            return phrase(N_("{no}. {name}"), no=candidate.code, name=candidate.name)


def lines_of(event: Event, candidates: Sequence[Candidate], brief: bool = False) -> tuple[Line, ...]:
    """The lines of a race of an event at a TPS for which these candidates stand, in the order of the form."""
    labels = tuple((one, event.voter_classes[one].short) for one in CLASSES)
    return form(labels, tuple(sorted(candidates, key=lambda one: one.order)), brief)


def whole(lines: Sequence[Line], figures: Mapping[str, int]) -> bool:
    """Whether every line that is needed has been read; what was not read is never zero (domain.md §4.2)."""
    return all(line.code in figures for line in lines if line.needed)


def votes_whole(lines: Sequence[Line], figures: Mapping[str, int]) -> bool:
    """Whether the votes of every candidate were read: some of them alone would say something wrong."""
    asked = [line.code for line in lines if line.block is Block.VOTES and line.needed]
    return bool(asked) and all(code in figures for code in asked)
