"""Statistics shown to people: `tables` are what all else shows, `charts` draws them, `page` puts both together."""
