# SPDX-License-Identifier: Apache-2.0
"""Codes of items: for ever the same, one for each phase (`org.kpps`, `org.kpps@h`) and race (`log.suara.dpr`)."""

import re
from collections.abc import Container

from desk_app.domain import elections
from desk_app.domain.checklists.items import Question

_CODE = re.compile(r"[a-z0-9_]+(?:\.[a-z0-9_]+)*")


def is_code(text: str) -> bool:
    """Whether a question may be called so."""
    return _CODE.fullmatch(text) is not None


def in_phase(question: Question, phase: int) -> str:
    """The code of a question in one phase."""
    return question.code if phase == question.home else f"{question.code}@{elections.day_words(phase).lower()}"


def of_question(question: Question) -> tuple[str, ...]:
    """The codes of a question in all its phases."""
    return tuple(in_phase(question, phase) for phase in question.phases)


def new(chapter: str, label: str, taken: Container[str]) -> str:
    """A code for a new question after its words, one that no version ever used."""
    words = re.findall(r"[a-z0-9]+", label.casefold())
    stem = f"{chapter}.{'_'.join(words[:2])[:16] or 'butir'}"
    code, number = stem, 1
    while code in taken:
        number += 1
        code = f"{stem}_{number}"
    return code
