"""Calls that change something, and what became of them."""
import base64

from desk import ME, CATEGORIES
from switches import Fault, faulty, unknown

STEPS = ["say", "edit", "delete", "status", "assign", "tag", "snooze"]


class Writing:
    def __init__(self, desk):
        self.desk = desk
        self.was_unbased = False

    # Whether

    def objection(self, step, conversation, is_alone):
        """Why a step cannot be done; None where it can."""
        match step.get("step"):
            case "say": return self.objection_to_saying(step)
            case "edit" | "delete":
                ids = [entry["id"] for entry in self.desk.entries(conversation)]
                return None if step["entry"] in ids or faulty("entry.unknown") else "there is no such entry"
            case "status":
                is_taken = faulty("steps.unknownStatus") and is_alone
                return None if step["status"] in CATEGORIES or is_taken else "no such status"
            case "assign":
                return None if all(one["kind"] == "agent" for one in step["to"]) else "only agents"
            case "tag" | "snooze": return None
            case _: return None if faulty("steps.unnamed") else "this backend cannot do that"

    def objection_to_saying(self, step):
        if "text" not in step or not isinstance(step["text"], str):
            raise Fault(-32602, "text: expected a string", path="steps[0].text", expected="a string", found="nothing")
        audience = step.get("audience")
        if audience not in ("customer", "internal", "world") and not faulty("say.noAudience"):
            raise Fault(-32602, "audience: expected customer, internal or world, found something else",
                        path="steps[0].audience", expected="customer, internal or world", found="something else")
        if audience == "world" and not faulty("say.unknownAudience"):
            return "this backend has no world"
        if step.get("kind") == "note" and audience != "internal" and not faulty("say.noteForCustomer"):
            return "a note is internal"
        for name in step.get("uploads", []):
            upload = self.desk.data["uploads"].get(name)
            if upload is None and not faulty("upload.unknown"):
                return "there is no such file"
            if upload and len(base64.b64decode(upload["data"])) < upload["size"] and not faulty("upload.incomplete"):
                return "the file is not complete"
        return None

    # Doing

    def apply(self, intent):
        key, desk = intent["clientKey"], self.desk
        about = desk.find(intent["conversation"])
        if about is None:
            if faulty("say.unknownConversation"):
                return {"outcome": "applied", "entry": "e-0", "audience": "internal"}
            raise unknown("conversation", intent["conversation"])
        if (done := self.done_before(intent)) is not None:
            return done
        if (newer := self.conflict(intent, about)) is not None:
            return {"outcome": "conflict", "newer": newer, "version": str(about["version"])}
        steps = intent["steps"]
        for place, step in enumerate(steps):
            if reason := self.objection(step, about["id"], len(steps) == 1):
                if faulty("steps.failing") and place == 1:
                    self.do(steps[0], intent, about, {})
                    desk.keep()
                return {"outcome": "invalid", "field": f"steps[{place}]", "reason": reason}
        outcome = {"outcome": "applied"}
        for step in steps[:1] if faulty("steps.two") else steps:
            self.do(step, intent, about, outcome)
        desk.touch(about["id"])
        desk.change({"change": "conversation", "conversation": about["id"]})
        outcome["version"] = str(about["version"])
        if faulty("say.entry") and "entry" in outcome:
            outcome["entry"] = "e-0"
        if faulty("say.echo"):
            outcome.pop("audience", None)
        desk.data["outcomes"][key] = [steps, outcome]
        desk.keys_here.add(key)
        desk.keep()
        return outcome

    def done_before(self, intent):
        """The outcome of a key that was done."""
        key, desk = intent["clientKey"], self.desk
        if faulty("kill.truth"):  # it looks for the text, and knows no keys
            for entry in desk.entries(intent["conversation"]):
                if entry["text"] == intent["steps"][0].get("text"):
                    return {"outcome": "applied", "entry": entry["id"], "audience": entry["audience"]}
            return None
        if key not in desk.data["outcomes"]:
            return None
        steps, outcome = desk.data["outcomes"][key]
        if faulty("key.againAfterRestart") and key not in desk.keys_here:
            return None
        if steps != intent["steps"]:
            if faulty("key.otherSteps"):
                return outcome
            return {"outcome": "invalid", "field": "clientKey", "reason": "it was used for something else"}
        return None if faulty("key.again") and key in desk.keys_here else outcome

    def conflict(self, intent, about):
        """What is newer than what the agent had seen; None where nothing is."""
        based, entries = intent.get("basedOn"), self.desk.entries(about["id"])
        was_unbased, self.was_unbased = self.was_unbased, based is None
        if based is None:
            return entries[-1:] if faulty("conflict.without") and was_unbased else None
        if faulty("conflict.second"):
            return None
        ids = [entry["id"] for entry in entries]
        is_same = based.get("version", str(about["version"])) == str(about["version"])
        if is_same and based.get("entry", ids[-1]) == ids[-1] and not faulty("conflict.resolved"):
            return None
        seen = ids.index(based["entry"]) + 1 if based.get("entry") in ids else 0
        return [] if faulty("conflict.newer") else entries[seen:]

    def do(self, step, intent, about, outcome):
        desk, name, is_alone = self.desk, about["id"], len(intent["steps"]) == 1
        match step["step"]:
            case "say":
                said = self.say(step, intent, name)
                outcome.update(entry=said["id"], audience=step.get("audience") or "customer")
            case "edit" if not faulty("entry.edit"):
                for entry in desk.entries(name):
                    if entry["id"] == step["entry"]:
                        entry.update(text=step["text"], state="edited")
            case "delete":
                for entry in list(desk.entries(name)):
                    if entry["id"] == step["entry"]:
                        entry.update(text="", state="deleted")
                        if faulty("entry.delete"):
                            desk.entries(name).remove(entry)
            case "status" if step["status"] in CATEGORIES and not (faulty("steps.status") and is_alone):
                about["status"] = step["status"]
            case "assign" if step["to"] or not faulty("steps.assign"):
                about["assignee"] = step["to"][0]["id"] if step["to"] else None
            case "tag":
                kept = [] if faulty("steps.tag") else [tag for tag in about["tags"] if tag not in step.get("remove", [])]
                about["tags"] = kept + step.get("add", [])
            case "snooze":
                about["snoozed"] = step.get("until")

    def say(self, step, intent, name):
        desk = self.desk
        said = {"id": desk.next_id(), "at": desk.now(), "author": {"kind": "agent", **intent["by"]},
                "audience": step.get("audience") or "customer", "kind": step.get("kind", "message"),
                "text": step["text"], "clientKey": intent["clientKey"]}
        if faulty("say.noAudience") and said["audience"] not in ("customer", "internal"):
            said["audience"] = "customer"
        if faulty("say.unknownAudience") and said["audience"] == "world":
            said["audience"] = "internal"
        if faulty("say.audience") and said["audience"] == "customer":
            said["audience"] = "internal"
        if faulty("say.author"):
            said["author"] = {"kind": "agent", "id": "root", "name": "Administrator"}
        if faulty("say.text"):
            said["text"] = said["text"].strip()
        if faulty("say.note"):
            said["kind"] = "message"
        for upload in step.get("uploads", []):
            if upload in desk.data["uploads"]:
                said.setdefault("attachments", []).append(self.attach(upload))
        desk.entries(name).append(said)
        if faulty("say.arrives"):
            desk.entries(name).append({**said, "id": desk.next_id()})
        desk.data["last"] = [name, said]
        desk.change({"change": "entry", "conversation": name, "entry": said})
        return said

    def attach(self, name):
        upload = self.desk.data["uploads"][name]
        data = base64.b64decode(upload["data"])
        if faulty("upload.arrives"):
            data = data.upper()
        self.desk.data["files"]["up:" + name] = base64.b64encode(data).decode()
        return {"id": "up:" + name, "name": upload["name"], "type": upload["type"], "size": len(data)}

    # Afterwards

    def reconcile(self, params):
        intent, desk = params["intent"], self.desk
        key = intent["clientKey"]
        is_known, is_here = key in desk.data["outcomes"], key in desk.keys_here
        if is_known and is_here and faulty("reconcile.done") or faulty("kill.truth"):
            is_known = False
        if is_known and not is_here and faulty("reconcile.afterRestart"):
            is_known = False
        if is_known:
            return {"found": "known", "outcome": desk.data["outcomes"][key][1]}
        if faulty("reconcile.never"):
            return {"found": "known", "outcome": {"outcome": "unknown", "reason": "nobody knows"}}
        if faulty("reconcile.changesNothing"):
            self.apply(intent)
        return {"found": "nothing"}

    def upload(self, params):
        uploads, piece, offset = self.desk.data["uploads"], base64.b64decode(params["data"]), params["offset"]
        upload = uploads.setdefault(params["upload"], {"name": params["name"], "type": params.get("type", ""),
                                                       "size": params["size"], "data": ""})
        data = base64.b64decode(upload["data"])
        is_old = offset + len(piece) <= len(data)
        if faulty("upload.again") and is_old or faulty("upload.hole") and offset > len(data):
            data += piece
        elif offset <= len(data) < offset + len(piece):
            data = data[:offset] + piece
        upload["data"] = base64.b64encode(data).decode()
        self.desk.keep()
        if faulty("upload.pieces") and offset + len(piece) == params["size"]:
            return {"received": 0}
        return {"received": len(data)}
