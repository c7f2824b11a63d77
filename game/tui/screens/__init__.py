"""This is a drawer of screens: one page each, all leaves of one book."""
