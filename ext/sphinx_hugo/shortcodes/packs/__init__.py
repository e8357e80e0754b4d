"""The shortcodes of themes, of page layout, and those that many sites define alike."""
