"""What Read the Docs is told about a project."""

from __future__ import annotations

_CONFIGURATION = """\
# How Read the Docs builds this site; paths count from the top folder of the repository.
version: 2

build:
  os: ubuntu-24.04
  tools:
    python: "3.13"

python:
  install:
    - requirements: {requirements}

sphinx:
  builder: dirhtml
  configuration: {configuration}
"""


def read_the_docs(requirements: str, configuration: str = "conf.py") -> str:
    """Return a ``.readthedocs.yaml``; both paths count from the top folder of the repository."""
    return _CONFIGURATION.format(requirements=requirements, configuration=configuration)
