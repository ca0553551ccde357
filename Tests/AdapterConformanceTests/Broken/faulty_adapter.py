#!/usr/bin/env python3
"""An adapter that does all that the protocol knows, and one thing wrong when it is asked to.

    faulty_adapter.py STATE [FAULT]

STATE is the file of its desk. FAULT is the id of a check, which must then fail; `switches.faulty` is where it is looked at.
"""
import sys

# Nothing is to be written into the checkout.
sys.dont_write_bytecode = sys.pycache_prefix is None

import json
import os
import select
import time

from desk import Desk
from reading import METHODS, Reading, manifest
from switches import RUN, Fault, faulty
from writing import Writing

LINE_LIMIT = 8 * 1024 * 1024 - faulty("framing.longestLine")
# What a call must have, and of which type.
NEEDS = {
    "initialize": {"versions": list, "client": dict},
    "conversations": {"limit": int}, "conversation": {"conversation": str},
    "thread": {"conversation": str, "order": str, "limit": int}, "contact": {"contact": str, "limit": int},
    "templates": {"limit": int}, "preview": {"template": str, "conversation": str},
    "attachment": {"conversation": str, "attachment": str, "offset": int, "limit": int},
    "upload": {"upload": str, "conversation": str, "name": str, "size": int, "offset": int, "data": str},
    "search": {"text": str, "limit": int}, "changes": {"limit": int}, "reconcile": {"intent": dict, "attemptedAt": str},
    "apply": {"clientKey": str, "conversation": str, "by": dict, "steps": list},
}
WORDS = {int: "a whole number", str: "a string", list: "an array", dict: "an object"}


class Adapter:
    def __init__(self):
        self.desk = Desk()
        self.reading, self.writing = Reading(self.desk), Writing(self.desk)
        self.is_open = self.was_refused = False
        self.held = {}  # by id: parameters, and when the wait is over
        self.seen_cursors = set()
        self.last = None
        self.behind = b""  # what came together with the line that is answered
        self.token = ""

    # Lines

    def run(self):
        pending, is_discarding = b"", False
        while True:
            wait = min((deadline for _, deadline in self.held.values()), default=None)
            timeout = None if wait is None else max(0, wait - time.monotonic())
            ready, _, _ = select.select([0], [], [], timeout)
            if not ready:
                self.release()
                continue
            chunk = os.read(0, 1 << 20)
            if not chunk:
                self.end(pending)
            pending += chunk
            self.crowd(pending)
            while True:
                line, end, rest = pending.partition(b"\n")
                if is_discarding:
                    is_discarding, pending = not end, rest if end else b""
                elif len(line) > LINE_LIMIT:
                    if faulty("framing.oversizedLine"):
                        sys.exit("out of memory")
                    self.answer(None, error=Fault(-32012, "the line is too long", limit=8388608))
                    is_discarding, pending = not end, rest if end else b""
                elif end:
                    pending = self.behind = rest
                    self.respond(line)
                if not end:
                    break

    def crowd(self, pending):
        if faulty("calls.concurrent") and pending.count(b'"id"') > 2:
            sys.exit("two calls at once")

    def end(self, pending):
        if self.desk.data and faulty("kill.durable"):
            self.desk.store()
        code = 0
        if faulty("ending.endOfInput") and self.last == "conversations":
            code = 3
        if faulty("ending.beforeInitialize") and self.last is None:
            code = 1
        if faulty("ending.halfLine") and pending:
            code = 1
        sys.exit(code)

    def answer(self, number, result=None, error=None):
        reply = {"jsonrpc": "2.0", "id": number, **({"error": error.error} if error else {"result": result})}
        is_plain = faulty("output.noControls") or faulty("framing.halfSurrogate")
        text = json.dumps(reply, ensure_ascii=not is_plain)
        os.write(1, text.encode() + b"\n") if len(text) < 60000 else self.write(text.encode() + b"\n")

    @staticmethod
    def write(data):
        while data:
            data = data[os.write(1, data):]

    # Messages

    def respond(self, line):
        number = None
        try:
            if faulty("framing.whiteSpace") and line.startswith(b" "):
                raise ValueError("a line that begins with a blank")
            message = json.loads(line.decode("utf-8", "replace" if faulty("framing.notUTF8") else "strict"))
            if not isinstance(message, dict):
                raise Fault(-32602 if faulty("framing.batch") and isinstance(message, list) else -32600, "no message")
            number, method = message.get("id"), message.get("method")
            if faulty("calls.stringID") and isinstance(number, str) and number.isdigit():
                number = int(number)
            if faulty("calls.largeID") and isinstance(number, int) and number > 1 << 52:
                number += 1  # as numbers are rounded that are no whole ones
            if message.get("jsonrpc") != "2.0" or not isinstance(method, str):
                raise Fault(-32602 if faulty("framing.notAMessage") else -32600, "no message")
            if faulty("framing.unknownFields") and "colour" in message:
                raise Fault(-32600, "what is colour?")
            if "id" not in message:
                return self.hear(method, message.get("params") or {})
            self.last = method
            params = message.get("params")
            result = self.call(method, {} if params is None else params, number)
            if result is not None:
                self.answer(number, result)
                if faulty("output.answeredOnce") and method == "thread":
                    self.answer(number, result)
        except Fault as fault:
            self.answer(number, error=fault)
        except RecursionError:
            if faulty("framing.deepNesting"):
                sys.exit("nested too deep")
            self.answer(None, error=Fault(-32700, "nested too deep"))
        except UnicodeDecodeError as reason:
            self.answer(None, error=Fault(-32700, f"not UTF-8: {reason}"))
        except ValueError as reason:
            self.answer(None, error=Fault(-32603 if faulty("framing.notJSON") else -32700, f"not JSON: {reason}"))
        if faulty("output.onlyMessages") and self.last == "fly":
            self.write(b"DEBUG there is no such call\n")

    def hear(self, method, params):
        """A notification."""
        if method != "cancel":
            if faulty("calls.unknownNotification"):
                self.answer(None, error=Fault(-32601, "no such call", method=method))
        elif params.get("id") in self.held:
            del self.held[params["id"]]
            self.answer(params["id"], error=Fault(-32603 if faulty("changes.heldCancel") else -32011, "cancelled"))
        elif faulty("calls.cancelUnknown") and params.get("id") in (4711000, "nobody"):
            self.answer(None, error=Fault(-32006, "there is no such call", kind="entry", id=str(params.get("id"))))

    def call(self, method, params, number):
        if not isinstance(params, dict):
            raise Fault(-32602, "expected an object", path="", expected="an object", found="something else")
        if method not in METHODS + ["initialize", "shutdown"]:
            if faulty("calls.unnamedMethod") and method == "presence":
                return {"present": []}
            hint = f" (signed in with {self.token})" if faulty("token.silent-answer") else ""
            raise Fault(-32603 if faulty("calls.unknownMethod") and method == "fly" else -32601, "no such call" + hint,
                        method=method)
        self.judge(method, params)
        if method == "initialize":
            return self.initialize(params)
        if not self.is_open and not faulty("start.tooEarly"):
            raise Fault(-32002, "initialize must come first")
        if method == "shutdown":
            if faulty("ending.shutdown"):
                raise Fault(-32601, "no such call", method=method)
            return {}
        if method == "changes":
            return self.changes(params, number)
        if method == "conversations":
            if faulty("changes.heldOthers") and self.held:
                raise Fault(-32603, "changes is still waiting")
            if faulty("ending.finishes") and select.select([0], [], [], 2)[0]:
                sys.exit(0)  # its input has ended: nobody sends two calls at once there
            if faulty("calls.cancelled") and b'"cancel"' in self.behind:
                raise Fault(-32603, "cancelled")
        if method in ("apply", "reconcile", "upload"):
            result = getattr(self.writing, method)(params)
            self.release()
            return result
        return getattr(self.reading, method)(params)

    @staticmethod
    def judge(method, params):
        """Refuses parameters that are missing or of a wrong type."""
        for name, kind in NEEDS.get(method, {}).items():
            value = params.get(name)
            is_right = isinstance(value, kind) and not (kind is int and isinstance(value, bool))
            if not is_right or name == "limit" and not 1 <= value <= 4194304:
                if faulty("calls.badParams"):
                    raise Fault(-32603, "KeyError")
                raise Fault(-32602, f"{name}: expected {WORDS[kind]}", path=name, expected=WORDS[kind],
                            found="nothing" if value is None else "something else")
        if faulty("framing.nullIsAbsent") and "cursor" in params and params["cursor"] is None:
            raise Fault(-32602, "cursor: expected a string", path="cursor", expected="a string", found="null")

    # The beginning

    def initialize(self, params):
        if faulty("start.answers") and 1 in params["versions"]:
            raise Fault(-32603, "not today")
        if faulty("start.answers-silent") and 1 in params["versions"]:
            return None
        if faulty("start.answers-dies"):
            sys.exit("no settings")
        if self.was_refused and faulty("start.secondTry"):
            raise Fault(-32603, "it has failed before")
        self.take_token(params.get("token"))
        if 1 not in params["versions"] and not faulty("start.unknownVersion"):
            self.was_refused = True
            raise Fault(-32001, "only version 1 is known", known=[1])
        self.is_open = True
        return manifest(params["versions"])

    def take_token(self, token):
        if token is None:
            return
        if faulty("token.descriptor") and token["from"] == "descriptor":
            sys.exit("there is no descriptor of that kind")
        if faulty("token.inline") and token["from"] == "inline":
            sys.exit("there is no token of that kind")
        if token["from"] == "inline":
            self.token = token["value"]
        else:
            with os.fdopen(token["number"], "rb") as file:
                self.token = file.read().decode()
        if faulty("token.silent"):
            print("signing in with", self.token, file=sys.stderr, flush=True)
        if faulty("token.processes"):
            end, ready = os.pipe()
            os.posix_spawn("/bin/sh", ["sh", "-c", "echo; sleep 60; :", self.token], {},
                           file_actions=[(os.POSIX_SPAWN_DUP2, ready, 1)])
            os.read(end, 1)  # its arguments can be read when it has begun

    # Changes

    def changes(self, params, number):
        desk, after = self.desk, params.get("after")
        count = len(desk.data["changes"])
        if after is None:
            return {"changes": desk.data["changes"][:2] if faulty("changes.begin") else [], "next": desk.cursor(count)}
        run, place = self.place(after, count)
        if faulty("changes.cursorKept") and run != RUN and place == count:
            return {"changes": [{"change": "gap"}], "next": desk.cursor(count)}
        if faulty("changes.afterRestart") and run != RUN:
            place = count
        result = self.since(place, params)
        if faulty("changes.again") and run == RUN and result["changes"]:
            if after in self.seen_cursors:
                result["changes"] = []
            self.seen_cursors.add(after)
        wait = params.get("waitSeconds", 0)
        if faulty("changes.askAgain"):
            return result
        if result["changes"] or not wait:
            return {**result, "askAgainAfterSeconds": 1}
        self.held[number] = (params, time.monotonic() + (3600 if faulty("changes.waitEnds") else wait))
        return None

    def place(self, cursor, count):
        """The run that has made a cursor, and its place."""
        parts = cursor.split(":")
        if len(parts) != 3 or parts[0] != "x":
            if faulty("changes.unknownCursor"):
                return RUN, count
            raise Fault(-32010, "the cursor is not mine")
        return parts[1], int(parts[2])

    def since(self, place, params):
        """A page of what has happened since a place."""
        desk, limit = self.desk, params["limit"]
        if faulty("changes.limit") and limit == 1:
            limit = 100
        end = min(place + limit, len(desk.data["changes"]))
        told = [desk.data["changes"][index] for index in range(place, end)
                if not (faulty("changes.own") and index in desk.changes_here and not params.get("waitSeconds"))]
        return {"changes": told, "next": desk.cursor(end)}

    def release(self):
        """Answers what was held back and need not be any more."""
        for number, (params, deadline) in list(self.held.items()):
            result = self.since(self.place(params["after"], 0)[1], params)
            is_told = result["changes"] and not faulty("changes.heldTells")
            if is_told or time.monotonic() >= deadline:
                del self.held[number]
                self.answer(number, result)


def main():
    if faulty("output.errors"):
        sys.stderr.write("a line that nobody will read\n" * 80000)
    adapter = Adapter()
    adapter.run()


main()
