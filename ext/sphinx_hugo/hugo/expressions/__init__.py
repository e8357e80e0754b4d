"""Go's regular expressions by means of Python's."""
