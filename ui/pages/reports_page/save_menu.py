# SPDX-License-Identifier: Apache-2.0
"""The menu of Simpan: the faces of a paper, and below them the office's own forms for its kind."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from desk_app.base.text import _
from desk_app.operations import paper_options
from ui.pages.reports_page import delivery

_TABLES = ".xlsx"


class SaveMenu(QtWidgets.QMenu):
    """`face_wanted(ending)`; `form_wanted(OwnFormat)`."""

    face_wanted = QtCore.Signal(str)
    form_wanted = QtCore.Signal(object)

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        for ending, words, _kinds in delivery.FACES:
            face = self.addAction(_(words))
            face.setData(ending)
            face.triggered.connect(lambda _on=False, ending=ending: self.face_wanted.emit(ending))

    def set_tables(self, has_tables: bool) -> None:
        """Whether there is a workbook of the paper."""
        for action in self.actions():
            if action.data() == _TABLES:
                action.setEnabled(has_tables)

    def set_forms(self, forms: Sequence[paper_options.OwnFormat]) -> None:
        """The office's own forms for this kind of paper."""
        for action in self.actions()[len(delivery.FACES) :]:
            self.removeAction(action)
        if forms:
            self.addSection(_("Format kami"))
        for one in forms:
            made = self.addAction(_("{name} (.{kind}) …").format(name=one.name, kind=one.kind))
            made.triggered.connect(lambda _on=False, one=one: self.form_wanted.emit(one))
