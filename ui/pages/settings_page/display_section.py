# SPDX-License-Identifier: Apache-2.0
"""Tampilan: light or dark, the language, and what to do when letters are too small."""

from PySide6 import QtWidgets

from desk_app.base.text import _
from desk_app.operations import settings
from desk_app.operations.desk import Desk
from ui import actions, runner, theme
from ui.pages.settings_page import section
from ui.widgets import fields, form, spoken


class DisplaySection(section.Section):
    """How the window looks and speaks."""

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(desk, lanes)
        section.add_title(self, _("Tampilan"))
        self.form = form.Form(2)
        self.theme = fields.ChoiceField(
            [
                (theme.Scheme.SYSTEM.value, _("Mengikuti komputer")),
                (theme.Scheme.LIGHT.value, _("Terang")),
                (theme.Scheme.DARK.value, _("Gelap")),
            ]
        )
        self._setting("theme", _("Warna"), self.theme)
        self.language = fields.ChoiceField([(one, name) for one, name in spoken.NAMES.items() if spoken.is_there(one)])
        self._setting("language", _("Bahasa"), self.language)
        self.column.addWidget(self.form)
        self.column.addWidget(
            form.card(
                form.label(
                    _(
                        "Program mengikuti skala layar komputer. Di Windows: Pengaturan → Sistem → Tampilan → "
                        "Skala, pilih 125% atau 150%, lalu buka program lagi."
                    ),
                    wraps=True,
                ),
                title=_("Huruf terlalu kecil?"),
            )
        )
        keys = QtWidgets.QWidget()
        grid = QtWidgets.QGridLayout(keys)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        for at, key in enumerate(actions.KEYS):
            grid.addWidget(form.label(key.keys, "strong"), at, 0)
            grid.addWidget(form.label(_(key.words)), at, 1)
        grid.setColumnStretch(1, 1)
        self.column.addWidget(form.card(keys, title=_("Tombol pintas")))
        self.column.addStretch(1)

    def refresh(self) -> None:
        desk = self.desk
        self.read(lambda: settings.all_of(desk), self._show)

    def _setting(self, name: str, label: str, field: fields.ChoiceField) -> None:
        row = self.form.add(name, label, field)
        field.committed.connect(lambda value: self.keep(row, name, value))

    def _show(self, kept: dict[str, str]) -> None:
        self.theme.set_value(kept["theme"])
        self.language.set_value(kept["language"] if spoken.is_there(kept["language"]) else "id")
