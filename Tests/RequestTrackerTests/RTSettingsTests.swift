import AdapterProtocol
import TestSupport
import Testing

@testable import RequestTracker

@Suite("Settings of the RT adapter")
struct RTSettingsTests {
  private func settings(_ json: String) throws -> RTSettings { try RTSettings(try RawJSON(Array(json.utf8))) }

  @Test("All of them are read")
  func whole() throws {
    let settings = try settings(
      #"{"url":"https://rt.test/rt/","queues":["Support"],"searches":{"Late":"Due < 'now'","Mine":"Owner = 'x'"},"#
        + #""statuses":{"returns":{"received":"open"}},"agents":["bob"],"pageItems":20,"timeoutSeconds":5,"pollSeconds":60,"#
        + #""attachmentBytes":1000}"#)
    #expect(settings.address == "https://rt.test/rt")
    #expect(settings.base == "https://rt.test/rt/REST/2.0")
    #expect(settings.host == "rt.test")
    #expect(settings.queues == ["Support"] && settings.agents == ["bob"])
    #expect(settings.searches.map(\.name) == ["Late", "Mine"])
    #expect(settings.statuses == ["returns": ["received": "open"]])
    #expect(settings.pageItems == 20 && settings.timeoutSeconds == 5 && settings.pollSeconds == 60)
    #expect(settings.attachmentBytes == 1_000)
  }

  @Test(
    "What is missing, unknown or wrong is told with its path",
    arguments: [
      ("{}", "settings.url"), (#"{"url":3}"#, "settings.url"), (#"{"url":"rt.test"}"#, "settings.url"),
      (#"{"url":"ftp://rt.test"}"#, "settings.url"), (#"{"url":"https://a:b@rt.test"}"#, "settings.url"),
      (#"{"url":"https://rt.test?x"}"#, "settings.url"), (#"{"url":"http://rt.test"}"#, "settings.url"),
      (#"{"url":"https://"}"#, "settings.url"),
      (#"{"url":"https://rt.test:x"}"#, "settings.url"), (#"{"url":"https://rt.test:0"}"#, "settings.url"),
      (#"{"url":"https://rt .test"}"#, "settings.url"), (#"{"url":"https://rt.test/\n"}"#, "settings.url"),
      (#"{"url":"https://rt.test","quues":[]}"#, "settings.quues"),
      (#"{"url":"https://rt.test","queues":"x"}"#, "settings.queues"),
      (#"{"url":"https://rt.test","queues":["a",""]}"#, "settings.queues[1]"),
      (#"{"url":"https://rt.test","searches":{"a":1}}"#, "settings.searches.a"),
      (#"{"url":"https://rt.test","searches":[]}"#, "settings.searches"),
      (#"{"url":"https://rt.test","statuses":{"a":{"b":"later"}}}"#, "settings.statuses.a.b"),
      (#"{"url":"https://rt.test","pageItems":0}"#, "settings.pageItems"),
      (#"{"url":"https://rt.test","pageItems":101}"#, "settings.pageItems"),
      (#"{"url":"https://rt.test","timeoutSeconds":"5"}"#, "settings.timeoutSeconds"),
      (#"{"url":"https://rt.test","settleSeconds":29}"#, "settings.settleSeconds"),
      (#"{"url":"https://rt.test","settleSeconds":5,"timeoutSeconds":6}"#, "settings.settleSeconds"),
      (#"{"url":"https://rt.test","settleSeconds":3601}"#, "settings.settleSeconds"),
      (#"{"url":"https://rt.test","allowsPlainHTTP":1}"#, "settings.allowsPlainHTTP"),
    ])
  func refused(json: String, path: String) throws {
    #expect {
      _ = try settings(json)
    } throws: { error in
      guard case .invalidParams(path, _, _)? = error as? AdapterFault else { return false }
      return true
    }
  }

  @Test(
    "What was sent settles after a minute, after twice the time that RT may take, or when somebody says so",
    arguments: [
      ("", 60), (#","timeoutSeconds":5"#, 60), (#","timeoutSeconds":40"#, 80),
      (#","settleSeconds":10,"timeoutSeconds":2"#, 10),
    ])
  func settling(rest: String, seconds: Int) throws {
    #expect(try settings(#"{"url":"https://rt.test"\#(rest)}"#).settleSeconds == seconds)
  }

  @Test("The manual page names every setting, and no other")
  func manualPage() throws {
    let source = try Checkout.text("Sources/RequestTracker/RTSettings.swift")
    let known = source.matches(of: /case "(\w+)":/).map { String($0.output.1) }
    let page = try Checkout.text(".ci/package/sapa-adapter-rt.1")
    let named = page.matches(of: /\.TP\n\.B (\w+)\n/).map { String($0.output.1) }
    #expect(known.count > 8 && Set(known) == Set(named))
  }

  @Test("A token travels unencrypted on this machine, and to others when somebody says so")
  func plain() throws {
    #expect(try settings(#"{"url":"http://127.0.0.1:8080"}"#).host == "127.0.0.1")
    #expect(try settings(#"{"url":"http://rt.test","allowsPlainHTTP":true}"#).host == "rt.test")
  }
}
