"""Steps: numbered, each with a heading or as an item of a list."""

from __future__ import annotations

from typing import ClassVar

from docutils import nodes

from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode


class StepList(Shortcode):
    """Numbered steps: each heading in the inner content begins one, or each nested call."""

    inner_use = InnerUse.REQUIRED
    any_parameter = True

    def to_nodes(self) -> list[nodes.Node]:
        """Return an ordered list, which every builder numbers."""
        before: list[nodes.Node] = []
        steps: list[list[nodes.Node]] = []
        for block in self._blocks():
            if isinstance(block, nodes.enumerated_list) and not steps:
                block["classes"].append("hugo-steps")
            if isinstance(block, nodes.list_item):
                steps.append(list(block.children))
            elif isinstance(block, nodes.section | nodes.rubric):
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

    def _blocks(self) -> list[nodes.Node]:
        names = {call.name.lower() for call in self.context.inner_calls()}
        return self.parts() if names & {"step", "list-step"} else self.body()


class OneStep(Shortcode):
    """One step of several."""

    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    is_part = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("title", "Title of the step, Markdown.", 0),
    )

    def to_nodes(self) -> list[nodes.Node]:
        """Return an item, which the steps around it put in place; else its blocks."""
        blocks = self.body()
        if title := self.params.text("title", "label", "name", 0):
            blocks.insert(0, nodes.rubric("", "", *self.context.render_inline(title)))
        if isinstance(self.context.parent, StepList):
            return [nodes.list_item("", *blocks)]
        return blocks
