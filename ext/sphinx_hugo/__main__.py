"""``python -m sphinx_hugo`` is the command line."""

from __future__ import annotations

import sys

from sphinx_hugo.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
