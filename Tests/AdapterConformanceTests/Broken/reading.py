"""Calls that only read."""
import base64

from desk import AGENTS, CATEGORIES, CONTACTS, FILE, ME, STATUSES, TEMPLATES
from switches import RUN, Fault, faulty, unknown

PAGE = 4
METHODS = ["queues", "agents", "conversations", "conversation", "thread", "contact", "templates", "preview",
           "attachment", "upload", "search", "apply", "reconcile", "changes"]
FILTERS = ["tag", "status", "channel", "language", "assignee", "customer", "state"]


def manifest(versions):
    is_polled = faulty("changes.atOnce") or faulty("changes.askAgain")
    result = {
        "version": 1, "adapter": {"name": "faulty", "version": "1"}, "desk": "Test", "me": ME, "methods": list(METHODS),
        "audiences": {"known": ["customer", "internal"], "echo": "stored"},
        "write": {"steps": ["say", "edit", "delete", "status", "assign", "tag", "snooze"], "atomicity": "whole",
                  "idempotency": "clientKey", "concurrency": "atomic", "authorship": "named", "tags": "change"},
        "entries": {"edit": {"scope": "own"}, "delete": {"scope": "own"}, "deletion": "tombstone"},
        "read": {"shape": "list", "orders": ["oldestFirst", "newestFirst"], "filters": FILTERS,
                 "sorts": ["newest", "oldest"], "totals": "exact", "rights": "told", "templates": "macros",
                 "search": "words"},
        "statuses": {"model": "fixed", "statuses": STATUSES, "snooze": ["until"], "assignees": ["agent"]},
        "text": {"formats": ["plain"]},
        "changes": {"delivery": "polled" if is_polled else "held", "loses": "never", "doubles": "never",
                    "reorders": "never", "covers": ["conversations", "entries"]},
        "bounds": {"concurrentCalls": 4, "pageItems": PAGE},
    }
    if faulty("manifest.readable"):
        result["audiences"]["echo"] = "guessed"
    if faulty("manifest.methods"):
        result["methods"].remove("thread")
    if faulty("manifest.version"):
        result["version"] = 2
    if faulty("manifest.consistent"):
        result["methods"].remove("search")
    if faulty("start.chosenVersion"):
        result["version"] = versions[0]
    return result


def page(name, items, params, size=1000):
    """A page of a list, by a cursor that holds its first place."""
    cursor, limit = params.get("cursor"), min(params["limit"], size)
    start = 0
    if cursor is not None:
        if not cursor.startswith("p:"):
            if not faulty("conversations.unknownCursor"):
                raise Fault(-32010, "this cursor is not mine")
            cursor = "p:0"
        start = int(cursor[2:])
    end = start + limit
    return {name: items[start:end], **({"next": f"p:{end}"} if end < len(items) else {})}


class Reading:
    def __init__(self, desk):
        self.desk = desk

    # Conversations

    def row(self, about):
        entries, contact = self.desk.entries(about["id"]), CONTACTS[about["contact"]]
        is_waiting = entries[-1]["author"]["kind"] == "customer" and about["status"] != "closed"
        return {
            "id": about["id"], "shape": about["shape"], "channel": about["channel"], "subject": about["subject"],
            "contact": contact["id"], "contactName": contact["full"], "status": self.status(about),
            "assignee": self.agent(about), "locale": contact["locale"], "tags": about["tags"],
            "vip": contact.get("vip", False), "unread": about["unread"], "lastActivity": entries[-1]["at"],
            "waitingSince": entries[-1]["at"] if is_waiting else None, "preview": entries[-1]["text"][:80],
            "version": str(about["version"]),
        }

    def status(self, about):
        return "odd" if faulty("conversation.status") and about["id"] == "c-4" else about["status"]

    def agent(self, about):
        return next(({"id": agent["id"], "name": agent["name"]} for agent in AGENTS
                     if agent["id"] == about["assignee"]), None)

    def record(self, about):
        agent = self.agent(about)
        result = {
            "id": about["id"], "shape": about["shape"], "channel": about["channel"], "subject": about["subject"],
            "status": self.status(about), "tags": about["tags"], "assignee": agent,
            "assignees": [{"kind": "agent", **agent}] if agent else [], "contact": CONTACTS[about["contact"]],
            "snoozedUntil": about["snoozed"], "version": str(about["version"]),
            "aliases": ["old-1"] if about["id"] == "c-1" else [],
            "allowed": [{"act": "say", "verdict": "allowed"}],
        }
        if faulty("conversation.agrees") and about["id"] == "c-3":
            result["status"] = "open"
        if faulty("conversation.assignee") and agent:
            result["assignees"] = [{"kind": "agent", "id": "a-9", "name": "Nobody"}]
        if faulty("conversation.rights"):
            result["allowed"] = []
        if faulty("steps.snooze"):
            result["snoozedUntil"] = None
        return result

    def holds(self, term, row):
        """Whether a term holds for a row; None where that cannot be told."""
        value = term.get("value")
        match term["term"]:
            case "tag": found = value in row["tags"]
            case "status": found = value in (row["status"], CATEGORIES.get(row["status"]))
            case "channel": found = value == row["channel"] or faulty("filter.named")
            case "language": found = row["locale"] == value or row["locale"].startswith(value + "-")
            case "customer": found = value == row["contact"] or value.lower() in row["contactName"].lower()
            case "assignee":
                id = (row["assignee"] or {}).get("id")
                found = {"me": id == ME["id"], "nobody": id is None}.get(value, id == value)
            case "state" if value in ("unread", "vip"): found = bool(row[value])
            case _: return None
        return found != bool(term.get("not") and not faulty("filter.not"))

    def conversations(self, params):
        rows = [self.row(about) for about in self.desk.data["conversations"].values()]
        queue, terms = params.get("queue"), params.get("filter") or []
        if queue == "q-open":
            rows = [row for row in rows if row["status"] == "open"]
        elif queue not in (None, "q-all") and not faulty("lists.unknownQueue"):
            raise unknown("queue", queue)
        unfiltered = []
        for place, term in enumerate(terms):
            verdicts = [self.holds(term, row) for row in rows]
            if None in verdicts:
                unfiltered.append(place)
            else:
                rows = [row for row, verdict in zip(rows, verdicts) if verdict]
        if faulty("filter.unnamed") and len(terms) == 1:
            unfiltered = []
        if faulty("filter.several") and len(terms) == 2:
            unfiltered = [1 - place for place in unfiltered]
        sort = params.get("sort")
        if sort in ("newest", "oldest") and not faulty("sort.named"):
            rows.sort(key=lambda row: row["lastActivity"], reverse=sort == "newest")
        limit = params["limit"]
        result = page("items", rows, params, 1000 if faulty("conversations.limit") else PAGE)
        result["total"] = {"is": "exact", "count": len(rows) + faulty("conversations.total")}
        result["unfiltered"] = unfiltered
        if sort not in (None, "newest", "oldest") and not faulty("sort.unnamed"):
            result["sorted"] = False
        if faulty("conversations.readable") and limit == 20:
            del result["items"][0]["lastActivity"]
        if faulty("conversations.cursors") and limit == 3 and "next" in result:
            result["next"] = f"p:{int(result['next'][2:]) - 1}"
        if faulty("conversations.cursors-endless") and limit == 3:
            result["next"] = "p:0"
        if faulty("conversations.complete") and limit == 2:
            result["items"] = [row for row in result["items"] if row["id"] != "c-5"]
        return result

    def conversation(self, params):
        name = params["conversation"]
        if faulty("conversation.readable") and name == "c-3":
            name = "c-2"
        if (about := self.desk.find(name)) is None:
            raise unknown("contact" if faulty("conversation.unknown") else "conversation", name)
        return self.record(about)

    # Threads

    def thread(self, params):
        name, order, limit = params["conversation"], params["order"], params["limit"]
        if (about := self.desk.find(name)) is None:
            if faulty("thread.unknown"):
                return {"entries": []}
            raise unknown("conversation", name)
        entries = [dict(entry) for entry in self.desk.entries(about["id"])]
        self.bend(entries, limit, about["id"])
        params = {**params, "limit": limit + (faulty("thread.limit") and limit == 1)}
        if order == "newestFirst" and not faulty("thread.order"):
            result = page("entries", entries[::-1], params)
            result["entries"].reverse()
        else:
            result = page("entries", entries, params)
        if faulty("thread.oldestFirst") and limit == 2:
            result["entries"].reverse()
        if faulty("thread.cursors") and limit == 2 and "next" in result:
            result["next"] = f"p:{int(result['next'][2:]) - 1}"
        if faulty("thread.complete") and limit == 200:
            result["entries"] = result["entries"][1:]
        result["version"] = str(about["version"] + 7 * faulty("thread.version"))
        return result

    def bend(self, entries, limit, name):
        """Faults of single entries."""
        if limit == 100:
            self.desk.readings[name] = self.desk.readings.get(name, 0) + 1
        if faulty("thread.stableIDs") and limit == 100 and self.desk.readings[name] % 2 == 0:
            entries[0]["id"] += "-again"
        if faulty("thread.idsAfterRestart"):
            entries[0]["id"] += "-" + RUN
        if faulty("thread.readable") and limit == 50:
            del entries[0]["author"]
        if faulty("thread.audience") and limit == 50:
            del entries[0]["audience"]
        if faulty("thread.audience-stranger") and limit == 50:
            entries[0]["audience"] = "world"
        for entry in entries:
            if faulty("thread.deletedText") and entry.get("state") == "deleted":
                entry["text"] = "(deleted)"

    # Everything else

    def queues(self, params):
        rows = self.desk.data["conversations"].values()
        count = sum(about["status"] == "open" for about in rows) + faulty("lists.queueTotals")
        second = "q-open" if faulty("lists.queues") else "q-all"
        return {"queues": [{"id": "q-open", "name": "Open", "total": {"is": "exact", "count": count}},
                           {"id": second, "name": "All", "total": {"is": "atLeast", "count": 1}}]}

    def agents(self, params):
        team = [{"kind": "team", "id": "12", "name": "Billing"}] if faulty("lists.agents") else []
        return {"assignees": AGENTS + team}

    def contact(self, params):
        name = params["contact"]
        if name not in CONTACTS:
            if faulty("contact.unknown"):
                return {"contact": {"id": name}, "conversations": []}
            raise unknown("contact", name)
        rows = [self.row(about) for about in self.desk.data["conversations"].values()
                if about["contact"] == name or faulty("contact.conversations")]
        rows.sort(key=lambda row: row["lastActivity"], reverse=True)
        shown = {**CONTACTS[name], **({"id": "u-99"} if faulty("contact.readable") else {})}
        return {"contact": shown, **page("conversations", rows, params)}

    def templates(self, params):
        if faulty("templates.readable"):
            return {"templates": TEMPLATES}
        templates = [dict(template) for template in TEMPLATES]
        if faulty("templates.bodies"):
            del templates[1]["bodies"]
        return page("templates", templates, params)

    def preview(self, params):
        if faulty("templates.preview"):
            raise Fault(-32603, "previews are not ready yet")
        if not any(template["id"] == params["template"] for template in TEMPLATES):
            raise unknown("template", params["template"])
        return {"steps": [{"step": "status", "status": "closed"}]}

    def attachment(self, params):
        name, offset, limit = params["attachment"], params["offset"], params["limit"]
        stored = self.desk.data["files"].get(name)
        data = FILE if name == "f-1" else base64.b64decode(stored) if stored is not None else None
        if data is None:
            if faulty("attachment.unknown"):
                return {"data": "", "last": True}
            raise unknown("attachment", name)
        if faulty("attachment.limit") and limit <= 3:
            limit += 1
        if faulty("attachment.beyondEnd") and offset > len(data):
            offset = 0
        piece = data[offset:offset + limit]
        if faulty("attachment.same") and len(piece) == len(data):
            piece = piece[:-1] + b"?"
        return {"data": base64.b64encode(piece).decode(), "size": len(data) + faulty("attachment.pieces"),
                "last": offset + limit >= len(data)}

    def search(self, params):
        words, hits = params["text"].lower().split(), []
        for name, about in self.desk.data["conversations"].items():
            for entry in self.desk.entries(name):
                text = entry["text"]
                if all(word in text.lower() for word in words):
                    hits.append({"row": self.row(about), "entry": entry["id"], "at": entry["at"], "excerpt": text[:200]})
        if not hits and faulty("search.nothing"):
            hits = [{"row": self.row(about), "at": "2026-03-01T09:00:00Z", "excerpt": "perhaps"}
                    for about in self.desk.data["conversations"].values()]
        hits.sort(key=lambda hit: hit["at"], reverse=True)
        if faulty("search.finds"):
            hits = []
        if faulty("search.pages") and params["limit"] == 1:
            params = {**params, "limit": 2}
        return page("hits", hits, params)
