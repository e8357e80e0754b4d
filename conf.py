"""The BigCode documentation: Hugo pages in docs/, built by the extension in ext/."""

import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE / "ext"))

project = "BigCode"
author = "The BigCode community"
copyright = "the BigCode community; text under CC BY 4.0"
version = release = "1.0"
language = "en"

extensions = ["sphinx_hugo", "sphinx_copybutton", "sphinx.ext.intersphinx", "notfound.extension"]
exclude_patterns = ["_build", "_readthedocs", ".venv", "ext", "tests", "README.md"]

# -- the site, in Hugo's words -----------------------------------------------------------------

hugo_config = {
    "title": "BigCode",
    "baseURL": "https://www.bigcode-project.org/",
    "enableRobotsTXT": True,
    "disableKinds": ["taxonomy", "term"],
    "module": {
        "mounts": [
            {
                "source": "docs",
                "target": "content/docs",
                "files": ["! _home.md", "! _templates/**", "! static/**", "! inventories/**"],
            },
            {"source": "docs/_home.md", "target": "content/_index.md"},
            {"source": "docs/static", "target": "static"},
        ]
    },
    "menus": {
        "docs": [
            {"identifier": "about", "name": "About the project", "weight": 10},
            {"identifier": "pages", "name": "Licences", "weight": 20},
            {"identifier": "guide", "name": "Working on these pages", "weight": 30},
        ]
    },
    "params": {
        "description": "Open and responsible development of LLMs for code",
        "images": ["/images/website-preview.png"],
        "version": release,
    },
}
hugo_navigation = "menu:docs"
hugo_section_list = "cards"
hugo_git_dates = True
hugo_llms = True
hugo_organization = {
    "logo": "https://www.bigcode-project.org/icons/icon-512.png",
    "sameAs": [
        "https://huggingface.co/bigcode",
        "https://github.com/bigcode-project",
        "https://twitter.com/BigCodeProject",
    ],
}
hugo_shortcodes = {
    "example": "sphinx_hugo.reference:Example",
    "reference": "sphinx_hugo.reference:Reference",
}

# -- what readers see --------------------------------------------------------------------------

html_theme = "furo"
html_title = "BigCode"
html_baseurl = os.environ.get("READTHEDOCS_CANONICAL_URL", "https://www.bigcode-project.org/")
html_static_path = ["docs/static"]
templates_path = ["docs/_templates"]
html_css_files = ["css/bigcode.css"]
html_favicon = "docs/static/favicon.svg"
html_copy_source = False
html_show_sourcelink = False
html_theme_options = {
    "light_logo": "images/logo.svg",
    "dark_logo": "images/logo-dark.svg",
    "light_css_variables": {"color-code-background": "#f7f6fb"},
    "dark_css_variables": {"color-code-background": "#1c1b22"},
    "footer_icons": [
        {"name": name, "url": url, "html": name}
        for name, url in (
            ("Hugging Face", "https://huggingface.co/bigcode"),
            ("GitHub", "https://github.com/bigcode-project"),
            ("X", "https://twitter.com/BigCodeProject"),
        )
    ],
}
# Read the Docs says which repository and branch it builds; a copy on somebody's disk has no such place.
if clone := os.environ.get("READTHEDOCS_GIT_CLONE_URL", "").removesuffix(".git"):
    html_theme_options["source_repository"] = clone.replace(
        "git@github.com:", "https://github.com/"
    )
    html_theme_options["source_branch"] = os.environ.get("READTHEDOCS_GIT_IDENTIFIER", "main")
    html_theme_options["source_directory"] = ""
copybutton_exclude = ".linenos, .gp, .go"
# The page for addresses that are not there; it is shown at any depth, so its links begin at the root.
notfound_urls_prefix = urlsplit(html_baseurl).path
notfound_context = {
    "title": "Page not found",
    "body": "<h1>Page not found</h1>\n<p>There is no page at this address. It may have moved: try the "
    "search, or the list of pages in the menu.</p>\n"
    f'<p><a href="{urlsplit(html_baseurl).path}">To the home page</a></p>',
}
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "a11y-high-contrast-dark"

epub_show_urls = "no"
# Files for the web and for LaTeX lie among the pictures; an e-book has no use for them.
suppress_warnings = ["epub.unknown_project_files"]
# The fonts of XeLaTeX have the signs that pages show, such as ✉ and ✔.
latex_engine = "xelatex"
latex_use_xindy = False  # one tool less to install; no page needs its sorting
# The landing page has no place in a book; its table of contents has.
latex_documents = [("index", "bigcode.tex", "BigCode", "The BigCode community", "manual", True)]
latex_logo = "docs/static/images/logo.pdf"
latex_elements = {
    "papersize": "a4paper",
    "extraclassoptions": "openany,oneside",
    "sphinxsetup": ", ".join(
        f"{name}={{HTML}}{{{colour}}}"
        for name, colour in (
            ("TitleColor", "5d2f86"),
            ("InnerLinkColor", "5d2f86"),
            ("OuterLinkColor", "8c1f68"),
        )
    ),
    "fncychap": "",
    "preamble": r"""
\makeatletter
% Chapters in the hand of the sections, and no empty third of a page above them.
\titleformat{\chapter}{\Huge\py@HeaderFamily}{\py@TitleColor\thechapter}{0.5em}{\py@TitleColor}
\titlespacing*{\chapter}{0pt}{0pt}{24pt}
% Words of the index are no code.
\protected\def\sphinxstyleindexentry#1{#1}
\makeatother
% Narrow columns are as wide as their words.
\setlength{\tymin}{60pt}
""",
}

# -- other projects ----------------------------------------------------------------------------

# The inventory lies beside us, so that a build needs no network.
intersphinx_mapping = {
    "python": ("https://docs.python.org/3", str(HERE / "docs" / "inventories" / "python.inv")),
}

# -- lighter pages ----------------------------------------------------------------------------------


def setup(app):
    """Spare pages without cards, tabs and the like the files that draw these (62 KB)."""
    app.connect("html-page-context", leave_out_unused)


def leave_out_unused(_app, _pagename, _template, context, _doctree):
    """Drop the files of sphinx-design where nothing on a page is of its classes."""
    if "sd-" not in context.get("body", ""):
        for files in (context["css_files"], context["script_files"]):
            files[:] = [one for one in files if "design" not in str(one.filename)]
