# SPDX-License-Identifier: Apache-2.0
"""The screens: one file, one screen."""
