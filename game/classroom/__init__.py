"""This is the class: one story, many hands. A room votes, and what it decides is played.

Start with ``room.Room``, the lesson at one moment, a frozen value, and ``step.step``, which takes a
room and an event and gives the next room or a ``Refusal``. Neither knows socket, screen or clock:
an event carries its instant, and chance is drawn from the room's seed. Around them:

``sitting``   a lesson being held. ``begin(story, Wish(...), folder)`` or ``resume(story, folder)``
              give a ``Sitting``: ``room``, ``now()``, ``act(event) -> Room | Refusal``, ``flush()``
              (call it every fraction of a second: votes reach the disk), ``trouble``, ``close()``.
``event``     all that can happen, one frozen class each. Who has a seat is named by its number:
              ``room.seat_of(token)``; ``token`` is a digest made outside, never what a phone sends.
``refusal``   ``Refusal(code, sentence)``; the codes are what a page may rely on.
``student``   ``student(room, seat, now)`` is all that one phone is told; ``mark(room, seat)``
              changes whenever it does, its clock apart. ``showing.common(room)`` is the part that
              all phones share and changes with ``room.shown`` only, so it can be kept and sent
              again; ``student.own(room, seat)`` is the rest.
``projector`` ``projector(room, now)``: what the wall shows.
``console``   ``console(room, now)``: what the teacher sees, with ``acts``, the names of what would
              not be refused now.
``form``      ``plain(view)`` gives any of these as dicts and lists for JSON.
``desk``      the teacher's desk in plain lines: ``said(view)``, ``understood(line, room, at)``.
``report``    ``report(room)``: what is kept, without persons; ``export.write(report, folder)`` as
              HTML, Markdown, CSV and JSON Lines; ``lines.read`` makes the same report again.
``rehearsal`` the whole with simulated students (``pupil``).

Only ``journal``, ``export`` and ``sitting`` touch the world. A ballot's key, which stands at
``common.asked.ballot``, must come back with each vote. Nothing of a count is in any view before the
vote is closed, nothing of the record before it is revealed, and no name of a seat on any screen but
its own and the desk.
"""
