/// A server in Python's standard library that does what servers should not, or stands before RT and cuts its answers.
package final class OddServer {
  private let server: PythonServer
  /// Where it is.
  package var url: String { server.url }

  /// Starts it; `upstream` is the RT that it passes requests on to.
  package init(upstream: String = "") throws { server = try PythonServer(Self.program, [upstream]) }

  /// What was asked of it so far, a line each.
  package func log() throws -> [String] { try server.ask("/log") }

  private static let program = #"""
    import http.client, http.server, os, sys, threading, urllib.parse

    UPSTREAM = urllib.parse.urlsplit(sys.argv[1])
    LOG = []
    HANGING = threading.Event()

    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, *arguments):
            pass

        def answer(self, status, body, headers=(), length=None):
            self.send_response(status)
            for name, value in headers:
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body) if length is None else length))
            self.end_headers()
            self.wfile.write(body)
            self.close_connection = True

        def handle_any(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if self.path == "/await-hang":
                HANGING.wait(30)
                return self.answer(200, b"")
            if self.path == "/log":
                return self.answer(200, "\n".join(LOG).encode())
            LOG.append(f"{self.command} {self.path} {self.headers.get('Authorization')} {self.headers.get('Content-Type')} "
                       f"{self.headers.get('If-Match')} {self.headers.get('Cookie')} {body.decode(errors='replace')}")
            if UPSTREAM.hostname:
                return self.forward(body)
            name = self.path.split("/")[-1]
            if name == "redirect":
                return self.answer(302, b"", [("Location", "/there"), ("Set-Cookie", "a=b")])
            if name == "cut":
                return self.answer(200, b'{"half":', length=100)
            if name == "hang":
                HANGING.set()
                threading.Event().wait(30)
                return None
            if name == "close":
                return self.connection.close()
            if name == "garbage":
                self.wfile.write(b"this is no HTTP\r\n\r\n")
                return self.connection.close()
            self.answer(200, b'{"fine":true}', [("ETag", '"218"'), ("Set-Cookie", "a=b")])

        def forward(self, body):
            connection = http.client.HTTPConnection(UPSTREAM.hostname, UPSTREAM.port, timeout=60)
            headers = {name: value for name, value in self.headers.items() if name.lower() not in ("host", "connection")}
            connection.request(self.command, self.path, body, headers)
            answer = connection.getresponse()
            content = answer.read()
            if self.command == "POST" and self.path.split("?")[0].split("/")[-1] in ("correspond", "comment"):
                # RT has done it, and nobody will hear of it.
                return self.connection.close()
            kept = [(n, v) for n, v in answer.getheaders() if n.lower() in ("content-type", "etag", "location", "date")]
            self.answer(answer.status, content, kept)

        do_GET = do_POST = do_PUT = handle_any

        def date_time_string(self, timestamp=None):
            return super().date_time_string(timestamp)

        def send_response(self, code, message=None):
            self.send_response_only(code, message)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_port, flush=True)
    sys.stdin.read()
    os._exit(0)
    """#
}
