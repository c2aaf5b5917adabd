# SPDX-License-Identifier: Apache-2.0
"""The tables: the journal's own, and one projected table for each declared kind of record.

A change's local key is `stream number << 40 | number in the stream`, so that the index on it grows at its end.
A record's local number is the key of the first change of it that this database held.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    text,
)

from desk_app.domain import records

SHIFT = 40
VERSION = 1
"""`user_version`: the layout of the journal's own tables; projected tables follow their declarations."""

APPLICATION_ID = 0x4465736B
"""`Desk`, in the file's header."""

metadata = MetaData()

ROW = BigInteger().with_variant(Integer, "sqlite")
"""A 64-bit primary key which in SQLite is the row's own number, without an index beside."""

meta = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

stream = Table(
    "stream",
    metadata,
    Column("no", ROW, primary_key=True, autoincrement=False),
    Column("id", LargeBinary, nullable=False, unique=True),
    Column("replica", LargeBinary),
    Column("event", Text),
    Column("place", Text),
    Column("reader_class", SmallInteger),
    Column("held", BigInteger, nullable=False),
    Column("rolling", LargeBinary, nullable=False),
)
"""One row a stream; replica and scope are unknown while the stream was only referred to."""

change = Table(
    "change",
    metadata,
    Column("key", ROW, primary_key=True, autoincrement=False),
    Column("record", BigInteger, nullable=False),
    Column("bytes", LargeBinary, nullable=False),
    Column("arrival", BigInteger, nullable=False),
    Index("change_by_record", "record"),
    Index("change_by_arrival", "arrival"),
)

seal = Table(
    "seal",
    metadata,
    Column("stream", BigInteger, primary_key=True, autoincrement=False),
    Column("upto", BigInteger, primary_key=True, autoincrement=False),
    Column("rolling", LargeBinary, nullable=False),
    Column("office_key", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
)

arrival = Table(
    "arrival",
    metadata,
    Column("no", ROW, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("actor", BigInteger, nullable=False),
    Column("label", Text, nullable=False),
    Column("undoes", BigInteger),
    Column("undone_by", BigInteger),
    Index("arrival_by_actor", "actor", "no"),
)
"""One row a transaction: when, by the local clock; kind: edit, undo, redo, import, setup."""

head = Table(
    "head",
    metadata,
    Column("record", BigInteger, primary_key=True, autoincrement=False),
    Column("field", BigInteger, primary_key=True, autoincrement=False),
    Column("change", BigInteger, primary_key=True, autoincrement=False),
    Column("depth", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""Standing changes of a field, where it is not simply the record's first change that set it."""

conflict = Table(
    "conflict",
    metadata,
    Column("record", BigInteger, primary_key=True, autoincrement=False),
    Column("field", BigInteger, primary_key=True, autoincrement=False),
    Column("type", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

unread = Table(
    "unread",
    metadata,
    Column("record", BigInteger, primary_key=True, autoincrement=False),
    Column("field", BigInteger, primary_key=True, autoincrement=False),
    Column("type", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""Fields of a newer version, or values outside the declared limits: kept, relayed, shown after an upgrade."""

stranger = Table(
    "stranger",
    metadata,
    Column("type", BigInteger, primary_key=True, autoincrement=False),
    Column("name", LargeBinary, primary_key=True),
    Column("record", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""Records with a natural key of a kind that this version does not know."""

inbox = Table(
    "inbox",
    metadata,
    Column("stream", BigInteger, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("bytes", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""Changes that wait for an earlier one: verified, not applied."""

aside = Table(
    "aside",
    metadata,
    Column("stream", ROW, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, nullable=False),
    Column("reason", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
)
"""Streams of which nothing is taken from a number on, since it could never be right here (`data/aside.py`)."""

peer = Table(
    "peer",
    metadata,
    Column("office", LargeBinary, primary_key=True),
    Column("stream", LargeBinary, primary_key=True),
    Column("upto", BigInteger, nullable=False),
    Column("rolling", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)
"""What other offices have *said* they hold of each stream."""

root = Table(
    "root",
    metadata,
    Column("place", Text, primary_key=True),
    Column("version", BigInteger, primary_key=True, autoincrement=False),
    Column("key", LargeBinary, nullable=False),
    Column("spare", LargeBinary, nullable=False),
    Column("wire", LargeBinary, nullable=False),
    Column("how", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""The keys by which authorities (kabupaten/kota, provinces) vouch for offices, how this office came to
believe each; the greatest version of a place counts, the older ones lead to it."""

card = Table(
    "card",
    metadata,
    Column("key", LargeBinary, primary_key=True),
    Column("version", BigInteger, nullable=False),
    Column("place", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("short", Text, nullable=False),
    Column("recipient", Text, nullable=False),
    Column("valid", Boolean, nullable=False),
    Column("issuer", LargeBinary, nullable=False),
    Column("wire", LargeBinary, nullable=False),
    Column("at", BigInteger, nullable=False),
    Index("card_by_place", "place"),
    sqlite_with_rowid=False,
)
"""Offices that an authority vouches for, by public key; one that is not `valid` was withdrawn."""

replica = Table(
    "replica",
    metadata,
    Column("id", LargeBinary, primary_key=True),
    Column("office", LargeBinary, nullable=False),
    Column("superseded", Boolean, nullable=False),
    sqlite_with_rowid=False,
)
"""Which office's key seals the streams of a replica, as first seen; superseded: restored under another id since."""

statement = Table(
    "statement",
    metadata,
    Column("replica", LargeBinary, primary_key=True),
    Column("place", Text, primary_key=True),
    Column("reader_class", SmallInteger, primary_key=True, autoincrement=False),
    Column("office", LargeBinary, nullable=False),
    Column("version", BigInteger, nullable=False),
    Column("wire", LargeBinary, nullable=False),
    Column("heard", BigInteger, nullable=False, server_default="0"),
    sqlite_with_rowid=False,
)
"""The signed words of other replicas on what they hold, kept to be passed on. `heard`: in which order they came."""

said = Table(
    "said",
    metadata,
    Column("replica", LargeBinary, primary_key=True),
    Column("stream", LargeBinary, primary_key=True),
    Column("office", LargeBinary, nullable=False),
    Column("upto", BigInteger, nullable=False),
    Column("rolling", LargeBinary, nullable=False),
    Index("said_by_office", "office"),
    sqlite_with_rowid=False,
)
"""What other replicas have *said* they hold of each stream."""

apart = Table(
    "apart",
    metadata,
    Column("no", ROW, primary_key=True, autoincrement=False),
    Column("office", LargeBinary, nullable=False),
    Column("stream", LargeBinary, nullable=False),
    Column("place", Text, nullable=False),
    Column("first", BigInteger, nullable=False),
    Column("upto", BigInteger, nullable=False),
    Column("reason", Text, nullable=False),
    Column("sender", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("wire", LargeBinary, nullable=False),
)
"""Runs whose author is not vouched for (yet): kept whole, tried again when that changes."""

alarm = Table(
    "alarm",
    metadata,
    Column("no", ROW, primary_key=True, autoincrement=False),
    Column("at", BigInteger, nullable=False),
    Column("kind", Text, nullable=False),
    Column("office", Text, nullable=False),
    Column("told", Text, nullable=False),
    Column("seen", Boolean, nullable=False),
)
"""What somebody should look at: one number used twice, an office beyond its area, a clock that cannot be right."""

invitation = Table(
    "invitation",
    metadata,
    Column("id", LargeBinary, primary_key=True),
    Column("place", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("key", LargeBinary, nullable=False),
    Column("secret", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("used_by", LargeBinary),
    sqlite_with_rowid=False,
)
"""Ready files made here for other computers: what their first package proves itself by."""

rescue = Table(
    "rescue",
    metadata,
    Column("office", LargeBinary, primary_key=True),
    Column("number", BigInteger, nullable=False),
    Column("secret", Text, nullable=False),
    Column("at", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""Secrets of the offices below that open their data when a password is forgotten, told over the phone."""

parcel = Table(
    "parcel",
    metadata,
    Column("id", LargeBinary, primary_key=True),
    Column("direction", Text, nullable=False),
    Column("office", LargeBinary),
    Column("office_name", Text, nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("file", Text, nullable=False),
    Column("sha256", LargeBinary, nullable=False),
    Column("arrival", BigInteger),
    Column("counts", Text, nullable=False),
    Column("package", LargeBinary),
    Column("replica", LargeBinary),
    Column("volume", BigInteger),
    Column("volumes", BigInteger),
    Column("place", Text),
    Column("upto", LargeBinary),
    Column("acknowledged", BigInteger),
    Column("clock", BigInteger),
    Column("after", BigInteger),
    Column("told", Text),
    Column("written", BigInteger),
    Index("parcel_by_time", "at"),
    sqlite_with_rowid=False,
)
"""The register of packages, in and out, a row a volume. `upto`: how far each stream went with a package sent;
`acknowledged`: when the other office said it holds it; `clock`: the sender's; `after`: of one received, when by our
clock the last package was made that its sender had by then; `told`: what its receipt says, as JSON; `written`: when a
package of ours first stood whole on a stick or in a folder."""

asked = Table(
    "asked",
    metadata,
    Column("replica", LargeBinary, primary_key=True),
    Column("office", LargeBinary, nullable=False),
    Column("version", BigInteger, nullable=False),
    Column("digests", LargeBinary, nullable=False),
    Column("served", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""The contents of attachments that another computer said it has not got, in its last word, 32 bytes each; `served`:
the word for which a package with them was made."""

photo_parcel = Table(
    "photo_parcel",
    metadata,
    Column("id", LargeBinary, primary_key=True),
    Column("at", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""Packages of photos of which everything is here: a folder that is looked at each minute holds them for a while."""

readiness = Table(
    "readiness",
    metadata,
    Column("event", Text, primary_key=True),
    Column("subject", Text, primary_key=True),
    Column("phase", SmallInteger, primary_key=True, autoincrement=False),
    Column("required", BigInteger, nullable=False),
    Column("answered", BigInteger, nullable=False),
    Column("failed", BigInteger, nullable=False),
    Column("state", Text, nullable=False),
    Column("optional", BigInteger, nullable=False, server_default="0"),
    Column("unsettled", BigInteger, nullable=False, server_default="0"),
    Column("disputed", BigInteger, nullable=False, server_default="0"),
    sqlite_with_rowid=False,
)
"""How far each watched place is, derived from answers and issues in the transaction that alters them. `optional`:
answers beside the required ones; `unsettled`: answers to look at again, and checks that wait for a reason; `disputed`:
answers on which offices differ."""

area_sum = Table(
    "area_sum",
    metadata,
    Column("event", Text, primary_key=True),
    Column("district", Text, primary_key=True),
    Column("villages", BigInteger, nullable=False),
    Column("stations", BigInteger, nullable=False),
    Column("male", BigInteger, nullable=False),
    Column("female", BigInteger, nullable=False),
    Column("unknown", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)
"""TPS and voters of each kecamatan, derived like readiness, so that the first screen never counts a country."""

merged = Table(
    "merged",
    metadata,
    Column("record", BigInteger, primary_key=True, autoincrement=False),
    Column("kept", BigInteger, nullable=False),
    Column("type", BigInteger, nullable=False),
    Index("merged_by_kept", "kept"),
    sqlite_with_rowid=False,
)
"""Records that are shown with another one, derived from their field `merged_into` (`data/duplicates.py`)."""

_COLUMN_TYPES = {
    records.FieldKind.TEXT: Text,
    records.FieldKind.CODE: Text,
    records.FieldKind.DATE: Text,
    records.FieldKind.NUMBER: BigInteger,
    records.FieldKind.MOMENT: BigInteger,
    records.FieldKind.RECORD: BigInteger,
    records.FieldKind.FLAG: Boolean,
    records.FieldKind.BYTES: LargeBinary,
}


def _projected(declared: records.RecordType) -> Table:
    table = Table(
        declared.name,
        metadata,
        Column("no", ROW, primary_key=True, autoincrement=False),
        Column("alive", SmallInteger, nullable=False),
        Column("latest", BigInteger, nullable=False),
        *(Column(field.name, _COLUMN_TYPES[field.kind], nullable=True) for field in declared.columns),
    )
    if declared.key:
        # Not unique: the projector gives one name one record. `alive` in it makes lists readable from the index alone.
        Index(f"{declared.name}_by_key", *(table.c[field.name] for field in declared.key), table.c.alive)
    for columns in declared.indexes:
        words = "_".join(columns).replace(" + ", "_")
        Index(f"{declared.name}_by_{words}", *(table.c.get(name, text(name)) for name in columns), _table=table)
    return table


tables: dict[int, Table] = {declared.no: _projected(declared) for declared in records.TYPES.values()}
"""The projected table of each kind of record, by its wire number. `alive`: 1, 0 deleted, 2 deleted but edited."""

_answers = tables[records.ANSWER.no]
Index(
    "answer_emptied",
    _answers.c.event,
    _answers.c.subject,
    _answers.c.item,
    sqlite_where=text("choice IS NULL AND quantity IS NULL AND written IS NULL"),
)
# Answers are counted from their key alone (`data/completeness_list.py`); the few that were emptied are taken off.

by_name: dict[str, Table] = {declared.name: tables[declared.no] for declared in records.TYPES.values()}
