"""Values: YAML, TOML, JSON and Org as Hugo reads them, dates, and what becomes of a wrong type."""
