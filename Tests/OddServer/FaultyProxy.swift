/// What goes wrong between an adapter and its backend.
package enum ProxyFault: String, CaseIterable, Sendable {
  /// The connection ends before the backend has heard anything.
  case cutBefore
  /// The backend has done it, and the connection ends without an answer.
  case cutAfter
  /// The backend has done it, and the answer is 500.
  case errorAfter
  /// The answer is 502, and the backend has heard nothing.
  case errorBefore
  /// The backend hears of it only when nobody waits any more, and does it then.
  case stallBefore
  /// The backend has done it, and the answer comes when nobody waits any more.
  case stallAfter
  /// The answer ends in the middle of its body.
  case halfBody
  /// The answer ends in the middle of its headers.
  case halfHeaders
  /// The answer comes twice in one connection.
  case twice
  /// The answer comes in small pieces.
  case slow
  /// The body is no JSON.
  case garbage
  /// The answer leads to a page for signing in, as for a token that has expired; the backend has heard nothing.
  case login
  /// The length that the headers tell is too small.
  case wrongLength
  /// The backend hears of it when the test says `release`.
  case hold
}

/// A proxy that is honest until it is told what is to go wrong, with which requests, and how often.
package final class FaultyProxy {
  private let server: PythonServer
  /// Where it is.
  package var url: String { server.url }

  /// Starts it; `stall` is how many seconds a stalled request takes.
  package init(upstream: String, stall: Double = 4) throws {
    server = try PythonServer(Self.program, [upstream, String(stall)])
  }

  /// Lets a fault strike the next `times` requests of a method whose path and query match a regular expression.
  ///
  /// Faults are used up in the order in which they were told.
  package func strike(_ fault: ProxyFault, _ method: String, _ pattern: String, times: Int = 1) throws {
    _ = try server.ask("/proxy/strike", "\(fault.rawValue) \(times) \(method) \(pattern)")
  }

  /// Forgets the faults that have not struck.
  package func beHonest() throws { _ = try server.ask("/proxy/honest", "") }

  /// Lets go of what `hold` holds.
  package func release() throws { _ = try server.ask("/proxy/release", "") }

  /// Waits until a number of faults have struck, half a minute at most; those that have, as `fault method path`.
  package func struck(atLeast count: Int = 0) throws -> [String] { try server.ask("/proxy/struck?\(count)") }

  /// Waits until no request is on its way, half a minute at most; how many still are.
  package func requestsOnTheWay() throws -> Int { Int(try server.ask("/proxy/idle").first ?? "") ?? -1 }

  /// All requests so far, as `method path`.
  package func log() throws -> [String] { try server.ask("/proxy/log") }

  private static let program = #"""
    import http.client, os, re, socketserver, sys, threading, time, urllib.parse

    UPSTREAM = urllib.parse.urlsplit(sys.argv[1])
    STALL = float(sys.argv[2])
    NEWS = threading.Condition()
    FAULTS, STRUCK, LOG, BUSY = [], [], [], [0]
    RELEASED = threading.Event()

    def take(method, path):
        for fault in FAULTS:
            kind, times, wanted, pattern = fault
            if times > 0 and wanted == method and re.search(pattern, path):
                fault[1] -= 1
                STRUCK.append(f"{kind} {method} {path}")
                return kind
        return None

    def forward(method, path, headers, body):
        connection = http.client.HTTPConnection(UPSTREAM.hostname, UPSTREAM.port, timeout=60)
        kept = {n: v for n, v in headers.items() if n.lower() not in ("host", "connection", "content-length")}
        connection.request(method, path, body, kept)
        answer = connection.getresponse()
        content = answer.read()
        kept = [(n, v) for n, v in answer.getheaders() if n.lower() in ("content-type", "etag", "location", "date")]
        return answer.status, kept, content

    def head(status, headers, length):
        lines = [f"HTTP/1.1 {status} X"] + [f"{n}: {v}" for n, v in headers]
        return "\r\n".join(lines + [f"Content-Length: {length}", "Connection: close", "", ""]).encode("latin-1")

    class Handler(socketserver.StreamRequestHandler):
        def handle(self):
            start = self.rfile.readline().decode("latin-1").split()
            if len(start) != 3:
                return
            method, path, headers = start[0], start[1], http.client.parse_headers(self.rfile)
            body = self.rfile.read(int(headers.get("Content-Length") or 0))
            if path.startswith("/proxy/"):
                lines = self.control(path, body.decode())
                content = "\n".join(lines).encode()
                return self.wfile.write(head(200, [], len(content)) + content)
            with NEWS:
                LOG.append(f"{method} {path}")
                fault = take(method, path)
                BUSY[0] += 1
                NEWS.notify_all()
            try:
                self.serve(fault, method, path, headers, body)
            except OSError:
                pass
            finally:
                with NEWS:
                    BUSY[0] -= 1
                    NEWS.notify_all()

        def control(self, path, body):
            with NEWS:
                if path == "/proxy/strike":
                    kind, times, method, pattern = body.split(" ", 3)
                    FAULTS.append([kind, int(times), method, pattern])
                elif path == "/proxy/honest":
                    FAULTS.clear()
                elif path == "/proxy/release":
                    RELEASED.set()
                elif path == "/proxy/log":
                    return list(LOG)
                elif path == "/proxy/idle":
                    NEWS.wait_for(lambda: BUSY[0] == 0, 30)
                    return [str(BUSY[0])]
                else:
                    count = int(path.split("?")[1])
                    NEWS.wait_for(lambda: len(STRUCK) >= count, 30)
                    return list(STRUCK)
            return []

        def serve(self, fault, *request):
            if fault == "cutBefore":
                return
            if fault == "errorBefore":
                return self.wfile.write(head(502, [], 0))
            if fault == "login":
                return self.wfile.write(head(302, [("Location", "/NoAuth/Login.html")], 0))
            if fault == "stallBefore":
                time.sleep(STALL)
            if fault == "hold":
                RELEASED.wait(120)
            status, headers, content = forward(*request)
            if fault == "cutAfter":
                return
            if fault == "stallAfter":
                time.sleep(STALL)
            if fault == "errorAfter":
                status, headers, content = 500, [("Content-Type", "application/json")], b'{"message":"Internal Server Error"}'
            if fault == "garbage":
                content = b"\x00\xff{[ this is no JSON \xc3"
            length = len(content) // 2 if fault == "wrongLength" else len(content)
            whole = head(status, headers, length) + content
            if fault == "halfHeaders":
                whole = whole[:len(head(status, headers, length)) // 2]
            if fault == "halfBody":
                whole = whole[:len(whole) - (len(content) + 1) // 2]
            if fault == "twice":
                whole += whole
            if fault != "slow":
                return self.wfile.write(whole)
            step = len(whole) // 15 + 1
            for place in range(0, len(whole), step):
                self.wfile.write(whole[place:place + step])
                time.sleep(0.2)

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        request_queue_size = 64

    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(server.server_address[1], flush=True)
    sys.stdin.read()
    os._exit(0)
    """#
}
