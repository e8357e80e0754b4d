"""Shortcode calls: from the text of a page to calls, and to Markdown with placeholders."""
