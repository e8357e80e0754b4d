"""References and their targets: the ``hugo`` domain, and what passes between projects.

Links and shortcodes leave a pending reference (:mod:`.crossrefs`); the domain (:mod:`.objects`) knows
the pages and headings that there are, and resolves it when the page is written (:mod:`.resolving`).
Sphinx's own roles find the same targets by :mod:`.labels`, other projects by :mod:`.inventory`.
"""
