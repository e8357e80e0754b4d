"""Every verified case is run: what each of them expects is claimed by the module that tests it."""

from __future__ import annotations

import importlib

from model.vectors import expectations, read_all

RUNNERS = (
    "build.test_vectors",
    "markdown.test_vectors",
    "model.test_calls",
    "model.test_config",
    "model.test_problems",
    "model.test_vectors",
)

_RELATIVE = (
    "addresses within pages are relative, whatever these settings say: build/test_references.py"
)
ELSEWHERE = {
    ("alias-text", "output"): "redirects lead on by a relative address: build/test_metadata.py",
    ("url-canonify", "output"): _RELATIVE,
    ("url-relative", "output"): _RELATIVE,
    ("md-link-multihost", "output"): "links are looked up in the site: model/test_links.py",
    ("md-fence-myst-directive", "error"): "a directive, or a listing: markdown/test_tokens.py",
    ("ref-ambiguous", "error"): "all candidates are named: model/test_links.py",
    (
        "ref-file-relative-through-mounts",
        "html",
    ): "a file where a mount puts it: model/test_links.py",
}
"""Expectations that a test of another kind is about, and what we do."""


def test_every_expectation_of_every_case_is_run() -> None:
    claims = {claim for name in RUNNERS for claim in importlib.import_module(name).CLAIMS}
    expected = {(vector.id, key) for vector in read_all() for key in expectations(vector)}
    assert expected - claims == ELSEWHERE.keys()
    assert claims <= expected
