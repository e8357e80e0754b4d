"""Each small saving: what it remembers, and that it leaves no trace when a build has ended."""

from __future__ import annotations

import gc
import subprocess
import sys
from io import StringIO
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from docutils import nodes
from hypothesis import given
from hypothesis import strategies as st
from pygments.lexers import get_lexer_by_name
from sphinx import search
from sphinx.highlighting import PygmentsBridge
from sphinx.search.en import SearchEnglish
from sphinx.util.docutils import new_document

from sphinx_hugo.speed.assets import AssetTags
from sphinx_hugo.speed.garbage import THRESHOLDS, PatientCollector, thaw
from sphinx_hugo.speed.highlighting import QuickBridge
from sphinx_hugo.speed.searchindex import QuickIndex
from sphinx_hugo.speed.stemming import SNOWBALL, StemCache, remembering
from sphinx_hugo.speed.titles import TitleParts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sphinx.application import Sphinx


# -- garbage ---------------------------------------------------------------------------------------


BY_DEFAULT = (700, 10, 10)
"""Python's own thresholds, which no build may have changed for good."""


@pytest.fixture
def collector() -> Iterator[PatientCollector]:
    # As in a new process: an earlier test may have left a build behind that never ended, and that
    # would end as soon as a collection meets it.
    gc.unfreeze()
    gc.collect()
    before = gc.get_threshold()
    callbacks = list(gc.callbacks)
    gc.callbacks[:] = [one for one in callbacks if one is not thaw]
    gc.unfreeze()
    gc.set_threshold(*BY_DEFAULT)
    yield PatientCollector()
    gc.set_threshold(*before)
    gc.unfreeze()
    gc.callbacks[:] = callbacks


def test_thresholds_are_high_during_a_build_only(collector: PatientCollector) -> None:
    before = gc.get_threshold()
    collector.start()
    collector.look()
    assert gc.get_threshold() == THRESHOLDS
    collector.stop()
    assert gc.get_threshold() == before


def test_hardly_anything_is_looked_for_before_pages_are_read(collector: PatientCollector) -> None:
    collector.start()
    assert _collections_while(lambda: [[] for _ in range(50_000)]) == 0
    assert _collections_while(lambda: [[] for _ in range(1_000_000)]) > 0
    collector.look()
    assert gc.get_freeze_count() > 0
    assert _collections_while(lambda: [[] for _ in range(50_000)]) > 0
    collector.stop()


def test_an_application_that_builds_nothing_looks_as_one_that_builds(tmp_path: Path) -> None:
    (tmp_path / "_index.md").write_text("Text.\n", encoding="utf-8")
    # In a process of its own: Sphinx keeps hold of the application.
    done = subprocess.run(
        [sys.executable, "-c", NO_BUILD, tmp_path], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [str(number) for number in THRESHOLDS]


NO_BUILD = """
import gc
import sys
from sphinx.application import Sphinx

root = sys.argv[1]
options = {"extensions": ["sphinx_hugo"], "hugo_config": {"contentDir": "."}}
Sphinx(root, None, f"{root}/out", f"{root}/doctrees", "html", options, status=None)
print(*gc.get_threshold())
"""


def test_pages_that_were_read_are_let_go_when_they_are_written(tmp_path: Path) -> None:
    (tmp_path / "_index.md").write_text("Text.\n", encoding="utf-8")
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text("Text.\n", encoding="utf-8")
    # Once without an index of an earlier build, once with one.
    for _build in range(2):
        done = subprocess.run(
            [sys.executable, "-c", ASIDE, tmp_path], capture_output=True, text=True, check=True
        )
        after_reading, while_writing = map(int, done.stdout.split())
        assert 0 < while_writing <= after_reading


ASIDE = """
import gc
import sys
from sphinx.application import Sphinx

root, counts = sys.argv[1], []
options = {"extensions": ["sphinx_hugo"], "hugo_config": {"contentDir": "."}}
app = Sphinx(
    root, None, f"{root}/out", f"{root}/doctrees", "html", options, status=None, freshenv=True
)
for event in ("env-updated", "html-page-context"):
    app.connect(event, lambda *_arguments: counts.append(gc.get_freeze_count()) or None)
app.build()
print(*counts[:2])
"""


def test_the_first_trees_of_many_are_let_go_early(
    collector: PatientCollector, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sphinx_hugo.speed.garbage.MANY", 10)
    app: Any = SimpleNamespace(env=SimpleNamespace(all_docs=range(10)))
    few: Any = SimpleNamespace(env=SimpleNamespace(all_docs=range(9)))
    collector.start()
    collector.look()
    full = gc.get_stats()[2]["collections"]
    for seen in (0, 1, 1, 1, 1, 1, 1, 1, 1, 1):
        collector.see_page(app)
        assert gc.get_stats()[2]["collections"] - full == seen
    collector.stop()
    collector.start()
    collector.look()
    full = gc.get_stats()[2]["collections"]
    for _page in range(9):
        collector.see_page(few)
    assert gc.get_stats()[2]["collections"] == full
    collector.stop()
    collector.see_page(app)  # of a builder that goes on
    assert gc.get_stats()[2]["collections"] == full


def test_one_large_thing_is_made_at_one_go(collector: PatientCollector) -> None:
    collector.start()
    collector.look()
    aside = gc.get_freeze_count()
    with pytest.raises(ValueError, match="too large"), collector.resting():
        assert _collections_while(lambda: [[] for _ in range(50_000)]) == 0
        raise ValueError("too large")
    assert gc.get_threshold() == THRESHOLDS
    assert gc.get_freeze_count() <= aside
    with collector.resting(stays=True):
        kept = [[] for _ in range(50_000)]  # type: ignore[var-annotated]
    assert gc.get_freeze_count() > aside + len(kept) // 2  # others may have gone meanwhile
    collector.stop()


def test_a_build_that_may_not_change_the_collector_does_not_rest(
    collector: PatientCollector,
) -> None:
    collector.look()
    with collector.resting(stays=True):
        assert gc.get_threshold() == BY_DEFAULT
    assert gc.get_freeze_count() == 0


def _collections_while(make: Callable[[], Any]) -> int:
    before = sum(generation["collections"] for generation in gc.get_stats())
    made = make()
    assert made
    return sum(generation["collections"] for generation in gc.get_stats()) - before


def test_what_was_put_aside_comes_back_with_the_first_full_collection() -> None:
    # In a process of its own: a collection that another thread has begun makes ours do nothing.
    counts = subprocess.run(
        [sys.executable, "-c", PUT_ASIDE], capture_output=True, text=True, check=True
    )
    stopped, partly, fully, watching = counts.stdout.split()
    assert int(stopped) > 0
    assert int(partly) > 0
    assert int(fully) == 0
    assert watching == "False"


PUT_ASIDE = """
import gc
from sphinx_hugo.speed.garbage import PatientCollector, thaw

collector = PatientCollector()
collector.start()
collector.stop()
print(gc.get_freeze_count())
gc.collect(1)
print(gc.get_freeze_count())
gc.collect()
print(gc.get_freeze_count(), thaw in gc.callbacks)
"""


def test_a_second_build_in_one_process_is_patient_too(collector: PatientCollector) -> None:
    for _build in range(2):
        collector.start()
        collector.look()
        assert gc.get_threshold() == THRESHOLDS
        collector.stop()
    assert gc.callbacks.count(thaw) == 1


def test_two_applications_of_one_process_are_thawed_once(collector: PatientCollector) -> None:
    other = PatientCollector()
    other.start()
    gc.unfreeze()  # as a program around them may do
    collector.start()
    collector.stop()
    other.stop()
    assert gc.callbacks.count(thaw) == 1
    assert gc.get_threshold() == BY_DEFAULT


def test_builds_in_one_process_do_not_pile_up_what_they_leave() -> None:
    done = subprocess.run([sys.executable, "-c", NINE], capture_output=True, text=True, check=True)
    assert int(done.stdout) <= 3


NINE = """
import gc
import weakref
from sphinx_hugo.speed.garbage import PatientCollector

class Ring:  # only the cyclic collector can free one
    def __init__(self, size):
        self.parts = [[self] for _ in range(size)]

collector = PatientCollector()
alive, left = len(gc.get_objects()), []
for _build in range(9):
    collector.start()
    left.append(weakref.ref(Ring(alive // 2)))
    collector.stop()
print(sum(ring() is not None for ring in left))
"""


def test_a_process_that_ends_does_not_look_at_it_again(
    collector: PatientCollector, monkeypatch: pytest.MonkeyPatch
) -> None:
    collector.start()
    collector.stop()
    monkeypatch.setattr("sys.is_finalizing", lambda: True)
    gc.collect()
    assert gc.get_freeze_count() > 0


def test_objects_that_somebody_else_put_aside_stay_so(collector: PatientCollector) -> None:
    gc.freeze()
    before = gc.get_threshold()
    collector.start()
    assert gc.get_threshold() == before
    collector.stop()
    gc.collect()
    assert gc.get_freeze_count() > 0


def test_a_collector_that_is_off_stays_off(collector: PatientCollector) -> None:
    gc.disable()
    try:
        collector.start()
        assert gc.get_threshold() != THRESHOLDS
    finally:
        gc.enable()


# -- search words ----------------------------------------------------------------------------------


@given(st.lists(st.text("aeinrsgly'é", max_size=9), max_size=12))
def test_stems_are_those_of_the_language(words: list[str]) -> None:
    theirs, ours = SearchEnglish({}), remembering(SearchEnglish)({})
    for word in [*words, *words]:
        assert ours.stem(word) == theirs.stem(word)


def test_a_word_is_stemmed_once() -> None:
    asked = []

    class Asking(SearchEnglish):
        def stem(self, word: str) -> str:
            asked.append(word)
            return super().stem(word)

    language = remembering(Asking)({})
    assert [language.stem("running") for _ in range(3)] == ["run"] * 3
    assert asked == ["running"]


@pytest.mark.parametrize("language", sorted(SNOWBALL))
def test_sphinx_s_own_class_comes_back(idle_app: Sphinx, language: str) -> None:
    before = dict(search.languages)
    config: Any = idle_app.config
    was, config.html_search_language = config.html_search_language, language
    cache = StemCache()
    try:
        cache.start(idle_app)
        found: Any = search.languages[language]
        assert found.lang == language
        assert found({}).stem("a") is not None
        assert {k: v for k, v in search.languages.items() if k != language} == {
            k: v for k, v in before.items() if k != language
        }
    finally:
        cache.stop(idle_app, None)
        config.html_search_language = was
    assert search.languages == before


def test_a_language_that_keeps_state_is_left_alone(idle_app: Sphinx) -> None:
    config: Any = idle_app.config
    was, config.html_search_language = config.html_search_language, "zh"
    cache = StemCache()
    try:
        cache.start(idle_app)
        assert search.languages["zh"] == "sphinx.search.zh.SearchChinese"
    finally:
        cache.stop(idle_app, None)
        config.html_search_language = was


# -- code blocks -----------------------------------------------------------------------------------

CODE = 'def f(x):\n    """Text."""\n    return [x, {"a": 1}]  # é <b>\n'


@pytest.mark.parametrize("language", ["python", "yaml", "bash", "none", "nosuch", "console", "c"])
@pytest.mark.parametrize("force", [True, False])
@pytest.mark.parametrize(
    "options", [{}, {"linenos": "table"}, {"hl_lines": [1, 3]}, {"linenos": "inline"}], ids=str
)
def test_highlighted_code_is_the_same(
    language: str, options: dict[str, Any], *, force: bool
) -> None:
    plain, quick = PygmentsBridge("html"), PygmentsBridge("html")
    answers = QuickBridge(quick)
    vars(quick).update(get_formatter=answers.get_formatter, get_lexer=answers.get_lexer)
    for source in (CODE, "a: [1, 2", "$ ls -l\n", CODE):
        wanted = plain.highlight_block(source, language, force=force, **options)
        assert quick.highlight_block(source, language, force=force, **options) == wanted


def test_formatters_are_kept_by_their_options_and_lexers_are_new() -> None:
    answers = QuickBridge(PygmentsBridge("html"))
    assert answers.get_formatter(linenos=True) is answers.get_formatter(linenos=True)
    assert answers.get_formatter(linenos=True) is not answers.get_formatter(linenos=False)
    one, other = answers.get_lexer("", "yaml", force=True), answers.get_lexer("", "yaml")
    assert one is not other
    assert type(one) is type(get_lexer_by_name("yaml"))
    assert len(other.filters) == len(one.filters) + 1


# -- titles and assets -----------------------------------------------------------------------------


def test_titles_of_documents_are_rendered_once(idle_app: Sphinx) -> None:
    asked: list[Any] = []
    render: Any = idle_app.builder.render_partial  # type: ignore[attr-defined]

    def counting(node: nodes.Node | None) -> dict[str, str]:
        asked.append(node)
        return dict(render(node))

    parts = TitleParts(idle_app.env, counting)
    title, other = idle_app.env.titles["index"], nodes.title("", "Other")
    assert parts.render(title) == parts.render(title) == render(title)
    parts.render(title)["title"] = "changed by a caller"
    assert parts.render(title) == render(title)
    assert parts.render(other) == parts.render(other)
    assert parts.render(None) == {"fragment": ""}
    assert asked == [title, other, other, None]


def test_asset_tags_are_made_once_for_each_depth() -> None:
    asked = []

    def css_tag(asset: str) -> str:
        asked.append(asset)
        return f"<link {asset}>"

    css_tag.__module__ = "sphinx.builders.html"
    tags = AssetTags()
    for pagename, root in (("a/b", "../"), ("a/c", "../"), ("d", "./"), ("_static/x", "../")):
        context: dict[str, Any] = {"css_tag": css_tag, "content_root": root}
        tags.replace(None, pagename, "", context, None)  # type: ignore[arg-type]
        assert context["css_tag"]("x.css") == "<link x.css>"
    assert len(asked) == 3


def test_tags_of_another_maker_are_left_alone() -> None:
    def js_tag(asset: str) -> str:
        return asset

    context: dict[str, Any] = {"js_tag": js_tag, "content_root": "./"}
    AssetTags().replace(None, "a", "", context, None)  # type: ignore[arg-type]
    assert context["js_tag"] is js_tag


# -- the search index ------------------------------------------------------------------------------


class Index:
    """As much of Sphinx's index as pruning touches; a word is in some of the documents it names."""

    def __init__(self, words: dict[str, set[str]], docnames: set[str]) -> None:
        self._titles = {name: name.upper() for name in docnames}
        self._all_titles: dict[str, list[Any]] = {name: [] for name in docnames}
        self._filenames = {name: f"{name}.md" for name in docnames}
        self._mapping = {word: found & docnames for word, found in words.items()}
        self._title_mapping = {word: found & docnames for word, found in words.items()}

    def parts(self) -> tuple[Any, ...]:
        tables = (self._titles, self._all_titles, self._filenames)
        return (*(sorted(table.items()) for table in tables), self._mapping, self._title_mapping)


NAMES = st.sets(st.sampled_from("abcdef"))


@given(words=st.dictionaries(st.text(max_size=2), NAMES), known=NAMES, kept=NAMES)
def test_pruning_leaves_what_sphinx_leaves(
    words: dict[str, set[str]], known: set[str], kept: set[str]
) -> None:
    theirs, ours = Index(words, known), Index(words, known)
    search.IndexBuilder.prune(theirs, kept)  # type: ignore[arg-type]
    QuickIndex(ours).prune(iter(sorted(kept)))
    assert ours.parts() == theirs.parts()


TEXTS = st.dictionaries(
    st.sampled_from("abcdef"), st.lists(st.sampled_from(["apple", "bread", "cheese", "dough"]))
)


def indexer(*, is_ours: bool) -> search.IndexBuilder:
    names = ("titles", "filenames", "mapping", "title_mapping", "all_titles", "index_entries")
    tables: dict[str, Any] = {
        f"_search_index_{name}": {} for name in (*names, "objtypes", "objnames")
    }
    domains = SimpleNamespace(sorted=list)
    env: Any = SimpleNamespace(domains=domains, version=1, **tables)
    found = search.IndexBuilder(env, "en", {}, "")
    if is_ours:
        QuickIndex(found).start()
    return found


def feed(index: search.IndexBuilder, pages: dict[str, list[str]]) -> None:
    for name, words in pages.items():
        document = new_document(name)
        document += nodes.title("", words[0] if words else "")
        document += nodes.paragraph("", " ".join(words))
        index.feed(name, f"{name}.md", name, document)


def written(index: search.IndexBuilder) -> str:
    stream = StringIO()
    index.dump(stream, search.js_index)
    return stream.getvalue()


@given(before=TEXTS, after=TEXTS, gone=NAMES)
def test_an_index_that_was_loaded_is_written_as_sphinx_writes_it(
    before: dict[str, list[str]], after: dict[str, list[str]], gone: set[str]
) -> None:
    first = indexer(is_ours=False)
    feed(first, {"index": ["apple"], **before})
    kept = {"index", *before} - gone - set(after)
    results = []
    for is_ours in (False, True):
        index = indexer(is_ours=is_ours)
        index.load(StringIO(written(first)), search.js_index)
        index.prune(kept)
        feed(index, after)
        results.append(written(index))
    assert results[0] == results[1]


def test_a_document_that_is_fed_again_without_being_taken_out_is_in_the_index() -> None:
    first = indexer(is_ours=False)
    feed(first, {"a": ["apple"], "b": ["bread"]})
    index = indexer(is_ours=True)
    index.load(StringIO(written(first)), search.js_index)
    feed(index, {"b": ["apple"]})
    assert '"appl":[0,1]' in written(index)
