"""``$_hugo_config``, with which a shortcode's template asks for the ways of an older Hugo."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from .nodes import Action, Binding, Branch, Literal

if TYPE_CHECKING:
    from .nodes import Nodes, Pipe


def config_version(root: Nodes) -> int:
    """Return the version that a template asks for; 0 if it asks for none.

    Hugo looks at the first pipeline only, which has to declare the variable as a string.
    """
    for node in root:
        if isinstance(node, Action | Branch):
            return _version(node.pipe)
    return 0


def _version(pipe: Pipe) -> int:
    if pipe.variables != ("$_hugo_config",) or pipe.binding is not Binding.DECLARE:
        return 0
    if len(pipe.commands) != 1 or not isinstance(literal := pipe.commands[0].args[0], Literal):
        return 0
    try:
        config = json.loads(literal.value) if isinstance(literal.value, str) else None
        values = config.items() if isinstance(config, dict) else ()
        found = next((value for key, value in values if key.lower() == "version"), 0)
        return int(found)
    except (ValueError, TypeError, OverflowError, RecursionError):
        return 0
