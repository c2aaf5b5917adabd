# SPDX-License-Identifier: Apache-2.0
"""Pengaturan: office, election, letterhead, operators, backups, look, about; saved when a field is left."""

from ui.pages.settings_page.page import SettingsPage

__all__ = ["SettingsPage"]
