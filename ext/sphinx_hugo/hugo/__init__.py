"""Hugo as data: configuration, content tree, order, menus, references, shortcodes.

Nothing here knows Sphinx: the modules import the standard library and a YAML reader only.
"""
