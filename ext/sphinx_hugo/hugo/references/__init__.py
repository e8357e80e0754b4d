"""References: what ``ref``, ``relref`` and plain links mean, and which files pages name."""
