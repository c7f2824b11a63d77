"""This is what a reader likes: colours, width, marks, keys, and what is never to be shown."""
