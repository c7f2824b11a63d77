"""This is the reader: a folder of YAML in, a story and every fault of its files out.

Start with ``folder.read_story``. ``source`` turns bytes into clean text, ``node`` turns text into
nodes that know their place, ``field`` says what a key may hold; ``scene``, ``record``,
``gazetteer`` and ``story`` declare the keys of each form once and build the model from them.
``expression`` and ``markup`` read the two little languages inside strings. Nothing else here knows
YAML, and nothing outside this room does.
"""
