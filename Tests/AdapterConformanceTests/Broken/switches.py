"""The command line: faulty_adapter.py STATE [FAULT], and whether a fault is switched on."""
import os
import sys

STATE = sys.argv[1]
FAULT = sys.argv[2] if len(sys.argv) > 2 else ""
RUN = str(os.getpid())


def faulty(name):
    """Whether the adapter is to do wrong what the check of this name looks at."""
    return FAULT == name


class Fault(Exception):
    """An error of the protocol."""

    def __init__(self, code, message, **data):
        self.error = {"code": code, "message": message, **({"data": data} if data else {})}


def unknown(kind, name):
    return Fault(-32006, f"no {kind} has the id {name}", kind=kind, id=name)
