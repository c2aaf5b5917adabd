# SPDX-License-Identifier: Apache-2.0
"""Spreadsheets in and out."""
