# SPDX-License-Identifier: Apache-2.0
"""Laporan: choose a paper, settle what is on it, see it as it will be printed, make it final, print or save it."""

from ui.pages.reports_page.page import ReportsPage as ReportsPage
