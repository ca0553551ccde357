"""The desk: some conversations, and a file in which all of it outlives the process."""
import json
import os
import time

from switches import RUN, STATE, faulty

ME = {"id": "a-1", "name": "Nastya"}
AGENTS = [{"kind": "agent", "id": "a-1", "name": "Nastya"}, {"kind": "agent", "id": "a-2", "name": "Budi"}]
CONTACTS = {
    "u-1": {"id": "u-1", "full": "Dewi Lestari", "locale": "id-ID"},
    "u-2": {"id": "u-2", "full": "Liam Byrne", "locale": "en-IE"},
    "u-3": {"id": "u-3", "full": "Zoë Fürst", "locale": "de-AT", "vip": True},
}
STATUSES = [
    {"id": "open", "name": "Open", "category": "open"},
    {"id": "pending", "name": "Waiting", "category": "pending"},
    {"id": "closed", "name": "Closed", "category": "resolved"},
]
CATEGORIES = {status["id"]: status["category"] for status in STATUSES}
TEMPLATES = [
    {"id": "t-1", "name": "Thanks", "execution": "text", "bodies": [{"format": "plain", "text": "Thank you!"}]},
    {"id": "t-2", "name": "Sorry", "execution": "text", "bodies": [{"format": "plain", "text": "I am sorry."}]},
    {"id": "m-1", "name": "Close", "execution": "previewed"},
]
FILE = bytes(range(250)) * 4


def entry(number, minute, role, person, text, audience="customer", **more):
    return {"id": f"e-{number}", "at": f"2026-03-01T09:{minute:02}:00Z", "audience": audience, "text": text,
            "author": {"kind": role, "id": person}, **more}


def conversation(name, contact, status, channel="mail", shape="ticket", **more):
    return {"id": name, "shape": shape, "channel": channel, "subject": "", "status": status, "contact": contact,
            "tags": [], "assignee": None, "snoozed": None, "unread": 0, "version": 1, **more}


def first_state():
    return {
        "conversations": {
            "c-1": conversation("c-1", "u-1", "open", "chat", "dialog", unread=2),
            "c-2": conversation("c-2", "u-2", "open", subject="invoice", tags=["billing", "urgent"], assignee="a-2"),
            "c-3": conversation("c-3", "u-1", "closed", subject="change of card"),
            "c-4": conversation("c-4", "u-3", "pending", "chat", "dialog", unread=1),
            "c-5": conversation("c-5", "u-2", "open", subject="strange letters", tags=["spam"]),
        },
        "entries": {
            "c-1": [entry(n, 2 * n, "customer" if n % 2 else "agent", "u-1" if n % 2 else "a-1", f"pesan nomor {n}")
                    for n in range(1, 6)] + [entry(6, 14, "agent", "a-1", "", state="deleted")],
            "c-2": [entry(1, 5, "customer", "u-2", "Could you send the invoice again, please?",
                          attachments=[{"id": "f-1", "name": "invoice.bin", "type": "application/pdf",
                                        "size": len(FILE)}]),
                    entry(2, 7, "agent", "a-2", "A colleague looks at it.", "internal", kind="note")],
            "c-3": [entry(1, 1, "customer", "u-1", "kartu baru"), entry(2, 3, "agent", "a-1", "Sudah diganti.")],
            "c-4": [entry(1, 4, "customer", "u-3", "Guten Morgen! Wo bleibt die Lieferung?")],
            "c-5": [entry(1, 6, "customer", "u-2", "bell\u0007, escape\u001b[31m, delete\u007f, next line\u0085, \u202eback")],
        },
        "outcomes": {}, "uploads": {}, "files": {}, "number": 100,
        "changes": [{"change": "conversation", "conversation": "c-1"}, {"change": "catalogue"}],
    }


class Desk:
    """What is in the file, and what only this process knows."""

    def __init__(self):
        self.data = first_state()
        if os.path.exists(STATE):
            with open(STATE) as file:
                self.data = json.load(file)
        self.keys_here = set()  # keys of this process
        self.changes_here = set()  # places of changes that this process has made
        self.readings = {}
        if faulty("kill.once") and self.data.get("last"):
            where, said = self.data.pop("last")
            self.data["number"] += 1
            self.data["entries"][where].append({**said, "id": f"e-{self.data['number']}"})
            self.keep()

    def keep(self):
        if faulty("kill.durable"):
            return  # only at the end of its input
        self.store()

    def store(self):
        with open(STATE + ".new", "w") as file:
            json.dump(self.data, file)
        os.replace(STATE + ".new", STATE)

    def find(self, name):
        """A conversation by its id or alias."""
        name = "c-1" if name == "old-1" and not faulty("conversation.alias") else name
        return self.data["conversations"].get(name)

    def entries(self, name):
        return self.data["entries"][name]

    def touch(self, name):
        self.data["conversations"][name]["version"] += 1

    def change(self, change):
        self.changes_here.add(len(self.data["changes"]))
        self.data["changes"].append(change)

    def next_id(self):
        self.data["number"] += 1
        return f"e-{self.data['number']}"

    @staticmethod
    def now():
        moment = time.time()
        return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(moment)) + f".{int(moment * 1000) % 1000:03}Z"

    def cursor(self, place):
        return f"x:{RUN}:{place}"
