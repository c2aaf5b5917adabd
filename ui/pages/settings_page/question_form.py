# SPDX-License-Identifier: Apache-2.0
"""The fields of one question of the checklist; each is told when it is left."""

from collections.abc import Sequence
from datetime import date

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.domain import checklists, elections
from desk_app.domain.checklists import ItemKind, Question
from desk_app.domain.elections import EventKind
from desk_app.operations import places_watched
from ui.widgets import fields, form, record_form, ticks

_FLAGS = ("required", "per_race")


class QuestionForm(QtWidgets.QWidget):
    """`edited(code, name, value)`: another value was entered for the question that is shown."""

    edited = QtCore.Signal(object, str, object)

    def __init__(self) -> None:
        super().__init__()
        self.question: Question | None = None
        self.head = form.label("", "small")
        self.form = record_form.RecordForm(2)
        self.form.add("label", _("Pertanyaan"), fields.LineField(limit=300), wide=True)
        self.form.add("label_en", _("Dalam bahasa Inggris"), fields.LineField(limit=300), wide=True)
        kinds = [(kind.value, _(words)) for kind, words in checklists.KIND_LABELS.items()]
        self.form.add("kind", _("Cara menjawab"), fields.ChoiceField(kinds))
        flags = [("required", _("Wajib diisi")), ("per_race", _("Satu baris per jenis pemilihan"))]
        self.form.add("flags", _("Sifat"), ticks.TicksField(flags), wide=True)
        self.form.add("phases", _("Tahap"), ticks.TicksField(), wide=True)
        places = [(kind, _(words)) for kind, words in places_watched.KIND_LABELS.items()]
        self.form.add("places", _("Ditanyakan untuk"), ticks.TicksField(places), wide=True)
        hint = _("Rumus dari DPT, JENIS, BILIK, PASLON, CADANGAN, angka, + − × ÷ % dan ceil(…). "
                 "Tanda ? di belakang: angka menurut kebiasaan.")  # fmt: skip
        self.form.add("quantity", _("Jumlah yang perlu"), fields.LineField(limit=120), hint)
        self.form.add("unit", _("Satuan"), fields.LineField(limit=20))
        self.form.suggest("unit", [_(unit) for unit in checklists.UNITS])
        hint = _("Satu pilihan per baris. Tanda ! di depan: jawaban yang menunjukkan masalah.")
        self.form.add("choices", _("Pilihan"), fields.NoteField(lines=3), hint, wide=True)
        hint = _("Contoh: log.hujan = Belum, atau org.kpps > 0 dan log.bttb = Sudah. Kosong: selalu ditanyakan.")
        self.form.add("condition", _("Tampil jika"), fields.LineField(limit=200), hint, wide=True)
        self.form.edited.connect(self._edited)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.head)
        column.addWidget(self.form)
        column.addStretch(1)

    def show_question(
        self, question: Question, calendar: Sequence[tuple[int, date]], kind: EventKind, sample: str
    ) -> None:
        """Show a question; `sample` says what a TPS needs by its formula."""
        self.question = question
        codes = ", ".join(checklists.codes.of_question(question))
        self.head.setText(_("Kode butir: {codes}").format(codes=codes))
        days = [(day, f"{elections.day_words(day)} ({on:%d-%m})") for day, on in calendar]
        extra = [(day, elections.day_words(day)) for day in question.phases if day not in dict(calendar)]
        self.form.field("phases").set_options(days + extra)
        quantity = dict(question.quantities).get(kind)
        written = (f"{quantity.formula} ?" if quantity.assumed else quantity.formula) if quantity else ""
        values = {
            "label": question.label,
            "label_en": "" if question.label_en == question.label else question.label_en,
            "kind": question.kind.value,
            "flags": tuple(name for name in _FLAGS if getattr(question, name)),
            "phases": question.phases,
            "places": question.places,
            "quantity": written,
            "unit": question.unit,
            "choices": "\n".join(question.choices),
            "condition": question.condition,
        }
        self.form.show_record(question.code, values)
        rows = self.form.form.rows
        is_number = question.kind is ItemKind.NUMBER
        for name in ("quantity", "unit"):
            rows[name].setVisible(is_number)
        rows["choices"].setVisible(question.kind is ItemKind.CHOICE)
        if is_number and not rows["quantity"].refusal:
            rows["quantity"].set_hint(sample or self._formula_hint())

    @staticmethod
    def _formula_hint() -> str:
        return _("Kosong: berapa pun boleh.")

    def refuse(self, code: object, name: str, words: str) -> None:
        """Say under a field why it was not taken."""
        self.form.refuse(code, "flags" if name in _FLAGS else name, words)

    def commit(self) -> None:
        """Tell what is typed and not yet told."""
        self.form.commit()

    def _edited(self, code: object, name: str, value: object) -> None:
        if name != "flags":
            self.edited.emit(code, name, value)
            return
        for flag in _FLAGS:
            ticked = isinstance(value, tuple) and flag in value
            if self.question is not None and ticked != getattr(self.question, flag):
                self.edited.emit(code, flag, ticked)
