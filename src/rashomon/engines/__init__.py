"""How work is spread: in this process, over several, or with Ray over several machines. What the work is, engines do not know."""

from rashomon.engines.engine import Engine, engine

__all__ = ["Engine", "engine"]
