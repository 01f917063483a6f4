"""The view Läs in: files from the browser or from a folder of the server, read in one job that everybody sees."""
