"""A Hugo site as a plain MyST project, for those who move away from Hugo for good.

What a page says is known from its doctree, as our own build reads it. Each block is written anew
from there, and the author's own lines are taken instead wherever plain MyST reads them as the same.
"""
