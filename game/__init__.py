"""This is The Other Side, June 1938: a text game in which every choice says what the record has.

Value below, world above; each floor stands only on the floors below it:

    __main__                        the door
    tui | plain | cli               faces, strangers to one another
    playing                         the counter: a page out, a choice in
    exploring | saving | reporting
    loading | linting | engine
    record                          from who says what to how well it is known
    model                           what a story is, once read
    problem
    position
"""

__version__ = "0.1.0"
