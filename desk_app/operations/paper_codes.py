# SPDX-License-Identifier: Apache-2.0
"""The *Kode pemeriksaan dokumen* of a paper in hand, typed or read from its QR: which paper it is, and if it counts.

What is on the screen then is compared with the paper by eye: title, number, signatory, moment of the data, figures, and
the file as it was issued. It is a check in this program, no electronic signature.
"""

from dataclasses import dataclass

from desk_app.data import printed_list
from desk_app.domain import errors, spoken, words
from desk_app.operations import printing_register
from desk_app.operations.desk import Desk
from desk_app.reports import key_figures

N_ = words.N_

LENGTH = 16


@dataclass(frozen=True, slots=True)
class Found:
    """The paper of a code. `is_last`: no later issue took its place; `newest`: the issue that counts now.

    `different`: figures of a QR that are not those of the register (as printed, as known); `mistyped`: the code stands
    in the register with one other letter.
    """

    line: printing_register.Line
    newest: printing_register.Line
    different: tuple[tuple[str, str], ...] = ()
    mistyped: bool = False

    @property
    def is_last(self) -> bool:
        return self.line.paper.no == self.newest.paper.no

    @property
    def words(self) -> words.Phrase:
        """What to tell of it first."""
        if self.different:
            return words.phrase(N_("Angka pada QR tidak sama dengan daftar: periksa naskah ini baris demi baris."))
        if not self.is_last:
            said = N_("Naskah ini sudah digantikan oleh naskah berkode {code}.")
            return words.phrase(said, code=self.newest.paper.code)
        return words.phrase(N_("Naskah ini terbitan terakhir yang dicatat kantor ini."))


def find(desk: Desk, typed: str) -> Found:
    """The paper of a code, small letters, spaces and dashes as one likes, or of what a QR holds.

    Raises Refused for what is no code, NotFound for one that is not in the register; where one letter alone is
    another, that paper is found and `mistyped`.
    """
    text, figures = key_figures.read(typed)
    code = _plain(text)
    if len(code) != LENGTH:
        raise errors.Refused(
            N_("Kode pemeriksaan terdiri dari {wanted} huruf dan angka; yang diketik {given}."),
            wanted=LENGTH,
            given=len(code),
        )
    with desk.reading() as connection:
        known = printed_list.coded(connection)
    same = [no for other, no in known if _plain(other) == code]
    near = [] if same else list(dict.fromkeys(no for other, no in known if _differing(_plain(other), code) == 1))
    if not same and len(near) != 1:
        wrong = [letter for letter in code if letter not in spoken.ALPHABET]
        if wrong:
            raise errors.Refused(
                N_("Huruf “{letter}” tidak dipakai dalam kode. Periksa kembali pada lembarnya."), letter=wrong[0]
            )
        raise errors.NotFound(
            N_(
                "Kode ini tidak ada dalam daftar naskah final kantor ini: naskahnya konsep, dari kantor lain, atau "
                "sudah diubah."
            )
        )
    line = printing_register.line(desk, (same or near)[0])
    newest, seen = line, {line.paper.no}
    while newest.replaced_by and newest.replaced_by not in seen:
        seen.add(newest.replaced_by)
        newest = printing_register.line(desk, newest.replaced_by)
    different = key_figures.different(figures, line.paper.figures) if figures else ()
    return Found(line, newest, different, not same)


def _plain(text: str) -> str:
    return "".join(letter for letter in text.upper() if letter.isalnum())


def _differing(one: str, other: str) -> int:
    if len(one) != len(other):
        return LENGTH
    return sum(letter != beside for letter, beside in zip(one, other, strict=True))
