"""This is the counter at which every face asks: a page out, a choice in.

``session.Session`` is one reader at one story; ``page`` holds what it hands out. A face shows a
page and gives back a choice; it never reads a story, judges the record or touches a save itself.
"""
