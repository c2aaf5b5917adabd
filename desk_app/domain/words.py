# SPDX-License-Identifier: Apache-2.0
"""Marks the words of the domain for translation.

Indonesian is the msgid; whoever shows a text translates it (`desk_app.base.text`). The domain only marks.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


def N_(text: str) -> str:  # noqa: N802 - the usual name of the mark
    """Return `text` unchanged; the name lets the message extractor find it."""
    return text


@dataclass(frozen=True, slots=True)
class Phrase:
    """A sentence for the user which carries its figures: a msgid with `str.format` names, and their values.

    `str(phrase)` is the Indonesian, `render` gives it in the language of the window. A value may be a phrase.
    """

    message: str
    params: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        return self.message.format(**self.params) if self.params else self.message


def phrase(message: str, **params: object) -> Phrase:
    """Make a phrase of a marked msgid and its values."""
    return Phrase(message, params)


def render(message: str, params: Mapping[str, object], translate: Callable[[str], str]) -> str:
    """Write a phrase or a refusal (`x.message, x.params`) in another language, phrases in it too."""
    values = {
        name: render(value.message, value.params, translate) if isinstance(value, Phrase) else value
        for name, value in params.items()
    }
    return translate(message).format(**values) if values else translate(message)


def dotted(number: int) -> str:
    """A number as offices write it: 12.345."""
    return f"{number:,}".replace(",", ".")
