"""Markdown as Goldmark reads it, for markdown-it-py.

:func:`create_parser` gives a parser whose tokens say what Hugo would print; :func:`render_html`
prints it. Nothing here knows Sphinx, docutils or MyST.

What a caller puts into ``env`` (each key may be left out):

``shortcodes``
    A compiled pattern that matches one placeholder; its group 1 is the number of the call.
``line_map``
    A sequence: entry *i* is the 1-based source line of line *i* of the text that is parsed.
``anchors``
    An :class:`sphinx_hugo.hugo.anchors.AnchorRegistry`; made if missing, so that two texts of one
    page may share it.
``keep_divider``
    True to have ``<!--more-->`` printed where the summary ends; see
    :func:`sphinx_hugo.markdown.summary.summarize`.
``shortcode_html``
    For :class:`HugoRenderer`: a function from the number of a call to HTML.
``problems``
    A list that receives ``(line, message)``: 1-based source line, or None.

What is in the tokens besides what markdown-it-py puts there:

``heading_open``
    ``attrs`` hold ``id`` and other attributes; ``meta["id"]`` is ``"explicit"``, ``"auto"`` or
    ``"none"``; ``meta["text"]`` is the plain text.
``fence``
    ``info`` is the language only (for a MyST directive: the info string as written, and
    ``meta["directive"]`` is True); ``meta["attributes"]`` is a dict, see
    :mod:`sphinx_hugo.markdown.rules.fences`.
``alert_open``, ``alert_title_open``, ``inline``, ``alert_title_close``, ..., ``alert_close``
    ``meta`` has ``kind`` (lower case), ``sign`` (``""``, ``"-"``, ``"+"``) and ``title`` (source
    text); the title tokens are there only if there is a title.
``math_inline``, ``math_block``
    ``content`` without delimiters, ``meta["delimiters"]`` the pair of them.
``shortcode``, ``shortcode_block``
    ``meta["index"]`` is the number of the call, ``content`` the placeholder.
``html_omitted`` (inline), ``html_omitted_block``
    Raw HTML that Hugo drops, ``content`` is the HTML; only if the renderer's ``__output__`` is
    ``"html"``, others never see it.
``summary_divider``
    Where the summary ends; likewise.
``sub_open``, ``sup_open``, ``mark_open``, ``ins_open``, ``s_open`` and their ``_close``
    The inline extras.
``footnote_ref``, ``footnote_reference_open``, ``footnote_reference_close``
    ``meta["label"]``, ``meta["number"]`` (1-based, in order of first use; None for a definition
    that Hugo does not print: it is not referred to, or the second of its label: ``meta["again"]``).
    ``meta["scope"]`` tells the labels of several texts of a page apart.
``emoji``
    ``content`` the characters, ``markup`` the code.
``dl_open``, ``dt_open``, ``dd_open`` and their ``_close``
    Several terms may follow each other; ``dd_open`` has ``meta["tight"]``.
``myst_role``
    Only with :attr:`MarkdownOptions.myst`: ``meta["name"]`` and ``content``, as MyST has them.
inline tokens below the first line of their block
    ``meta["line"]`` is their 1-based source line.
``text``
    ``meta["entities"]``: position in ``content`` -> what Hugo prints for that character.
"""

from __future__ import annotations

from .html import HugoRenderer, render_html, render_line
from .options import MarkdownOptions, MystNames
from .parser import create_parser

__all__ = [
    "HugoRenderer",
    "MarkdownOptions",
    "MystNames",
    "create_parser",
    "render_html",
    "render_line",
]
