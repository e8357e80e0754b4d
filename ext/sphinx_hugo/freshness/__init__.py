"""What a later build must do again: documents to read, documents to write.

Sphinx compares times. That is not enough: a page of a Hugo site depends on the cascade above it, on
the site's configuration, on what other pages are called and where they stand; a file that is moved
or brought back keeps its old time; and a build may end in the middle. For each document a digest of
what it took from elsewhere is kept, and for each output what it shows; what differs is read or written
again, and nothing else.
"""
