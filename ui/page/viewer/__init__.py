"""The page of a protocol as an image, with the words marked."""
