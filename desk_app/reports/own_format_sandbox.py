# SPDX-License-Identifier: Apache-2.0
"""What may stand between the braces of a form of the office's own: names, `for`, `if`, and a few filters; no program.

jinja's sandbox is the second wall. The first one is that whatever is not listed here is refused before anything is
filled: no call, no arithmetic, no name that begins with an underscore, no loop in a loop. So a form neither reaches
anything but its values nor keeps the computer busy.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import jinja2
from jinja2 import nodes, sandbox

from desk_app.domain import errors
from desk_app.domain.words import N_
from desk_app.reports import own_format_reading, own_format_values, words

FILTERS: Final = ("upper", "lower", "title", "capitalize", "trim", "default", "d", "length", "count")
_TESTS: Final = ("defined", "undefined", "none")
_LOOP: Final = ("index", "index0", "first", "last", "length")
_PLAIN = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Const,
    nodes.If,
    nodes.CondExpr,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Concat,
)
_TAGS = re.compile(r"<[^>]+>")
_ADDED = re.compile(r"\{% (?:for (\w+) in \1|endfor) %\}")
"""What the program wrote itself around a row."""


class Braces(sandbox.SandboxedEnvironment):
    """Reads and fills texts with braces; `escape`: for the XML of Word."""

    def __init__(self, values: own_format_values.Values, *, escape: bool) -> None:
        super().__init__(autoescape=escape, undefined=_Blank, keep_trailing_newline=True, cache_size=0)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.filters["terbilang"] = _spelled
        self.filters["kapital"], self.filters["kecil"] = self.filters["upper"], self.filters["lower"]
        self.tests = {name: self.tests[name] for name in _TESTS}
        self.reading = own_format_reading.Reading()
        self._values = values

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Every text passes here before it becomes anything. Raises Refused."""
        try:
            tree = super()._parse(source, name, filename)
        except jinja2.TemplateSyntaxError as fault:
            raise _malformed(_around(source, fault.lineno)) from fault
        _Reader(source, self._values, self.reading).read(tree)
        return tree

    def filled(self, text: str) -> str:
        """A text with its fields filled in. Raises Refused."""
        return self.from_string(text).render(self._values.context)


class _Blank(jinja2.ChainableUndefined):
    """What stands for a field that is not known: a line for the pen."""

    def __str__(self) -> str:
        if self._undefined_exception is not jinja2.UndefinedError:
            self._fail_with_undefined_error()
        return words.BLANK_NUMBER

    def __html__(self) -> str:
        return str(self)


@dataclass
class _Reader:
    """Goes through one text and says what is not allowed in it, and which names are not known."""

    source: str
    values: own_format_values.Values
    reading: own_format_reading.Reading

    def read(self, tree: nodes.Template) -> None:
        self._go(tree, {})

    def _go(self, node: nodes.Node, rows: Mapping[str, str]) -> None:
        """`rows`: names of rows within a loop, and the table of each."""
        match node:
            case nodes.For():
                self._loop(node, rows)
            case nodes.Name() | nodes.Getattr() | nodes.Getitem():
                self._name(node, rows)
            case nodes.Filter(name=name) if name in (*FILTERS, "terbilang", "kapital", "kecil"):
                self._all(node.iter_child_nodes(), rows)
            case nodes.Test(name=name) if name in _TESTS:
                self._all(node.iter_child_nodes(), rows)
            case _ if isinstance(node, _PLAIN):
                self._all(node.iter_child_nodes(), rows)
            case _:
                raise self._forbidden(node)

    def _all(self, found: Iterator[nodes.Node], rows: Mapping[str, str]) -> None:
        for node in found:
            self._go(node, rows)

    def _loop(self, node: nodes.For, rows: Mapping[str, str]) -> None:
        table = ".".join(self._path(node.iter))
        if rows or node.recursive or node.test is not None or not isinstance(node.target, nodes.Name):
            raise self._forbidden(node)
        if table not in self.values.tables:
            self._unknown(table, node)
        self.reading.used.add(table)
        self._all(iter(node.body), {node.target.name: table, "loop": ""})
        self._all(iter(node.else_), rows)

    def _name(self, node: nodes.Node, rows: Mapping[str, str]) -> None:
        path = self._path(node)
        first, rest = path[0], path[1:]
        whole = ".".join(path)
        self.reading.used.add(".".join((rows.get(first) or first, *rest)))
        if first in rows:
            known = _LOOP if first == "loop" else self.values.columns.get(rows[first], ())
            if rows[first] in self.values.tables or first == "loop":
                self._require(len(rest) == 1 and rest[0] in known, whole, node)
        elif first in self.values.tables:
            columns = self.values.columns[first]
            if len(rest) == 1 and rest[0] in columns and rest[0] != own_format_values.TOTAL:
                self._unknown(whole, node, repeats=True)
            else:
                total = len(rest) == 2 and rest[0] == own_format_values.TOTAL and rest[1] in columns
                self._require(total or not rest, whole, node)
        else:
            self._require(first in self.values.texts and not rest, whole, node)

    def _require(self, known: bool, name: str, node: nodes.Node) -> None:
        if not known:
            self._unknown(name, node)

    def _unknown(self, name: str, node: nodes.Node, *, repeats: bool = False) -> None:
        found = own_format_reading.Problem(name, _around(self.source, node.lineno), repeats)
        self.reading.problems.append(found)

    def _path(self, node: nodes.Node) -> tuple[str, ...]:
        """`a.b.c` as its names; anything that is no plain path is refused."""
        match node:
            case nodes.Name(name=str(name)) if not name.startswith("_"):
                return (name,)
            case nodes.Getattr(node=inner, attr=str(name)) if not name.startswith("_"):
                return (*self._path(inner), name)
            case nodes.Getitem(node=inner, arg=nodes.Const(value=str(name))) if not name.startswith("_"):
                return (*self._path(inner), name)
        raise self._forbidden(node)

    def _forbidden(self, node: nodes.Node) -> errors.Refused:
        return errors.Refused(
            N_(
                "Format ini memakai perintah yang tidak diizinkan, pada “{text}”. Yang boleh: isian seperti "
                "{{{{ nomor }}}}, for atas satu tabel, dan if."
            ),
            text=_around(self.source, node.lineno),
        )


def _spelled(value: Any) -> str:
    """A number in words; what is no number stays as it is."""
    digits = str(value).replace(".", "").strip()
    return words.terbilang(int(digits)) if digits.isascii() and digits.isdigit() and len(digits) < 13 else str(value)


def _malformed(around: str) -> errors.Refused:
    return errors.Refused(
        N_(
            "Tanda kurung atau perintah tidak lengkap, pada “{text}”. Tulis isian seperti {{{{ nomor }}}}, tutup for "
            "dengan endfor dan if dengan endif."
        ),
        text=around,
    )


def _around(source: str, line: int) -> str:
    """The words of a line of a form: of a paragraph, in Word."""
    lines = source.split("\n")
    said = lines[line - 1] if 0 < line <= len(lines) else ""
    told = " ".join(_ADDED.sub("", _TAGS.sub("", said)).split())
    return told if len(told) <= 100 else f"{told[:99]}…"
