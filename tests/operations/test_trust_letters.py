# SPDX-License-Identifier: Apache-2.0
"""A letter is acted on by who made the invitation, and by nobody else."""

from collections.abc import Callable

from desk_app.data import trust as rows
from desk_app.exchange import letters
from desk_app.operations import trust, trust_letters
from desk_app.operations.desk import Desk

MakeOffice = Callable[..., Desk]


def test_an_invitation_nobody_made_vouches_for_nobody(make_office: MakeOffice) -> None:
    kabupaten, tempe = make_office("73.13"), make_office("73.13.06")
    join = letters.make_join(trust.request_of(tempe.identity), b"i" * trust_letters.INVITATION, b"k" * 32)
    with kabupaten.store.writing() as connection:
        assert not trust_letters.read_letters(connection, kabupaten.identity, tempe.identity.public, [join], 1)
        assert rows.card_of(connection, tempe.identity.public) is None


def test_nothing_is_written_to_an_office_that_is_none_of_its_authorities(make_office: MakeOffice) -> None:
    tempe = make_office("73.13.06")
    with tempe.reading() as connection:
        assert trust_letters.letters_to(tempe, connection, "73.13") == []
        assert trust_letters.letters_to(tempe, connection, "73.14") == []
