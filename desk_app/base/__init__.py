# SPDX-License-Identifier: Apache-2.0
"""What every room may lean on: words, clock, paths, files, progress."""
