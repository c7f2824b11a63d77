"""This is every way a story can be played, and what can be proved of all of them.

``search.explore`` is the complete search; ``relevance`` knows what may still be read where, so that
states with equal futures merge; ``layout`` packs a state into one number; ``course`` steps from one
to the next; ``proof``, ``twin``, ``line`` and ``border`` say what follows; ``exploration`` holds
the result, ``report`` shows it. ``wander`` plays at random beside it. Nothing here knows clock,
disk or dice.
"""
