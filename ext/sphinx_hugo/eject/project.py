"""What stands beside the pages: configuration, requirements, redirects, served files."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from html import escape
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from sphinx.util.osutil import relative_uri

from sphinx_hugo.eject.notes import Note
from sphinx_hugo.eject.places import EXTRA, page_address
from sphinx_hugo.hosting import read_the_docs
from sphinx_hugo.outdir.paths import inside
from sphinx_hugo.output.files import redirects_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sphinx.config import Config

    from sphinx_hugo.documents import Documents
    from sphinx_hugo.eject.places import Places

STYLE = "site.css"
"""Name of the style sheet, which what shortcodes show was made with."""

CONF = '''\
"""{title}: made of a Hugo site by sphinx-hugo, which is not needed any more."""

project = {project}
html_title = {project}
language = {language}
{base_url}
extensions = {extensions}

# What pages may contain beyond CommonMark: attributes, ::: directives, definition lists and so on.
myst_enable_extensions = {myst_extensions}
# README.md is the name of a file, not of a host.
myst_linkify_fuzzy_links = False
# Headings get ids made of their words, down to this level, as they had them before.
myst_heading_anchors = 6

html_theme = "furo"
html_static_path = ["_static"]
{templates}html_css_files = [{style}]
# These files lie at the root of the site, under the path they have in this folder.
html_extra_path = [{extra}]
exclude_patterns = [{extra}, "_build", "Thumbs.db", ".DS_Store"]

# Straight quotes and -- become typographic ones, as the Hugo site had it.
smartquotes = {smartquotes}
# A code block without a language is not coloured.
highlight_language = "none"
suppress_warnings = [
    "misc.highlighting_failure",  # code that its language does not allow is shown without colour
    "myst.strikethrough",  # struck text is struck in HTML only
    "ref.footnote",  # a footnote may be there that no text refers to
]
{redirects}'''

REDIRECTS = """
# Old addresses of pages, and where each leads, seen from there. They fit the dirhtml builder.
redirects = {table}
"""

SEARCH = """\
{{# The page of the search has the title that it had in the Hugo site. #}}
{{% extends "!search.html" %}}
{{% block htmltitle %}}<title>{title} - {{{{ docstitle|striptags|e }}}}</title>{{% endblock %}}
"""

UNTITLED_STYLE = """
/* The title of a page that the Hugo site shows without one: for navigation and screen readers. */
section.untitled > h1 {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
"""


REQUIREMENTS = {
    "sphinx": "sphinx>=8.2",
    "myst_parser": "myst-parser[linkify]>=5.2",
    "sphinx_design": "sphinx-design>=0.6",
    "furo": "furo",
    "sphinx_reredirects": "sphinx-reredirects>=1.1",
}


def configuration(
    settings: Config,
    documents: Documents,
    myst_extensions: Sequence[str],
    moved: Mapping[str, str],
    *,
    smartquotes: bool,
) -> dict[str, str]:
    """Return the text of each file of the project's own, by its name."""
    title = project_title(settings, documents)
    extensions = ["myst_parser", "sphinx_design"]
    needed = [*REQUIREMENTS]
    if moved:
        extensions.append("sphinx_reredirects")
    else:
        needed.remove("sphinx_reredirects")
    base = settings.html_baseurl
    search = documents.pages.get("search/index")
    table = _table([f"{_text(old)}: {_text(new)}" for old, new in moved.items()], "{}")
    files = (
        {}
        if search is None or not search.title
        else {"_templates/search.html": SEARCH.format(title=escape(search.title))}
    )
    return files | {
        "conf.py": CONF.format(
            title=title.replace("\\", " ").replace('"', "'").replace("\n", " "),
            project=_text(title),
            language=_text(settings.language),
            base_url=f"html_baseurl = {_text(base)}\n" if base else "",
            extensions=_table(map(_text, extensions), "[]"),
            myst_extensions=_table(map(_text, myst_extensions), "[]"),
            templates='templates_path = ["_templates"]\n' if files else "",
            style=_text(STYLE),
            extra=_text(EXTRA),
            smartquotes=smartquotes,
            redirects=REDIRECTS.format(table=table) if moved else "",
        ),
        f"_static/{STYLE}": _style(),
        "requirements.txt": "".join(f"{REQUIREMENTS[name]}\n" for name in needed),
        ".readthedocs.yaml": read_the_docs("requirements.txt"),
    }


def project_title(settings: Config, documents: Documents) -> str:
    """Return what the project is called: as the site, else as its folder."""
    config = documents.site.config
    is_named = settings.project != settings.values["project"].default
    return config.title or (settings.project if is_named else config.root.name)


def _style() -> str:
    folder = Path(__file__).parents[1] / "static"
    return (folder / "sphinx_hugo.css").read_text(encoding="utf-8") + UNTITLED_STYLE


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)


def _table(lines: Any, brackets: str) -> str:
    body = "".join(f"    {line},\n" for line in lines)
    return f"{brackets[0]}\n{body}{brackets[1]}"


_OWN_FOLDERS = (f"{EXTRA}/", "_build/", "_static/", "_templates/")


@dataclass(frozen=True, slots=True)
class Redirects:
    """The old addresses of pages."""

    named: dict[str, str]
    """For the configuration: the name by which it knows a page, and where that leads."""
    pages: dict[str, str]
    """For what is no HTML page by its name: the file to write, and where that leads."""
    notes: list[Note]


def redirects(documents: Documents, places: Places) -> Redirects:
    """Return where aliases lead, and the addresses that pages cannot keep."""
    found = Redirects({}, {}, [])
    written = {f"{page_address(docname)}index.html" for docname in documents}
    for docname, page in documents.pages.items():
        if docname.startswith(_OWN_FOLDERS):
            message = (
                f"The page is at /{page_address(docname)}, in a folder that Sphinx does not look into "
                "for pages. Give it another url in its front matter, with this one as an alias."
            )
            found.notes.append(Note(str(page.filename or ""), None, message))
        target = page.target.removeprefix(documents.prefix)
        if target and target not in written:
            new = page_address(docname)
            message = (
                f"The page was at /{target}, where Sphinx's dirhtml writes none. It is at /{new} now, "
                "and a redirect leads there."
            )
            found.notes.append(Note(str(page.filename or ""), None, message))
            _redirect(found, target, new)
    for target, page in redirects_of(documents):
        name = documents.docname(page.path)
        if name is not None and target not in written and target not in places.files:
            _redirect(found, target, page_address(name))
    return found


def _redirect(found: Redirects, target: str, address: str) -> None:
    new = relative_uri(quote(target), quote(address)) or "./"
    name = target.removesuffix("/index.html")
    # The extension takes "a/index" for the page at a/, and some signs for a pattern.
    is_index = name.rpartition("/")[2] == "index"
    if is_index or any(sign in name for sign in "*?[]$") or not target.endswith(".html"):
        found.pages[target] = new
    else:
        found.named[name] = new


_MOVING = """<!DOCTYPE html>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url={address}">
<a href="{address}">{address}</a>
"""


def moving(address: str) -> str:
    """Return a page that leads to an address."""
    return _MOVING.format(address=escape(address))


def copy_files(folder: Path, places: Places) -> tuple[int, list[Note]]:
    """Copy served files and pictures to where the project serves them; returns how many."""
    count = 0
    notes: list[Note] = []
    everything = {**places.files, **{name: file for file, name in places.homeless.items()}}
    for address, filename in sorted(everything.items()):
        path = inside(folder, address)
        if path is None or _is_page(address, places):
            continue
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(filename, path)
        except OSError as error:
            message = f"The file cannot be copied: {error.strerror}."
            notes.append(Note(str(filename), None, message))
        else:
            count += 1
    return count, notes


def _is_page(address: str, places: Places) -> bool:
    """Tell whether a page has the address of a file; as in Hugo, it has its place before that."""
    path = PurePosixPath(address)
    if path.name != "index.html":
        return False
    folder = path.parent.as_posix()
    return any(name in places.anchors for name in (folder, f"{folder}/index".removeprefix("./")))
