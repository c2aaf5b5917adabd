# SPDX-License-Identifier: Apache-2.0
"""From the start of the program to an open office in its window, and back."""
