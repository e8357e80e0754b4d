"""Order and menus: who comes first, and the sidebar that follows from it."""
