# SPDX-License-Identifier: Apache-2.0
"""What a checklist is made of: a template as its author writes it, and its items as a place is asked them.

A *question* is written once and may be asked in several phases and for each race; every one of these is an *item*
with a code of its own, by which answers name it for ever.
"""

from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain.checklists.conditions import Condition
from desk_app.domain.checklists.rules import Rule
from desk_app.domain.elections import EventKind
from desk_app.domain.places import Kind
from desk_app.domain.words import N_


class ItemKind(StrEnum):
    """How an item is answered."""

    YES_NO = "yesno"
    NUMBER = "number"
    CHOICE = "choice"
    TEXT = "text"
    MOMENT = "moment"
    PHOTO = "photo"


KIND_LABELS: dict[ItemKind, str] = {
    ItemKind.YES_NO: N_("Sudah / Belum / Tidak perlu"),
    ItemKind.NUMBER: N_("Jumlah"),
    ItemKind.CHOICE: N_("Pilihan"),
    ItemKind.TEXT: N_("Teks"),
    ItemKind.MOMENT: N_("Tanggal dan jam"),
    ItemKind.PHOTO: N_("Foto"),
}

UNITS = (N_("buah"), N_("lembar"), N_("keping"), N_("botol"), N_("set"), N_("orang"), N_("TPS"))
"""What things are counted in, to choose from; an office may write another word."""

BAD = "!"
"""A choice that begins with it is an answer that shows something wrong; it is no part of the answer."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many are needed, as a formula; `assumed` marks common practice that the office checks with its KPU list."""

    formula: str
    assumed: bool = False


Quantities = tuple[tuple[EventKind, Quantity], ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One line of a template as it is written.

    `phases` are days from voting day (-1 is H-1); in the phase `home` the item has the plain code, in each other one
    a mark (`org.kpps@h`), so that an answer of yesterday never passes for one of today. `since`: answers given under
    an older version of the checklist are looked at again.
    """

    code: str
    label: str
    label_en: str
    phases: tuple[int, ...]
    home: int
    kind: ItemKind = ItemKind.YES_NO
    unit: str = ""
    required: bool = False
    places: tuple[Kind, ...] = (Kind.TPS,)
    quantities: Quantities = ()
    per_race: bool = False
    choices: tuple[str, ...] = ()
    condition: str = ""
    since: int = 0


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading and its questions."""

    code: str
    label: str
    label_en: str
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """A template as its author writes it; `phases` empty: those of the election. Labels are its own words."""

    code: str
    version: int
    label: str
    label_en: str
    chapters: tuple[Chapter, ...] = ()
    rules: tuple[Rule, ...] = ()
    phases: tuple[int, ...] = ()

    @property
    def questions(self) -> tuple[Question, ...]:
        """All questions in order."""
        return tuple(question for chapter in self.chapters for question in chapter.questions)


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a checklist in one phase. `race` is set by `for_event`, `no`, the number on the page, by `items_for`.

    An answer given under a version below `minimum` is to be looked at again.
    """

    code: str
    label: str
    label_en: str
    section: str
    kind: ItemKind = ItemKind.YES_NO
    unit: str = ""
    phase: int = 0
    required: bool = False
    places: tuple[Kind, ...] = (Kind.TPS,)
    quantities: Quantities = ()
    per_race: bool = False
    race: str = ""
    no: int = 0
    choices: tuple[str, ...] = ()
    condition: Condition | None = None
    minimum: int = 0

    @property
    def options(self) -> tuple[str, ...]:
        """What can be chosen, without the mark of a bad one."""
        return tuple(one.removeprefix(BAD) for one in self.choices)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and its items."""

    code: str
    label: str
    label_en: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A checklist at one version; `label` and `label_en` are its own words, not msgids."""

    code: str
    version: int
    label: str
    label_en: str
    sections: tuple[Section, ...]
    rules: tuple[Rule, ...] = ()
    phases: tuple[int, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        """All items in order."""
        return tuple(item for section in self.sections for item in section.items)
