"""What Hugo writes beside the pages: redirects, files, feeds, the site map, Markdown copies."""
