# SPDX-License-Identifier: Apache-2.0
"""What Qt itself says in its file dialogs and context menus, in Indonesian: Qt ships no catalogue for it."""

from PySide6 import QtCore

from desk_app.base import text

_WORDS = {
    "&Yes": "&Ya",
    "&No": "&Tidak",
    "Yes": "Ya",
    "No": "Tidak",
    "&Open": "&Buka",
    "Open": "Buka",
    "&Save": "&Simpan",
    "Save": "Simpan",
    "&Choose": "&Pilih",
    "Cancel": "Batal",
    "&Cancel": "&Batal",
    "Close": "Tutup",
    "&Close": "&Tutup",
    "&OK": "&OK",
    "Look in:": "Di folder:",
    "&Look in:": "Di &folder:",
    "File &name:": "&Nama berkas:",
    "File name:": "Nama berkas:",
    "Directory:": "Folder:",
    "Files of type:": "Jenis berkas:",
    "Files of &type:": "&Jenis berkas:",
    "Directories": "Folder",
    "Directory": "Folder",
    "File": "Berkas",
    "File Folder": "Folder",
    "Folder": "Folder",
    "All Files (*)": "Semua berkas (*)",
    "All files (*)": "Semua berkas (*)",
    "Name": "Nama",
    "Size": "Besar",
    "Type": "Jenis",
    "Kind": "Jenis",
    "Date Modified": "Diubah",
    "Computer": "Komputer",
    "My Computer": "Komputer",
    "Back": "Mundur",
    "Forward": "Maju",
    "Parent Directory": "Folder di atasnya",
    "Create New Folder": "Folder baru",
    "List View": "Daftar",
    "Detail View": "Rincian",
    "New Folder": "Folder baru",
    "&New Folder": "&Folder baru",
    "&Rename": "&Ganti nama",
    "&Delete": "&Hapus",
    "Show &hidden files": "Tampilkan berkas &tersembunyi",
    "%1 already exists.\nDo you want to replace it?": "%1 sudah ada.\nGanti dengan yang baru?",
    "%1\nFile not found.\nPlease verify the correct file name was given.": (
        "%1\nBerkas tidak ditemukan. Periksa namanya."
    ),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "%1\nFolder tidak ditemukan. Periksa namanya."
    ),
    "&Undo": "&Batalkan",
    "&Redo": "&Ulangi",
    "Cu&t": "Po&tong",
    "&Copy": "&Salin",
    "&Paste": "&Tempel",
    "Select All": "Pilih semua",
    "Delete": "Hapus",
}


class QtWords(QtCore.QTranslator):
    """Installed once; silent while the window speaks another language."""

    def translate(
        self, context: str, source: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """The words for a text of Qt's own; None, and not "", leaves Qt its own words."""
        return _WORDS.get(source) if text.language() == "id" else None

    def isEmpty(self) -> bool:
        return False
