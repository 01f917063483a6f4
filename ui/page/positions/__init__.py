"""The view Ståndpunkter: where each party stood year by year, who reserves with whom, what a person has done."""
