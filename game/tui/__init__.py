"""This is the game on a full screen, with Textual."""
