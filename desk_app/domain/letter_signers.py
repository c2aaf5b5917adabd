# SPDX-License-Identifier: Apache-2.0
"""Who signs the letter of whom: an office's own rule, a line for each, the highest first.

`Sekretaris Daerah; Kepala Dinas; IV/c = Bupati` — a word before the sign is the beginning of an office, or a grade
(that one and those above it), or "lainnya" for everybody; behind it stands the office of who signs.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from desk_app.domain import errors
from desk_app.domain.words import N_

OTHERS = "lainnya"

_GRADE = re.compile(r"\b(IV|I{1,3})(?:/([a-e]))?\b")
_LETTERS = "abcde"
_ACTING = ("pj.", "pjs.", "plt.", "plh.")
_STEPS = {"I": 0, "II": 10, "III": 20, "IV": 30}


@dataclass(frozen=True, slots=True)
class Rule:
    """`whom`: beginnings of offices, grades, or `OTHERS`; `signer`: the office of who signs."""

    whom: tuple[str, ...]
    signer: str


def parse(text: str) -> tuple[Rule, ...]:
    """The rules that were typed, one a line. Raises Refused for a line that is none."""
    found = []
    for line in text.splitlines():
        if not line.strip():
            continue
        left, sign, right = line.partition("=")
        whom = tuple(" ".join(word.split()) for word in left.split(";") if word.strip())
        if not sign or not whom or not right.strip():
            raise errors.Refused(
                N_("“{text}” bukan aturan penanda tangan. Tulis seperti: Kepala Dinas; IV/c = Bupati."),
                text=line.strip(),
            )
        found.append(Rule(whom, " ".join(right.split())))
    return tuple(found)


def signer_for(rules: Iterable[Rule], sent: Iterable[tuple[str, str]]) -> str:
    """The office of who signs a letter for these (office, rank); "" where no rule speaks of any of them.

    The first rule that means one of them: a letter for several is signed by who signs for the highest.
    """
    listed = list(sent)
    for rule in rules:
        if any(_means(word, office, rank) for word in rule.whom for office, rank in listed):
            return rule.signer
    return ""


def is_of(office: str, signer: str) -> bool:
    """Whether an office is the one that a rule names: "Pj. Bupati Wajo" is "Bupati"."""
    return _plain(office).startswith(_plain(signer)) if _plain(signer) else False


def _means(word: str, office: str, rank: str) -> bool:
    if word.casefold() == OTHERS:
        return True
    grade = _GRADE.fullmatch(word)
    if grade is None:
        return _plain(office).startswith(_plain(word))
    held = _GRADE.search(rank)
    return held is not None and _height(held) >= _height(grade)


def _height(grade: re.Match[str]) -> int:
    return _STEPS[grade[1]] + (_LETTERS.index(grade[2]) if grade[2] else 0)


def _plain(office: str) -> str:
    words = office.casefold().split()
    return " ".join(words[1:] if words and words[0] in _ACTING else words)
