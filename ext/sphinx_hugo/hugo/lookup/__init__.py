"""Pages by name, file and address, and how Hugo finds the one that a path names."""
