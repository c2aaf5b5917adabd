# SPDX-License-Identifier: Apache-2.0
"""What a user can do: one verb, one function; the front door of the window and of the command line."""
