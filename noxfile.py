"""The checks for more than one environment; `make test` and `make check` serve one.

`nox` runs what a change should pass; `nox -s "tests(python='3.13', sphinx='9.2')"` is one row of it, and
`nox -l` lists all. Pythons that are not installed are skipped.
"""

from __future__ import annotations

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.error_on_missing_interpreters = False
nox.options.sessions = ["lint", "tests", "docs"]

EXTRAS = ".[docs,seo,mermaid,compare]"
# Sphinx 9.1 needs Python 3.12, and 9.2 needs 3.13.
MATRIX = [
    nox.param(python, sphinx, tags=[f"py{python}"])
    for python, versions in {
        "3.11": ["8.2", "9.0"],
        "3.12": ["8.2", "9.0", "9.1"],
        "3.13": ["8.2", "9.0", "9.1", "9.2"],
        "3.14": ["9.0", "9.1", "9.2"],
    }.items()
    for sphinx in versions
]
BUILDERS = ("html", "dirhtml", "epub", "latex")


def pytest(session: nox.Session, *paths: str) -> None:
    """Run the tests; what stands behind ``--`` on the command line goes to pytest."""
    arguments = session.posargs or ["-n", "auto", "--dist", "loadgroup"]
    session.run("python", "-m", "pytest", *arguments, *paths, env={"CI": "true"})


@nox.session
@nox.parametrize(["python", "sphinx"], MATRIX)
def tests(session: nox.Session, sphinx: str) -> None:
    """Run all tests with one Python and one Sphinx."""
    groups = (*nox.project.dependency_groups(PROJECT, "test", "themes"),)
    session.install("-e", EXTRAS, f"sphinx=={sphinx}.*", *groups)
    pytest(session)


@nox.session(python="3.11", venv_backend="uv")
def lowest(session: nox.Session) -> None:
    """Build the documentation and run the tests of builds with the oldest versions we allow."""
    groups = nox.project.dependency_groups(PROJECT, "test")
    session.install("--resolution", "lowest-direct", "-e", EXTRAS, *groups)
    build_docs(session, "dirhtml")
    pytest(session, "tests/build", "tests/shortcodes", "tests/markdown")


@nox.session
def themes(session: nox.Session) -> None:
    """Show the site in the newest themes; the book theme holds that of PyData back elsewhere."""
    names = [
        name
        for name in nox.project.dependency_groups(PROJECT, "themes")
        if not name.startswith("sphinx-book-theme")
    ]
    groups = nox.project.dependency_groups(PROJECT, "test")
    session.install("--upgrade", "-e", EXTRAS, *groups, *names)
    session.run("python", "-m", "pytest", "tests/themes", "-k", "not book")


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and types."""
    session.install("-e", EXTRAS, *nox.project.dependency_groups(PROJECT, "lint"))
    sources = ("ext", "tests", "benchmarks", "conf.py", "noxfile.py")
    session.run("ruff", "check", *sources)
    session.run("ruff", "format", "--check", *sources)
    session.run("mypy")


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation in every form; each warning is an error."""
    session.install("-e", ".[docs]")
    build_docs(session, *BUILDERS)


@nox.session
def package(session: nox.Session) -> None:
    """Build wheel and source archive, and let both build a site in an empty environment."""
    session.install("build")
    session.run(".ci/package", "python", external=True)


def build_docs(session: nox.Session, *builders: str) -> None:
    """Build our own documentation below ``_build``."""
    for builder in builders:
        out = f"_build/nox/{builder}"
        session.run(
            "python", "-m", "sphinx", "-W", "--keep-going", "-n", "-E", "-b", builder, ".", out
        )


PROJECT = nox.project.load_toml("pyproject.toml")
