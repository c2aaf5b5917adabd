# SPDX-License-Identifier: Apache-2.0
"""Known trouble: refusals in words that say what to do. Bugs are ordinary exceptions."""


class Refused(Exception):
    """A request that is declined for a reason the user can act on.

    `message` is the Indonesian msgid with `str.format` names, `params` their values;
    `str(refusal)` is the Indonesian sentence.
    """

    def __init__(self, message: str, **params: object) -> None:
        super().__init__(message, params)
        self.message = message
        self.params: dict[str, object] = params

    def __str__(self) -> str:
        return self.message.format(**self.params) if self.params else self.message

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.message, self.params)


class NotFound(Refused):
    """What was named does not exist (here)."""


class NotPermitted(Refused):
    """The operator or the office may not do this."""


class NeedsConsent(Refused):
    """What may be done, but not silently: it is done when asked for again with consent.

    The parameter `no` is the number of what was asked about, so that consent is not given to something else.
    """

    @property
    def no(self) -> int:
        number = self.params["no"]
        if not isinstance(number, int):
            raise TypeError("consent to what?")
        return number


class Damaged(Refused):
    """A file is cut short, altered, or not what it says it is."""


def _rebuild(kind: type[Refused], message: str, params: dict[str, object]) -> Refused:
    return kind(message, **params)
