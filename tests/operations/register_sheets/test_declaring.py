# SPDX-License-Identifier: Apache-2.0
"""A declaration tells its columns, headings and the titles of its rows."""

from desk_app.domain import records
from desk_app.operations.register_sheets.declaring import Register


def test_columns_headings_and_titles() -> None:
    extra = records.Field(0, "beside", records.FieldKind.TEXT, "Di samping")
    one = Register(
        "x", "X", records.TASK, out=("text", "beside"), back=("text",), extra=(extra,), headings={"text": "Apa"}
    )
    assert [one.heading(field) for field in one.columns] == ["Apa", "Di samping"]
    assert one.title_words({"text": "Pinjam perahu"}) == "Pinjam perahu"
    told = Register("x", "X", records.TASK, (), (), title_of=lambda row: row["text"].upper())
    assert told.title_words({"text": "a"}) == "A"
