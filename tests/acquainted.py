# SPDX-License-Identifier: Apache-2.0
"""Offices that have already been introduced to each other, as a ready file or a phone call would have done."""

from desk_app.operations import trust, vouching
from desk_app.operations.desk import Desk


def introduce(authority: Desk, *others: Desk) -> None:
    """The authority vouches for the others, and they believe its root; all hold the cards of all in their line."""
    for other in others:
        vouching.accept(authority, trust.roots_of(other), trust.request_of(other.identity))
    for other in others:
        vouching.accept(other, trust.roots_of(authority), trust.request_of(authority.identity))
        trust.hear_of(other, *trust.known_to(authority, other.identity.place))
        trust.hear_of(authority, *trust.known_to(other, authority.identity.place))
