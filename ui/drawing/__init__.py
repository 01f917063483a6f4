"""The course of an issue as a drawing: where everything stands, and its SVG, for the page and for files."""
