# SPDX-License-Identifier: Apache-2.0
"""A form is looked at by its content: programs, parts from elsewhere and swelling zips are refused in words."""

import io
import zipfile

import pytest

from desk_app.domain import errors
from desk_app.reports import own_format_file
from tests.reports import own_forms

WORD = own_forms.word("{{ nomor }}")
SHEET = own_forms.sheet({"A1": "{{ nomor }}"})
RELS = "word/_rels/document.xml.rels"
BODY = "word/document.xml"


def looked_at(data: bytes) -> own_format_file.Kind:
    return own_format_file.require_sound(data, "format.docx")


def related(target: str, kind: str, mode: str = "External") -> bytes:
    """The Word form with one more relation of its body."""
    line = f'<Relationship Id="rX" Type="http://x/relationships/{kind}" Target="{target}" TargetMode="{mode}"/>'
    return own_forms.changed(WORD, {RELS: own_forms.part(WORD, RELS).replace(b"</Rel", line.encode() + b"</Rel")})


def instructed(*pieces: str) -> bytes:
    """The Word form with a field command, in pieces."""
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    body = own_forms.part(WORD, BODY)
    return own_forms.changed(WORD, {BODY: body.replace(b"<w:sectPr", f"<w:p>{runs}</w:p><w:sectPr".encode(), 1)})


def test_what_a_clerk_makes_is_taken() -> None:
    assert looked_at(WORD) is own_format_file.Kind.WORD
    assert looked_at(SHEET) is own_format_file.Kind.SHEET
    assert looked_at(instructed(" PAGE ")) is own_format_file.Kind.WORD
    for target in ("https://wajokab.example", "mailto:setda@wajokab.example"):
        assert looked_at(related(target, "hyperlink")) is own_format_file.Kind.WORD


@pytest.mark.parametrize(
    "name", ["word/vbaProject.bin", "word/activeX/activeX1.xml", "word/embeddings/oleObject1.bin", "customUI/x.xml"]
)
def test_programs_are_refused(name: str) -> None:
    with pytest.raises(errors.Refused, match="makro"):
        looked_at(own_forms.changed(WORD, {name: b"x"}))


def test_a_macro_file_by_another_name_is_refused() -> None:
    types = own_forms.part(WORD, "[Content_Types].xml")
    macro = types.replace(b"wordprocessingml.document.main", b"ms-word.document.macroEnabled.main")
    assert macro != types
    with pytest.raises(errors.Refused, match="makro"):
        looked_at(own_forms.changed(WORD, {"[Content_Types].xml": macro}))


@pytest.mark.parametrize(
    "data",
    [
        related("https://x.example/t.dotm", "attachedTemplate"),
        related("https://x.example/a.png", "image"),
        related("file://server/x", "hyperlink"),
        instructed(" INCLUDEPICTURE &quot;http://x&quot; "),
        instructed(" DDE", "AUTO cmd "),
        own_forms.changed(WORD, {"word/afchunk.mht": b"x"}),
        own_forms.changed(SHEET, {"xl/externalLinks/externalLink1.xml": b"<x/>"}),
        own_forms.changed(SHEET, {"xl/connections.xml": b"<x/>"}),
        own_forms.sheet({"A1": '=WEBSERVICE("http://x")'}),
        own_forms.sheet({"A1": "=cmd|'/c calc'!A0"}),
    ],
)
def test_what_lies_elsewhere_is_refused(data: bytes) -> None:
    with pytest.raises(errors.Refused, match="tempat lain"):
        looked_at(data)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04 cut short",
        WORD[: len(WORD) // 2],
        own_forms.changed(WORD, {"../x.xml": b"<x/>"}),
        own_forms.changed(WORD, {BODY: b'<!DOCTYPE x [<!ENTITY a "b">]>' + own_forms.part(WORD, BODY)}),
        own_forms.changed(WORD, {BODY: own_forms.part(WORD, BODY).decode().encode("utf-16")}),
    ],
)
def test_what_is_not_whole_is_refused(data: bytes) -> None:
    with pytest.raises(errors.Damaged, match="utuh"):
        looked_at(data)


def test_other_files_are_refused_in_words() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        made.writestr("[Content_Types].xml", "<Types/>")
    for data, said in ((target.getvalue(), "bukan berkas Word"), (b"\xd0\xcf\x11\xe0" + b"x" * 100, "berformat lama")):
        with pytest.raises(errors.Refused, match=said):
            looked_at(data)


def test_a_zip_that_swells_is_refused() -> None:
    with pytest.raises(errors.Refused, match="terlalu besar isinya"):
        looked_at(own_forms.changed(WORD, {"word/extra.xml": b" " * (9 << 20)}))
    with pytest.raises(errors.Refused, match="terlalu besar isinya"):
        looked_at(own_forms.changed(WORD, {f"word/media/{number}.png": b" " for number in range(700)}))
    with pytest.raises(errors.Refused, match="paling besar 5,2 MB"):
        looked_at(b"x" * (own_format_file.LARGEST + 1))
