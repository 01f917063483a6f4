"""The library: storing, finding, linking, exporting. Knows nothing of how it looks. Uses ``ingest`` and ``nlp``."""
