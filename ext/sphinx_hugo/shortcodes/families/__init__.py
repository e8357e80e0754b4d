"""What shortcodes of several packs have in common, one family a module."""
