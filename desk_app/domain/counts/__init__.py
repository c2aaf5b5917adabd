# SPDX-License-Identifier: Apache-2.0
"""The count as rules: the lines of a C.HASIL, its arithmetic, and which figures of a TPS stand.

A desk copies what KPPS wrote; nothing here is a result (domain.md §0.3, §4).
"""
