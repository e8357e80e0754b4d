"""The output folder: where files may lie in it, and how they are written whole."""
