# SPDX-License-Identifier: Apache-2.0
"""How things travel: package, drives; knows the journal, not the database."""
