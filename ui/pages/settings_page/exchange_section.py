# SPDX-License-Identifier: Apache-2.0
"""Kirim & Terima: when the code of a package is typed from the paper, and from which hour silence is told."""

from desk_app.base.text import _
from desk_app.operations import attachments, change_settings, paper_check, settings
from desk_app.operations.desk import Desk
from ui import runner
from ui.pages.settings_page import section
from ui.widgets import fields, folder_choice, form


class ExchangeSection(section.Section):
    """How careful the office is with what comes, and how patient with what does not."""

    def __init__(self, desk: Desk, lanes: runner.Runner) -> None:
        super().__init__(desk, lanes)
        section.add_title(self, _("Kirim & Terima"))
        self.form = form.Form(2)
        self.paper = fields.ChoiceField([(when.value, _(words)) for when, words in paper_check.LABELS.items()])
        hint = _("Dua blok kode diketik dari berita acara serah terima yang ditandatangani sebelum data dimasukkan.")
        self._setting("paper_check", self.paper, hint)
        hours = [("", _("Tidak ditagih"))] + [(f"{hour:02}.00", f"{hour:02}.00") for hour in range(24)]
        self.hour = fields.ChoiceField(hours)
        hint = _("Kantor yang hari itu belum mengirim menjadi hal yang perlu ditindaklanjuti di Beranda.")
        self._setting("silence_hour", self.hour, hint)
        self.photo_size = fields.ChoiceField([(code, _(words)) for code, words in attachments.SIZE_LABELS.items()])
        hint = _("Foto diperkecil saat dilampirkan, agar muat di flashdisk dan WhatsApp; yang sudah ada tidak berubah.")
        self._setting("photo_size", self.photo_size, hint)
        self.column.addWidget(self.form)
        self.column.addWidget(form.label(_(settings.LABELS["shared_folder"]), "label"))
        self.folder = folder_choice.FolderChoice(_(settings.LABELS["shared_folder"]), _("Tanpa folder bersama"))
        self.folder.chosen.connect(self._keep_folder)
        self.column.addWidget(self.folder)
        self.column.addWidget(
            form.label(
                _(
                    "Beberapa komputer satu kantor, atau kantor dalam satu jaringan, bertukar data lewat folder ini "
                    "tanpa flashdisk: tiap menit yang baru diambil dan yang belum ada di sana ditulis."
                ),
                "small",
                wraps=True,
            )
        )
        self.column.addStretch(1)

    def refresh(self) -> None:
        desk = self.desk
        self.read(lambda: settings.all_of(desk), self._show)

    def _setting(self, name: str, field: fields.ChoiceField, hint: str) -> None:
        row = self.form.add(name, _(settings.LABELS[name]), field, hint)
        field.committed.connect(lambda value: self.keep(row, name, value))

    def _keep_folder(self, chosen: str) -> None:
        desk = self.desk
        self.write(lambda: change_settings.set_many(desk, {"shared_folder": chosen}))
        self.folder.set_folder(chosen)

    def _show(self, kept: dict[str, str]) -> None:
        self.paper.set_value(kept["paper_check"])
        self.hour.set_value(kept["silence_hour"])
        self.photo_size.set_value(kept["photo_size"])
        self.folder.set_folder(kept["shared_folder"])
