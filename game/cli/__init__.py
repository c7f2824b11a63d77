"""This is the command `otherside`: tools for those who write, check and study a story.

``command`` is the group that every tool belongs to; ``console`` is the only place that prints, and
the one place where a fault becomes a line and an exit code. Each tool asks the rooms below and
prints what they say. The faces that play are strangers here: the door hands them in.
"""
