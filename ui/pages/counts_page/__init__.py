# SPDX-License-Identifier: Apache-2.0
"""Hasil Suara: what is copied from each C.HASIL, how far it is, and what comes of it; never an official figure."""

from ui.pages.counts_page.page import CountsPage as CountsPage
