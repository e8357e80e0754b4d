"""Content: from files to pages, with front matter, cascade, taxonomies and resources."""
