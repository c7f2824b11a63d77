"""This is changing an id everywhere in a story's files, and not a byte besides.

``mention`` finds every place where a name stands; ``request`` makes sure of what is asked for;
``rewriting`` turns both into new bytes; ``replacing`` puts them on the disk, all files or none.
"""
