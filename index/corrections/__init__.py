"""What people correct in the records, kept beside what was read."""
