"""The view Om: what the program does and does not, how sure it is, its words, its licences and who it shuts out."""
