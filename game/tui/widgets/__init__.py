"""This is a drawer of widgets; they know lines of text and never a play."""
