"""Contextual escaping: what html/template adds to a template so that data stays data.

`analysis` follows the HTML through a template's text, branches and included templates, and
finds for each printed value the context it stands in (`context`, `transition`); from this it
chooses escapers (`html`, `urls`, `script`, `style`). The result is a `variants.Variant`.
"""
