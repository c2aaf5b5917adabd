# SPDX-License-Identifier: Apache-2.0
"""Questions to the user: one file, one question."""
