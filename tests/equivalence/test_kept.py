"""What is kept between two builds may be lost, spoilt or of another kind: the result is the same."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from sphinx.registry import SphinxComponentRegistry

from equivalence import builds
from equivalence.builds import Step
from equivalence.sequences import compare
from equivalence.test_found import BASE

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

SITE = {
    **BASE,
    "hugo.toml": BASE["hugo.toml"] + "[languages.en]\n[languages.fr]\n",
    "content/docs/bee.md": '---\ntitle: Bee\naliases: [/b/]\n---\n[A]({{< relref "ant" >}})\n',
    "content/docs/bee.fr.md": "---\ntitle: Abeille\n---\nTexte.\n",
    "static/a.txt": "a",
}
CHANGED = {**SITE, "content/docs/ant.md": "---\ntitle: Wasp\n---\n## One\n"}


def spoil(path: Path) -> None:
    """Leave half of a file."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


LOSSES: dict[str, Callable[[Path], None]] = {
    "the output": lambda folder: shutil.rmtree(folder / "out"),
    "the doctrees": lambda folder: shutil.rmtree(folder / "doctrees"),
    "a page": lambda folder: (folder / "out/docs/bee.html").unlink(),
    "a redirect": lambda folder: (folder / "out/b/index.html").unlink(),
    "a static file": lambda folder: (folder / "out/a.txt").unlink(),
    "half of the environment": lambda folder: spoil(folder / "doctrees/environment.pickle"),
    "half of the record": lambda folder: spoil(folder / "doctrees/hugo-files-html.json"),
    "half of the stamp": lambda folder: spoil(folder / "out/.buildinfo"),
    "the index": lambda folder: (folder / "out/genindex.html").unlink(),
    "half of the inventory": lambda folder: spoil(folder / "out/objects.inv"),
}


def with_other(name: str, value: Any) -> Callable[[bytes], bytes]:
    """Return what gives a field of a search index another value."""

    def change(script: bytes) -> bytes:
        index = json.loads(script.removeprefix(BEFORE).removesuffix(b")"))
        return BEFORE + json.dumps({**index, name: value}).encode() + b")"

    return change


BEFORE = b"Search.setIndex("
INDEXES: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda _script: b"",
    "a part of the call": lambda script: script[: len(BEFORE) // 2],
    "the call alone": lambda script: script[: len(BEFORE)],
    "half": lambda script: script[: len(script) // 2],
    "all but the end": lambda script: script[:-1],
    "half and the end": lambda script: script[: len(script) // 2] + b")",
    "without its middle": lambda script: script[:90] + script[-90:],
    "twice": lambda script: script * 2,
    "a line more": lambda script: script + b"\n",
    "another word": lambda script: script.replace(b'"wasp"', b'"hornet"').replace(b'"ant"', b'"x"'),
    "what is no text": lambda _script: b"Search.setIndex(\xff\xfe)",
    "NUL": lambda script: b"\0" * len(script),
    "another script": lambda _script: b"alert(1)",
    "a list": lambda _script: b"Search.setIndex([])",
    "no fields": lambda _script: b"Search.setIndex({})",
    "fields of another kind": with_other("alltitles", [1]),
    "documents of another number": with_other("docnames", ["index"]),
    "documents that are none": with_other("terms", {"word": [1000]}),
    "words that are none": with_other("terms", {"word": None}),
    "another format": with_other("envversion", {"sphinx": 1}),
    "another object": with_other("docnames", {}),
}
"""What may stand in place of the search index that a build has left."""


class Twice:
    """A site that is built, changed, and built again in the same folders."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "site").mkdir()

    def build(self, out: str = "out", doctrees: str = "doctrees", **conf: Any) -> dict[str, bytes]:
        builder = conf.pop("builder", "html")
        paths = (self.folder / name for name in ("site", out, doctrees))
        builds.build(*paths, Step({}, conf, builder), jobs=1)
        return builds.output(self.folder / out)

    def change(self, before: dict[str, str], after: dict[str, str]) -> None:
        builds.write(self.folder / "site", before, Step(after))


@pytest.fixture
def twice(tmp_path: Path) -> Twice:
    made = Twice(tmp_path)
    made.change({}, SITE)
    return made


@pytest.mark.parametrize("what", LOSSES)
@pytest.mark.parametrize("after", [SITE, CHANGED], ids=["same", "changed"])
def test_something_is_lost(twice: Twice, what: str, after: dict[str, str]) -> None:
    twice.build()
    LOSSES[what](twice.folder)
    twice.change(SITE, after)
    assert compare(twice.build(), twice.build("clean", "clean-doctrees")) is None


@pytest.mark.parametrize("speed", [True, False])
def test_another_search_index_is_made_anew(twice: Twice, speed: bool) -> None:
    """Whatever it holds: Sphinx would stop at it, or go on with what it says."""
    clean = [twice.build("clean", "clean-doctrees")]
    twice.change(SITE, CHANGED)
    clean.append(twice.build("clean", "clean-doctrees"))
    path, sites = twice.folder / "out/searchindex.js", (SITE, CHANGED)
    twice.build(hugo_speed=speed)
    for number, what in enumerate(INDEXES):
        now, before = number % 2, path.read_bytes()
        path.write_bytes(INDEXES[what](before))
        assert path.read_bytes() != before, what
        twice.change(sites[1 - now], sites[now])
        assert compare(twice.build(hugo_speed=speed), clean[now]) is None, what


def test_another_search_index_is_made_anew_where_nothing_has_changed(twice: Twice) -> None:
    first = twice.build()
    (twice.folder / "out/searchindex.js").write_bytes(b"Search.setIndex({})")
    assert compare(twice.build(), first) is None


def test_a_file_that_the_search_index_links_to_is_left(twice: Twice) -> None:
    first, other = twice.build(), twice.folder / "other.js"
    path = twice.folder / "out/searchindex.js"
    path.unlink()
    other.write_text("mine")
    path.symlink_to(other)
    assert compare(twice.build(), first) is None
    assert other.read_text() == "mine"


@pytest.mark.parametrize(
    "conf",
    [
        {"html_theme": "furo"},
        {"language": "fr"},
        {"html_title": "Other"},
        {"hugo_llms": True},
        {"hugo_navigation": "sections"},
        {"hugo_section_list": "cards"},
    ],
    ids=lambda conf: next(iter(conf)),
)
def test_a_setting_changes_and_changes_back(twice: Twice, conf: dict[str, Any]) -> None:
    first = twice.build()
    assert compare(twice.build(**conf), twice.build("clean", "clean-doctrees", **conf)) is None
    assert compare(twice.build(), first) is None


def test_doctrees_of_another_builder(twice: Twice) -> None:
    twice.build("other", builder="dirhtml")
    assert compare(twice.build(), twice.build("clean", "clean-doctrees")) is None


def test_the_output_of_another_site(twice: Twice) -> None:
    twice.build()
    assert compare(twice.build("out2"), twice.build("clean", "clean-doctrees")) is None


def test_doctrees_of_another_version(twice: Twice, monkeypatch: pytest.MonkeyPatch) -> None:
    real = SphinxComponentRegistry.get_envversion

    def other(*arguments: Any) -> Any:
        return {**real(*arguments), "sphinx_hugo": 0}

    with monkeypatch.context() as patched:
        patched.setattr(SphinxComponentRegistry, "get_envversion", staticmethod(other))
        twice.build()
    twice.change(SITE, CHANGED)
    assert compare(twice.build(), twice.build("clean", "clean-doctrees")) is None
