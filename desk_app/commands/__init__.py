# SPDX-License-Identifier: Apache-2.0
"""The commands of `python -m desk_app`, one file for each matter; they parse, call operations and print."""
