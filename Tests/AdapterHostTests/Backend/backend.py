#!/usr/bin/env python3
"""A small backend and its adapter, for tests: its state lives in a file, so that it outlives the process.

    backend.py STATE                      speak the adapter protocol
    backend.py STATE say CONVERSATION WHO TEXT   somebody writes, from outside
    backend.py STATE status CONVERSATION WORD    somebody sets a status there
    backend.py STATE queues ID=STATUS...         its queues are these from now on, each of a status

Beside STATE, STATE.faults may hold a line per fault, "METHOD WHAT", each used once:
    die-before die-after hang nonsense unknown-after unknown-before busy failed wrong-audience denied
    stale: a page that was made before a customer wrote comes after the change that tells it (thread only)
"""
import fcntl, json, os, sys, threading, time

STATE = sys.argv[1]
CUSTOMER = {"id": "u-7", "full": "Dewi Lestari"}
ME = {"id": "a-1", "name": "Nastya"}
write_lock = threading.Lock()
taken = 0  # changes that the console has taken in


def locked(work):
    with open(STATE + ".lock", "a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with open(STATE) as file:
            state = json.load(file)
        result = work(state)
        with open(STATE + ".new", "w") as file:
            json.dump(state, file)
        os.replace(STATE + ".new", STATE)
        return result


def entry(state, conversation, author, text, audience="customer", key=None):
    state["count"] += 1
    made = {"id": f"e-{state['count']}", "at": time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime()), "audience": audience,
            "author": author, "text": text}
    if key and state.get("keepsKeys"):
        made["clientKey"] = key
    state["conversations"][conversation]["entries"].append(made)
    if state.get("tellsEntries", True):
        state["log"].append({"change": "entry", "conversation": conversation, "entry": made})
    else:
        state["log"].append({"change": "conversation", "conversation": conversation})
    return made


def manifest(state):
    return {
        "version": 1, "adapter": {"name": "backend", "version": "1"}, "desk": "Backend", "me": ME,
        "methods": [*(["queues"] if "queues" in state else []), "conversations", "conversation", "thread", "apply", "reconcile", "changes", "agents", "upload", "attachment", "search"],
        "audiences": {"known": ["customer", "internal"], "echo": "stored"},
        "write": {"steps": ["say", "status", "assign", "tag"], "atomicity": "whole", "concurrency": "atomic",
                  "authorship": "token", "idempotency": state.get("idempotency", "readBack")},
        "read": {"shape": "list", "orders": ["newestFirst", "oldestFirst"], "totals": "exact", "rights": "tried"},
        "statuses": {"model": "fixed", "statuses": [
            {"id": "open", "name": "Open", "category": "open"}, {"id": "waiting for parts", "name": "W", "category": "pending"},
            {"id": "closed", "name": "Closed", "category": "resolved"}]},
        "text": {"formats": ["plain"]},
        "changes": {"delivery": "held", "loses": "never"}, "bounds": {"concurrentCalls": 4, "pageItems": 50}}


def about(conversation):
    return {key: value for key, value in conversation.items() if key != "entries"}


def row(conversation):
    last = conversation["entries"][-1]
    waiting = last["author"]["kind"] == "customer"
    return {"id": conversation["id"], "shape": "ticket", "channel": "mail", "subject": conversation.get("subject", ""),
            "contact": conversation["contact"]["id"], "contactName": conversation["contact"]["full"],
            "status": conversation["status"], "lastActivity": last["at"], "preview": last["text"][:100],
            "unread": 1 if waiting else 0, **({"waitingSince": last["at"]} if waiting else {})}


def known(state, id):
    if id not in state["conversations"]:
        raise Fault(-32006, "no such conversation", {"kind": "conversation", "id": id})
    return state["conversations"][id]


def in_queue(state, id):
    if id is None:
        return list(state["conversations"].values())
    if id not in state.get("queues", {}):
        raise Fault(-32006, "no such queue", {"kind": "queue", "id": id})
    return [one for one in state["conversations"].values() if one["status"] == state["queues"][id]]


class Fault(Exception):
    def __init__(self, code, message, data=None):
        self.error = {"code": code, "message": message, **({"data": data} if data else {})}


def fault(method):
    def take(state):
        path = STATE + ".faults"
        lines = open(path).read().splitlines() if os.path.exists(path) else []
        for place, line in enumerate(lines):
            if line.split()[0] == method:
                open(path, "w").write("".join(other + "\n" for other in lines[:place] + lines[place + 1:]))
                return line.split()[1]
        return None
    return locked(take)


def apply(params):
    what = fault("apply")
    if what == "die-before":
        os._exit(3)
    if what == "hang":
        time.sleep(10_000)
    if what == "unknown-before":
        return {"outcome": "unknown", "reason": "the connection broke"}
    if what == "busy":
        return {"outcome": "busy", "retryAfterSeconds": 1}
    if what == "failed":
        return {"outcome": "failed", "reason": "the database is locked"}
    if what == "denied":
        return {"outcome": "denied", "reason": "not yours"}

    def work(state):
        if state.get("idempotency") == "clientKey" and params["clientKey"] in state["done"]:
            return state["done"][params["clientKey"]]
        conversation = known(state, params["conversation"])
        seen = params.get("basedOn", {}).get("entry")
        ids = [one["id"] for one in conversation["entries"]]
        if seen in ids and any(step["step"] == "say" for step in params["steps"]):
            newer = [one for one in conversation["entries"][ids.index(seen) + 1:]
                     if one["audience"] != "internal" and one["author"]["id"] != ME["id"]]
            if newer:
                return {"outcome": "conflict", "newer": newer}
        outcome = {"outcome": "applied"}
        for step in params["steps"]:
            if step["step"] == "say":
                audience = "internal" if what == "wrong-audience" else step["audience"]
                files = [{"id": upload, "name": state["uploads"][upload]["name"]} for upload in step.get("uploads", [])]
                made = entry(state, params["conversation"], {"kind": "agent", **ME}, step["text"], audience, params["clientKey"])
                if files:
                    made["attachments"] = files
                outcome |= {"entry": made["id"], "audience": audience}
            elif step["step"] == "status":
                conversation["status"] = step["status"]
                state["log"].append({"change": "conversation", "conversation": params["conversation"]})
            elif step["step"] == "tag":
                conversation["tags"] = [tag for tag in conversation.get("tags", []) if tag not in step.get("remove", [])]
                conversation["tags"] += step.get("add", [])
                state["log"].append({"change": "conversation", "conversation": params["conversation"]})
        state["done"][params["clientKey"]] = outcome
        return outcome

    outcome = locked(work)
    if what == "die-after":
        os._exit(3)
    if what == "unknown-after":
        return {"outcome": "unknown", "reason": "500"}
    if what == "nonsense":
        return {"outcome": "perhaps"}
    return outcome


def answer(method, params):
    global taken
    if method == "changes":
        taken = max(taken, int(params.get("after", 0)))
    if method == "apply":
        return apply(params)
    what = fault(method)
    if what in ("die-before", "die-after"):
        os._exit(3)
    if what == "hang":
        time.sleep(10_000)
    if what == "nonsense":
        return []
    if method == "initialize":
        return locked(manifest)
    if method == "changes":
        end = time.time() + min(params.get("waitSeconds", 0), 5)
        while True:
            log = locked(lambda state: state["log"])
            start = int(params["after"]) if "after" in params else len(log)
            some = log[start:start + params["limit"]]
            if some or "after" not in params or time.time() >= end:
                return {"changes": some, "next": str(start + len(some))}
            time.sleep(0.02)

    def work(state):
        if method == "conversations":
            rows = [row(one) for one in in_queue(state, params.get("queue"))]
            start = int(params.get("cursor", 0))
            end = start + min(params["limit"], 50)
            return {"items": rows[start:end], **({"next": str(end)} if end < len(rows) else {})}
        if method == "queues":
            return {"queues": [{"id": id, "name": f"Queue {id}", "total": {"is": "exact", "count": len(in_queue(state, id))}}
                               for id in state["queues"]]}
        if method == "conversation":
            return about(known(state, params["conversation"]))
        if method == "thread":
            entries = known(state, params["conversation"])["entries"]
            end = int(params.get("cursor", len(entries)))
            start = max(0, end - params["limit"])
            return {"entries": entries[start:end], **({"next": str(start)} if start else {})}
        if method == "reconcile":
            outcome = state["done"].get(params["intent"]["clientKey"])
            return {"found": "known", "outcome": outcome} if outcome else {"found": "nothing"}
        if method == "agents":
            return {"assignees": [{"kind": "agent", "id": "a-1", "name": "Nastya"}, {"kind": "agent", "id": "a-2", "name": "Budi"}]}
        if method == "upload":
            import base64
            file = state["uploads"].setdefault(params["upload"], {"name": params["name"], "bytes": ""})
            bytes = base64.b64decode(file["bytes"])
            if params["offset"] == len(bytes):
                file["bytes"] = base64.b64encode(bytes + base64.b64decode(params["data"])).decode()
            return {"received": len(base64.b64decode(file["bytes"]))}
        if method == "attachment":
            import base64
            bytes = base64.b64decode(state["uploads"][params["attachment"]]["bytes"])
            piece = bytes[params["offset"]:params["offset"] + min(params["limit"], 1000)]
            return {"data": base64.b64encode(piece).decode(), "last": params["offset"] + len(piece) >= len(bytes)}
        if method == "search":
            hits = [{"row": row(one), "entry": entry["id"], "at": entry["at"], "author": "Dewi", "excerpt": entry["text"], "matches": []}
                    for one in state["conversations"].values() for entry in one["entries"] if params["text"] in entry["text"]]
            start = int(params.get("cursor", 0))
            end = start + min(params["limit"], 2)
            return {"hits": hits[start:end], **({"next": str(end)} if end < len(hits) else {})}
        if method == "shutdown":
            return {}
        raise Fault(-32601, "not known", {"method": method})
    result = locked(work)
    if what == "stale":
        customer = {"kind": "customer", "id": "u-7", "name": "Dewi"}
        end = locked(lambda state: entry(state, params["conversation"], customer, "sambil dibaca") and len(state["log"]))
        while taken < end:
            time.sleep(0.01)
    return result


def serve(call):
    try:
        result = {"result": answer(call["method"], call["params"])}
    except Fault as error:
        result = {"error": error.error}
    with write_lock:
        sys.stdout.write(json.dumps({"jsonrpc": "2.0", "id": call["id"], **result}) + "\n")
        sys.stdout.flush()


def set_status(state, conversation, word):
    state["conversations"][conversation]["status"] = word
    state["log"].append({"change": "conversation", "conversation": conversation})


def set_queues(state, queues):
    state["queues"] = dict(queue.split("=") for queue in queues)
    state["log"].append({"change": "catalogue"})


if sys.argv[2:3] == ["status"]:
    locked(lambda state: set_status(state, *sys.argv[3:]))
elif sys.argv[2:3] == ["queues"]:
    locked(lambda state: set_queues(state, sys.argv[3:]))
elif len(sys.argv) > 2:
    _, _, _, conversation, who, text = sys.argv
    author = {"kind": "customer", "id": "u-7", "name": "Dewi"} if who == "customer" else {"kind": "agent", "id": who, "name": who}
    locked(lambda state: entry(state, conversation, author, text))
elif not os.path.exists(STATE):
    sys.exit(4)
else:
    for line in sys.stdin:
        message = json.loads(line)
        if "id" in message:
            threading.Thread(target=serve, args=(message,), daemon=True).start()
