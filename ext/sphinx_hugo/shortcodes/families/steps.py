"""Steps: numbered, each with a heading or as an item of a list."""

from __future__ import annotations

from docutils import nodes

from sphinx_hugo.shortcodes.base import InnerUse, Shortcode


class StepList(Shortcode):
    """Numbered steps: each heading in the inner content begins one."""

    inner_use = InnerUse.REQUIRED
    any_parameter = True

    def to_nodes(self) -> list[nodes.Node]:
        """Return an ordered list, which every builder numbers."""
        before: list[nodes.Node] = []
        steps: list[list[nodes.Node]] = []
        for block in self.body():
            if isinstance(block, nodes.enumerated_list) and not steps:
                block["classes"].append("hugo-steps")
            if isinstance(block, nodes.section | nodes.rubric):
                steps.append([block])
            elif steps:
                steps[-1].append(block)
            else:
                before.append(block)
        if not steps:
            return before
        items = [nodes.list_item("", *step) for step in steps]
        whole = nodes.enumerated_list("", *items, enumtype="arabic", prefix="", suffix=".")
        whole["classes"].append("hugo-steps")
        return [*before, whole]
