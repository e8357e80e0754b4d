"""How long builds take: this extension, stock Sphinx with MyST and Furo, and Hugo, in turns."""
