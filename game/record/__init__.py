"""This is the derivation: from who says what to how well a thing is known.

Nothing in a story declares a status; ``finding.find`` works one out for a record entry: start
there. ``descent`` says from whom a telling comes down, ``witness`` counts the tellings that can be
shown to differ, ``voice`` gathers who speaks for and against. No play, no clock, no files here.
"""
