"""Configuration: the files, themes and mounts of a site, and every setting with Hugo's default."""
