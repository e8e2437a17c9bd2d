"""The index: a catalog and immutable segments, on disk or in memory. Derived, disposable, never the only copy.

The catalog says which articles there are and what a list shows of them; segments hold their texts in blocks and the
rest of their records. An article's number says where its text is; numbers are never used again.
"""
