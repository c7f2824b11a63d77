"""This is the class over the network: phones ask over HTTP, and the room answers."""
