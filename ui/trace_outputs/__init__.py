"""A trace as a file to hand out: one sheet of facts and rows, set as HTML, as a Word document or as a picture."""
