"""The command line: ``sphinx-hugo build | check | compare | init``."""
