"""This is a whole story in the forms of other programs: pictures, other engines, data, a page.

``formats`` lists them, one module each; whoever adds one writes that module and its line in the
list. ``graph`` and ``layout`` are what the pictures share, ``expression`` and ``naming`` what the
other engines do, ``data`` the story as plain values, ``reader`` the page's own files. Whatever a
story says is text to all of them: it is escaped, and never becomes markup of the target.
"""
