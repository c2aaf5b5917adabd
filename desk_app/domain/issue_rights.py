# SPDX-License-Identifier: Apache-2.0
"""Who may do what with an issue: by the level in whose hands it is, and by the role of who is at the keyboard.

An issue is in the hands of one level. Passed on, it stays readable below, where follow-ups are still recorded; the
answer brings it back. A level above has a say in all that lies below it (`domain.md §1.2`).
"""

from dataclasses import dataclass

from desk_app.domain import errors, issues
from desk_app.domain.issues import State, Verb
from desk_app.domain.places import Level
from desk_app.domain.words import N_, phrase

REVIEWERS = frozenset(("admin", "verifikator", "pimpinan"))
"""Roles that look over what was typed; an operator types, conveys and follows up."""

REVIEWED = frozenset((Verb.VERIFY, Verb.TELL_SUPERVISOR, Verb.REOPEN))
REVIEWED_ENDS = frozenset((State.UNFOUNDED, State.OUT_OF_SCOPE))
"""What only reviewers say of an issue: it is so, it was nothing, it is not ours, Bawaslu is told, it is open again."""

HANDS = (Level.DISTRICT.value, Level.REGENCY.value, Level.PROVINCE.value, Level.NATION.value)
"""Levels through which an issue goes up."""

HANDS_LABELS: dict[str, str] = {
    Level.DISTRICT.value: N_("Kecamatan"),
    Level.REGENCY.value: N_("Kabupaten/kota"),
    Level.PROVINCE.value: N_("Provinsi"),
    Level.NATION.value: N_("Pusat"),
}

_GOES_TO = {Verb.TO_REGENCY: Level.REGENCY.value, Verb.FORWARD: Level.PROVINCE.value}


@dataclass(frozen=True, slots=True)
class Hands:
    """The level of this office, the one in whose hands the issue is, and the one that wrote it down first."""

    own: str
    handled_by: str
    origin: str

    @property
    def is_ours(self) -> bool:
        """Whether it is this level's turn."""
        return self.handled_by == self.own

    @property
    def is_above(self) -> bool:
        """Whether a level above has it."""
        return _rank(self.own) < _rank(self.handled_by)


def hands(own: str, handled_by: str | None, origin: str | None) -> Hands:
    """In whose hands an issue is; one from before levels were noted is in those of whoever looks."""
    held = handled_by if handled_by in HANDS else own
    return Hands(own, held, origin if origin in HANDS else held)


def offered(state: State, held: Hands, role: str) -> tuple[Verb, ...]:
    """What can be done here and now, in the order of the buttons."""
    return tuple(verb for verb in issues.verbs(state, is_from_below=_goes_back(held)) if _may(verb, held, role))


def require(verb: Verb, held: Hands, role: str, ending: State = State.DONE) -> None:
    """See that this office and this role may do it. Raises NotPermitted in words."""
    if not _has_role(verb, role, ending):
        raise errors.NotPermitted(
            N_("“{verb}” dilakukan oleh verifikator, pimpinan, atau admin."),
            verb=phrase(issues.STATE_LABELS[ending] if verb is Verb.CLOSE else issues.VERB_LABELS[verb]),
        )
    if not _may(verb, held, role):
        raise errors.NotPermitted(
            N_("Permasalahan ini sedang ditangani {level}. Catat tindak lanjut, atau tunggu jawabannya."),
            level=phrase(HANDS_LABELS[held.handled_by]),
        )


def may_delete(held: Hands, role: str, *, own: bool) -> bool:
    """Whether this office and this role may take an issue out of the register: `own`, who is there wrote it down."""
    return not held.is_above and (own or role in REVIEWERS)


def require_delete(held: Hands, role: str, *, own: bool) -> None:
    """See that it may be deleted. Raises NotPermitted in words."""
    if held.is_above:
        raise errors.NotPermitted(
            N_("Permasalahan ini sedang ditangani {level} dan tidak dapat dihapus di sini. Catat tindak lanjut saja."),
            level=phrase(HANDS_LABELS[held.handled_by]),
        )
    if not may_delete(held, role, own=own):
        raise errors.NotPermitted(
            N_("Permasalahan ini dihapus oleh pencatatnya, verifikator, pimpinan, atau admin."),
        )


def handed_to(verb: Verb, held: Hands) -> str:
    """In whose hands the issue is after a verb."""
    if verb in _GOES_TO:
        return _GOES_TO[verb]
    if verb is Verb.ANSWER and held.is_above:
        return held.own
    if verb is Verb.ANSWER:
        return HANDS[max(_rank(held.handled_by) - 1, _rank(held.origin))]
    return held.handled_by


def _may(verb: Verb, held: Hands, role: str) -> bool:
    if not _has_role(verb, role, State.DONE):
        return False
    if verb in _GOES_TO:
        return not held.is_above and _rank(_GOES_TO[verb]) == _rank(held.own) + 1
    if verb is Verb.ANSWER:
        return held.is_above or (held.is_ours and _goes_back(held))
    return not held.is_above or verb is Verb.FOLLOW_UP


def _has_role(verb: Verb, role: str, ending: State) -> bool:
    reviewed = verb in REVIEWED or (verb is Verb.CLOSE and ending in REVIEWED_ENDS)
    return role in REVIEWERS or not reviewed


def _goes_back(held: Hands) -> bool:
    """Whether it came from a level below the one that has it now."""
    return _rank(held.origin) < _rank(held.handled_by)


def _rank(level: str) -> int:
    return HANDS.index(level) if level in HANDS else len(HANDS) - 1

