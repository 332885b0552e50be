"""How the desk's process shares its time: so that a long answer does not hold up the short ones, nor tidying up all of them."""

import gc
import sys

TURN = 0.0005
"""Seconds that a thread may go on while others wait; what a request needs of several of them adds up."""

TIDYING = (50_000, 20, 50)
"""After how many new objects memory is gone through, by generations.

What is kept of a record are a great many small objects, none of which refers back to another. To go through all of them takes a
tenth of a second, in which nobody is answered, and frees nothing.
"""


def even_out() -> None:
    """Once, where the desk is a process of its own."""
    sys.setswitchinterval(TURN)
    gc.set_threshold(*TIDYING)
