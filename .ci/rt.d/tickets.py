#!/usr/bin/env python3
"""tickets.py URL TOKENS: tickets of a test instance, by mail and by REST; run by `.ci/rt seed`."""
import base64
import email.message
import json
import subprocess
import sys
import time
import urllib.request

URL = sys.argv[1]
with open(sys.argv[2], encoding="utf-8") as file:
    TOKENS = json.load(file)
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
ZOE, LIAM, MEI = "Zoë Fürst <zoe@cust.test>", "Liam O'Hara <liam@cust.test>", "Mei 梅 <mei@cust.test>"


def rest(method, path, body, who="alice"):
    request = urllib.request.Request(
        f"{URL}/REST/2.0{path}", method=method, data=json.dumps(body).encode(),
        headers={"Authorization": "token " + TOKENS[who], "Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.loads(answer.read() or b"null")


def mail(sender, subject, text, html=None, files=()):
    message = email.message.EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "support@rt.test", subject
    message["Message-ID"] = f"<{time.time_ns()}@cust.test>"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    for name, kind, data in files:
        message.add_attachment(data, maintype=kind.split("/")[0], subtype=kind.split("/")[1], filename=name)
    gate = subprocess.run(
        ["rt-mailgate-5", "--queue", "Support", "--action", "correspond", "--url", URL + "/"],
        input=message.as_bytes(), capture_output=True, check=False)
    if gate.returncode:
        sys.exit("rt-mailgate-5: " + (gate.stdout + gate.stderr).decode(errors="replace"))


def ticket(subject, requestor, **more):
    fields = {"Queue": "Support", "Subject": subject, "Requestor": requestor, "Content": subject + ".",
              "ContentType": "text/plain"}
    return rest("POST", "/ticket", fields | more)["id"]


def main():
    # 2: a mail of two forms with a picture; an answer of ours, a note, the customer's answer.
    mail(ZOE, "Order arrived broken", "Hello,\n\nthe lid is cracked.\nÜmläut & emoji 😀\n\n-- \nSent from my phone\n",
         html="<p>Hello,</p><p>the lid is <b>cracked</b>. 😀</p>", files=[("screen shot.png", "image/png", PIXEL)])
    first = 2
    rest("POST", f"/ticket/{first}/correspond",
         {"Content": "<p>Hi, we <em>look</em> into it.</p><script>steal()</script>", "ContentType": "text/html"})
    rest("POST", f"/ticket/{first}/comment", {"Content": "check the warehouse", "ContentType": "text/plain"}, "bob")
    mail(ZOE, f"Re: [rt.test #{first}] Order arrived broken", "Any news?\n\n> Hi, we look into it.\n")
    # 3: html alone.
    mail(MEI, "Invoice shows wrong VAT", "", html="<table><tr><td>VAT</td><td>19&nbsp;%</td></tr></table>")
    # 4 to 8: by telephone, with fields, owners, statuses, deadlines.
    ticket("Cannot log in", ["liam@cust.test"], CustomFields={"Severity": "High", "Order number": "A-1001",
                                                              "Products": ["App", "Web"]})
    ticket("It's \"quoted\" \\ and 100% odd", ["liam@cust.test"], Cc=["mei@cust.test"])
    due = ticket("Refund status?", ["zoe@cust.test"], Due="2031-02-03 04:05:06", Priority=40)
    rest("PUT", f"/ticket/{due}", {"Owner": "bob", "Status": "stalled"})
    rest("POST", "/ticket", {"Queue": "Returns", "Subject": "Sending it back", "Requestor": ["zoe@cust.test"],
                             "Content": "It is in the post.", "ContentType": "text/plain"})
    # More than one page of rows.
    for number in range(1, 26):
        ticket(f"Small thing {number}", ["dana@cust.test"])


main()
