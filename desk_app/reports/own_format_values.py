# SPDX-License-Identifier: Apache-2.0
"""What a form of the office's own can be filled with: the words of a document, each under a name.

The names follow from the document, so every kind of paper has them: a fact by its label (`{{ laporan_ke }}`), the text
under a heading by the heading (`{{ kesimpulan }}`), the rows of a table by its name and column
(`{{ kesiapan.kecamatan }}`), who signs as `{{ ttd_nama }}`. A name once given belongs to the first who has it.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from desk_app.reports import document, form_parts
from desk_app.reports import word_xml as xml

TOTAL = "jumlah"
"""Of a table: its row of totals."""
GROUP = "kelompok"
"""Of a row: the heading of its group."""

_LONGEST = 48
_RESERVED = frozenset("and or not if in is else elif for endfor endif true false none loop self".split())


class Field(NamedTuple):
    """One field: what is typed between the braces, what it is, and what stands there now. `repeated`: of a row, which
    is repeated with it."""

    name: str
    label: str
    example: str
    repeated: bool = False


class Named:
    """Texts under names, read as `row.name` in a form; nothing else of it can be reached there."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = dict(texts)

    def __getitem__(self, name: str) -> str:
        return self._texts[name]

    def __str__(self) -> str:
        return ""


class Rows:
    """The rows of a table; where there is none, one that says so."""

    def __init__(self, columns: Sequence[str], rows: Sequence[Mapping[str, str]], total: Mapping[str, str], empty: str):
        self._columns = tuple(columns)
        self._rows = [dict(row) for row in rows]
        self._total = dict.fromkeys(columns, "") | dict(total)
        self._empty = empty

    def __iter__(self) -> Iterator[Named]:
        if not self._rows:
            place = min(1, len(self._columns) - 1)
            yield Named({name: self._empty if at == place else "" for at, name in enumerate(self._columns)})
        for row in self._rows:
            yield Named(row)

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, name: str) -> Named:
        if name == TOTAL:
            return Named(self._total)
        raise KeyError(name)

    def __str__(self) -> str:
        return ""


@dataclass
class Values:
    """All that a form may name: texts, tables, and of a table's columns those that hold numbers."""

    texts: dict[str, str] = field(default_factory=dict)
    tables: dict[str, Rows] = field(default_factory=dict)
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    numbers: set[str] = field(default_factory=set)
    """`table.column`"""
    fields: list[Field] = field(default_factory=list)
    kept_free: frozenset[str] = frozenset()
    """Names of tables that come later."""

    @property
    def context(self) -> dict[str, object]:
        return {**self.texts, **self.tables}

    def say(self, name: str, label: str, text: str) -> None:
        """Give a text its name, if it has words and the name is free."""
        if name in self.kept_free:
            name = f"{name}_uraian"
        if name not in self.texts and name not in self.tables:
            self.texts[name] = xml.plain(text).strip("\n")
            self.fields.append(Field(name, label, _short(text)))

    def list(self, wanted: str, label: str, table: document.Table) -> None:
        """Give a table its name, and its columns theirs."""
        name = _free(wanted, {*self.texts, *self.tables})
        columns: list[str] = []
        for column in table.columns:
            own, whole = named(column.title), named(f"{column.group} {column.title}") or "kolom"
            columns.append(own if len(own) > 1 and own not in columns else _free(whole, columns))
        rows, total, group = list[dict[str, str]](), dict[str, str](), ""
        for row in table.rows:
            told = dict(zip(columns, map(xml.plain, row.cells), strict=False))
            if row.kind is document.RowKind.GROUP:
                group = row.cells[0]
            elif row.kind is document.RowKind.TOTAL:
                total = told
            else:
                rows.append({GROUP: group, **told})
        known = (*columns, *([] if GROUP in columns else [GROUP]))
        self.tables[name] = Rows(known, rows, total, table.when_empty)
        self.columns[name] = known
        example = rows[0] if rows else {}
        for own, column in zip(columns, table.columns, strict=True):
            said = " ".join(f"{column.group} {column.title}".split())
            self.fields.append(Field(f"{name}.{own}", f"{label}: {said}", _short(example.get(own, "")), True))
            if column.holds_numbers:
                below = f"{name}.{TOTAL}.{own}"
                self.numbers |= {f"{name}.{own}", below}
                if total.get(own):
                    self.fields.append(Field(below, f"{label}: {said}, jumlah", _short(total[own])))
        if any(row[GROUP] for row in rows):
            self.fields.append(Field(f"{name}.{GROUP}", f"{label}: kelompok", _short(example[GROUP]), True))


def of(paper: document.Document, also: Mapping[str, tuple[str, str]]) -> Values:
    """The values of a document. `also`: name → label and text of what the office is and when the paper is of."""
    values = Values(kept_free=frozenset(block.name for block in paper.blocks if isinstance(block, document.Table)))
    footer = paper.footer
    values.say("judul", "Judul naskah", paper.title)
    for name, (label, text) in also.items():
        values.say(name, label, text)
    values.say("data_per", "Data per", footer.as_of)
    values.say("kode", "Kode pemeriksaan dokumen", footer.code)
    if paper.head is not None:
        values.say("kop_pemerintah", "Kop: pemerintah", paper.head.government)
        values.say("kop_kantor", "Kop: kantor", paper.head.office)
        values.say("kop_alamat", "Kop: alamat", "\n".join(paper.head.address))
    heading, under, body = "", list[str](), list[str]()
    for block in (*paper.blocks, document.Heading("")):
        match block:
            case document.Heading(text=text):
                _section(values, heading, under)
                heading, under = text, []
            case document.Title(lines=lines, number=number):
                _section(values, heading, under)
                heading, under = lines[0], []
                values.say("nomor", "Nomor naskah", number or "")
            case document.Paragraph(text=text):
                under.append(text)
                body.append(text)
            case document.Clause(mark=mark, text=text):
                under.append(f"{mark} {text}")
                body.append(f"{mark} {text}")
            case document.Table() if not isinstance(block, form_parts.CodeBlocks | form_parts.Slip):
                _table(values, block, heading, heading or paper.title)
            case _:
                _block(values, block)
    values.say("isi", "Seluruh isi", "\n".join(body))
    return values


def named(label: str) -> str:
    """A label as a name: `Siap (%)` is `siap_persen`."""
    plain = unicodedata.normalize("NFKD", label.replace("%", " persen ")).encode("ascii", "ignore").decode().casefold()
    name = "_".join(re.findall(r"[a-z0-9]+", plain))[:_LONGEST].strip("_")
    if name[:1].isdigit():
        name = f"no_{name}"
    return f"{name}_" if name in _RESERVED else name


def _section(values: Values, heading: str, under: Sequence[str]) -> None:
    if heading and under and named(heading):
        values.say(named(heading), heading, "\n".join(under))


def _block(values: Values, block: document.Block) -> None:
    match block:
        case document.Facts(rows=rows):
            _facts(values, rows)
        case document.AnnexHead(rows=rows):
            _facts(values, rows, "lampiran_", "Lampiran: ")
        case document.LetterOpening(dated=dated, facts=facts, addressee=addressee):
            _facts(values, facts)
            values.say("tempat_tanggal", "Tempat dan tanggal", dated)
            values.say("tujuan", "Alamat tujuan", "\n".join(addressee))
        case document.Points():
            _points(values, block)
        case document.SignatureBlock():
            _signature(values, block)
        case document.Copies(names=names, heading=heading):
            told = tuple(document.Row((str(place), name)) for place, name in enumerate(names, start=1))
            columns = (document.Column("No", align=document.Align.RIGHT), document.Column("Nama", share=1.0))
            if "tembusan" not in values.tables:
                values.list("tembusan", heading.rstrip(":"), document.Table(columns, told, "–"))
        case form_parts.CodeBlocks(blocks=blocks, title=title):
            values.say("kode_blok", title or "Kode", " ".join(blocks))
        case _:
            pass


def _facts(values: Values, rows: Sequence[document.Fact], before: str = "", said: str = "") -> None:
    for row in rows:
        if named(row.label):
            values.say(before + named(row.label), said + row.label, row.value)


def _points(values: Values, block: document.Points) -> None:
    """A label's points: texts as one text; people as rows, and the first of them as facts of their own."""
    people = [one for one in block.points if one.facts]
    texts = [f"{one.mark} {one.text}".strip() for one in block.points if not one.facts]
    if texts:
        values.say(named(block.label), block.label, "\n".join(texts))
    if people:
        _facts(values, people[0].facts)
        labels = list(dict.fromkeys(fact.label for one in people for fact in one.facts))
        rows = []
        for place, one in enumerate(people, start=1):
            told = {fact.label: fact.value for fact in one.facts}
            rows.append(document.Row((str(place), *(told.get(label, "") for label in labels))))
        columns = (document.Column("No", align=document.Align.RIGHT), *(document.Column(label) for label in labels))
        values.list(named(block.label), block.label, document.Table(columns, tuple(rows)))


def _table(values: Values, table: document.Table, heading: str, label: str) -> None:
    if isinstance(table, form_parts.Signatures):
        for side in table.sides:
            _signature(values, side)
        return
    values.list(table.name or f"tabel_{named(heading)}"[:_LONGEST].strip("_"), label, table)


def _signature(values: Values, block: document.SignatureBlock) -> None:
    number = 1
    while (before := "ttd_" if number == 1 else f"ttd_{number}_") + "nama" in values.texts:
        number += 1
    said = "Tanda tangan" if number == 1 else f"Tanda tangan {number}"
    values.say(f"{before}tempat_tanggal", f"{said}: tempat dan tanggal", "\n".join(block.place_and_date))
    values.say(f"{before}jabatan", f"{said}: jabatan", "\n".join(block.office))
    values.say(f"{before}nama", f"{said}: nama", block.name)
    values.say(f"{before}keterangan", f"{said}: pangkat dan NIP", "\n".join(block.below))


def _free(name: str, taken: "Sequence[str] | set[str]") -> str:
    tried, number = name, 1
    while tried in taken:
        number += 1
        tried = f"{name}_{number}"
    return tried


def _short(text: str) -> str:
    told = " ".join(text.split())
    return told if len(told) <= 80 else f"{told[:79]}…"
