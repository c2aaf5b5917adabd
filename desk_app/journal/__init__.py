# SPDX-License-Identifier: Apache-2.0
"""What a change is: record, canonical bytes, streams, heads, digest; pure: no database, no files."""
