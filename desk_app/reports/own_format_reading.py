# SPDX-License-Identifier: Apache-2.0
"""What was found in a form of the office's own while it was filled: the fields it uses, and what is wrong with some."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Problem:
    """A field that is not known, or one that repeats outside of a row: its name, and the text around it."""

    name: str
    around: str
    repeats: bool = False


@dataclass
class Reading:
    """What was found in the texts of a form: the names they use, and those that are not known."""

    used: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
