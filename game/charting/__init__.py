"""This is drawing a map out of degrees: coast and pins in, rows of marks out."""
