#!/usr/bin/env python3
"""An adapter of Sapa's protocol, version 1, for a backend that lives in this process."""
import datetime, json, os, sys

LINE_LIMIT = 8 * 1024 * 1024
ME = {"id": "a-1", "name": "Nastya"}
DEWI = {"id": "u-7", "full": "Dewi Lestari", "locale": "id-ID", "timeZone": "Asia/Jakarta"}
LIAM = {"id": "u-8", "full": "Liam Byrne", "locale": "en-IE"}

def wrote(number, person, text):
    return {"id": f"e-{number}", "at": f"2026-03-01T09:{number:02}:00Z", "audience": "customer", "text": text,
            "author": {"kind": "customer", "id": person["id"], "name": person["full"]}}

CONVERSATIONS = {
    "c-1": {"id": "c-1", "shape": "dialog", "channel": "chat", "status": "open", "contact": DEWI},
    "c-2": {"id": "c-2", "shape": "ticket", "channel": "mail", "status": "open", "contact": LIAM},
}
ENTRIES = {"c-1": [wrote(1, DEWI, "halo kak"), wrote(2, DEWI, "tagihan saya dua kali")],
           "c-2": [wrote(3, LIAM, "Could you send me the invoice?")]}
OUTCOMES = {}  # steps and outcome by clientKey; a real backend keeps them in one transaction with the entry
STORE = sys.argv[1] if sys.argv[1:] else None  # a file in which the desk outlives the process
CHANGES = []
RUN = datetime.datetime.now().isoformat()  # changes are forgotten with the process: cursors say whose they are
MANIFEST = {
    "version": 1, "adapter": {"name": "example", "version": "1.0"}, "desk": "Example", "me": ME,
    "methods": ["conversations", "conversation", "thread", "apply", "reconcile", "changes"],
    "audiences": {"known": ["customer", "internal"], "echo": "stored"},
    "write": {"steps": ["say", "status"], "atomicity": "whole", "concurrency": "atomic", "authorship": "named",
              "idempotency": "clientKey"},
    "read": {"shape": "list", "orders": ["oldestFirst"], "totals": "exact", "rights": "tried"},
    "statuses": {"model": "fixed", "statuses": [{"id": "open", "name": "Open", "category": "open"},
                                                {"id": "closed", "name": "Closed", "category": "resolved"}]},
    "text": {"formats": ["plain"]},
    "changes": {"delivery": "polled", "loses": "whileAway", "doubles": "never", "reorders": "never"},
}

class Fault(Exception):
    def __init__(self, code, message, **data):
        self.error = {"code": code, "message": message, "data": data}

def keep():  # the whole desk or none of it, before anybody is told that it was done
    if STORE:
        with open(STORE + ".new", "w") as file:
            json.dump([CONVERSATIONS, ENTRIES, OUTCOMES], file)
        os.replace(STORE + ".new", STORE)

def known(conversation):
    if conversation not in CONVERSATIONS:
        raise Fault(-32006, f"no conversation has the id {conversation}", kind="conversation", id=conversation)
    return conversation

def version(conversation):
    return f"{len(ENTRIES[conversation])}-{CONVERSATIONS[conversation]['status']}"

def row(conversation):
    about, last = CONVERSATIONS[conversation], ENTRIES[conversation][-1]
    return {**about, "contact": about["contact"]["id"], "contactName": about["contact"]["full"],
            "lastActivity": last["at"], "preview": last["text"][:100], "version": version(conversation)}

def page(name, items, params):
    end = (start := int(params.get("cursor") or 0)) + params["limit"]
    return {name: items[start:end], **({"next": str(end)} if end < len(items) else {})}

def conversations(params):
    rows = [row(conversation) for conversation in CONVERSATIONS]
    return {**page("items", rows, params), "total": {"is": "exact", "count": len(rows)}, "sorted": False,
            "unfiltered": list(range(len(params.get("filter") or [])))}

def objection(step):
    if step["step"] == "say" and not step.get("uploads"):
        audiences = ["internal"] if step.get("kind") == "note" else MANIFEST["audiences"]["known"]
        return None if step["text"] and step["audience"] in audiences else "no such audience, no text"
    if step["step"] == "status":
        return None if step["status"] in ("open", "closed") else "there is no such status"
    return "this backend cannot do that"

def apply(intent):
    key, by, conversation = intent["clientKey"], intent["by"], known(intent["conversation"])
    if key in OUTCOMES:  # the same intent again: tell what became of it, do nothing
        steps, outcome = OUTCOMES[key]
        reused = {"outcome": "invalid", "field": "clientKey", "reason": "it was used for something else"}
        return outcome if steps == intent["steps"] else reused
    entries, seen = ENTRIES[conversation], (intent.get("basedOn") or {}).get("entry")
    ids = [entry["id"] for entry in entries]
    if seen and seen != ids[-1]:
        newer = entries[ids.index(seen) + 1:] if seen in ids else entries
        return {"outcome": "conflict", "newer": newer, "version": version(conversation)}
    for place, step in enumerate(intent["steps"]):  # all are looked at before the first is done
        if reason := objection(step):
            return {"outcome": "invalid", "field": f"steps[{place}]", "reason": reason}
    outcome = {"outcome": "applied"}
    for step in intent["steps"]:
        if step["step"] == "status":
            CONVERSATIONS[conversation]["status"] = step["status"]
            CHANGES.append({"change": "conversation", "conversation": conversation})
        else:
            said = {"id": f"e-{sum(map(len, ENTRIES.values())) + 1}", "author": {"kind": "agent", **by},
                    "at": datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ"),
                    "audience": step["audience"], "kind": step.get("kind", "message"), "text": step["text"],
                    "clientKey": key}
            entries.append(said)
            outcome.update(entry=said["id"], audience=said["audience"])
            CHANGES.append({"change": "entry", "conversation": conversation, "entry": said})
    OUTCOMES[key] = (intent["steps"], {**outcome, "version": version(conversation)})
    keep()
    return OUTCOMES[key][1]

def changes(params):
    run, _, place = (params.get("after") or f"{RUN}/{len(CHANGES)}").rpartition("/")
    if run != RUN:
        raise Fault(-32010, "the cursor is from an earlier process")
    told = CHANGES[int(place):int(place) + params["limit"]]
    return {"changes": told, "next": f"{RUN}/{int(place) + len(told)}", "askAgainAfterSeconds": 1}

def answer(method, params):
    match method:
        case "initialize" if 1 in params["versions"]: return MANIFEST
        case "initialize": raise Fault(-32001, "only version 1 is known", known=[1])
        case "conversations": return conversations(params)
        case "conversation": return {**CONVERSATIONS[known(params["conversation"])],
                                     "version": version(params["conversation"])}
        case "thread": return page("entries", ENTRIES[known(params["conversation"])], params)
        case "apply": return apply(params)
        case "reconcile":
            steps, outcome = OUTCOMES.get(params["intent"]["clientKey"], (None, None))
            return {"found": "known", "outcome": outcome} if steps else {"found": "nothing"}
        case "changes": return changes(params)
        case "shutdown": return {}
        case _: raise Fault(-32601, f"the call {method} is not known", method=method)

def respond(line, is_open, number=None):
    try:
        if len(line) > LINE_LIMIT + 1:
            raise Fault(-32012, "the line is too long", limit=LINE_LIMIT)
        message = json.loads(line.decode("utf-8"))
        if not isinstance(message, dict) or message.get("jsonrpc") != "2.0":
            raise Fault(-32600, "not a message of JSON-RPC 2.0")
        if (number := message.get("id")) is None:
            return None  # `cancel`: every call is answered before the next is read, there is nothing to cancel
        if not isinstance(method := message.get("method"), str):
            raise Fault(-32600, "a message without a method")
        if method != "initialize" and not is_open:
            raise Fault(-32002, "initialize must come first")
        return {"jsonrpc": "2.0", "id": number, "result": answer(method, message.get("params") or {})}
    except Fault as fault:
        error = fault.error
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as reason:
        error = {"code": -32700, "message": f"not readable: {reason}"}
    except (KeyError, TypeError, ValueError, AttributeError) as reason:
        error = {"code": -32602, "message": "not as specified",
                 "data": {"path": "", "expected": "what the specification says", "found": repr(reason)}}
    return {"jsonrpc": "2.0", "id": number, "error": error}

if STORE and os.path.exists(STORE):
    with open(STORE) as file:
        CONVERSATIONS, ENTRIES, OUTCOMES = json.load(file)
is_open = False
while line := sys.stdin.buffer.readline(LINE_LIMIT + 2):
    rest = line
    while rest and not rest.endswith(b"\n"):  # of a line that is too long, the rest is thrown away
        rest = sys.stdin.buffer.readline(LINE_LIMIT)
    if (reply := respond(line, is_open)) is not None:
        is_open = is_open or reply.get("result") is MANIFEST
        sys.stdout.buffer.write(json.dumps(reply).encode("ascii") + b"\n")
        sys.stdout.buffer.flush()
