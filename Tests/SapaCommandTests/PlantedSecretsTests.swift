import DeskLink
import DeskModel
import Foundation
import LocalDesk
import SeededRandom
import SystemCalls
import TestSupport
import Testing

@testable import SapaCommand

/// A thousand secrets on every way in which a customer's or an agent's words reach our disk.
@Suite("Planted secrets", .serialized)
struct PlantedSecretsTests {
  private struct Secret {
    var value: String
    var text: String
    var isKept: Bool
  }

  private static func secrets() -> [Secret] {
    var random = SeededGenerator(seed: 20_261_128)
    func pick(_ letters: String, _ count: Int) -> String {
      String((0..<count).compactMap { _ in letters.randomElement(using: &random) })
    }
    let mixed = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"
    let passwords = [
      "my password is %", "password: %", "pw: %, thanks a lot", "Mein Passwort lautet %",
      "Das Passwort ist: %",
      "пароль: %", "мой пароль %", "Мій пароль: %", "kata sandi saya %", "password saya: %",
      "mi contraseña es %",
      "mot de passe : %", "la mia password è %", "minha senha é %", "hasło: %", "şifrem: %", "mật khẩu: %",
      "パスワードは%です", "密码是%",
    ]
    let keys = ["api key: %", "token %", "API-Schlüssel: %"]
    let codes = ["the code is %", "my PIN is %", "PIN: %", "код из смс %", "kode OTP: %", "Mein PIN ist %"]
    return (0..<1_000).map { number in
      switch number % 10 {
      case 0..<6:
        let value = pick(mixed, 7) + pick("0123456789", 2) + "!"
        return Secret(
          value: value, text: passwords[number % passwords.count].replacing("%", with: value), isKept: true)
      case 6:
        let value = "sk_live_" + pick(mixed, 24)
        return Secret(value: value, text: keys[number % keys.count].replacing("%", with: value), isKept: true)
      case 7:
        let value = card(pick("0123456789", 14))
        return Secret(value: value, text: "my card number is \(value)", isKept: true)
      case 8:
        let value = "https://onetimesecret.com/secret/" + pick(mixed.lowercased(), 30)
        return Secret(value: value, text: "here it is: \(value)", isKept: true)
      default:
        // So long that no time and no number of a line is the same by chance.
        let value = pick("123456789", 8)
        return Secret(
          value: value, text: codes[number % codes.count].replacing("%", with: value), isKept: false)
      }
    }
  }

  private static func card(_ digits: String) -> String {
    let head = "4" + digits
    let sum = head.reversed().enumerated().reduce(0) { sum, digit in
      let value = digit.element.wholeNumberValue ?? 0
      let doubled = digit.offset.isMultiple(of: 2) ? value * 2 : value
      return sum + (doubled > 9 ? doubled - 9 : doubled)
    }
    return head + String((10 - sum % 10) % 10)
  }

  private static func line(_ id: String, _ secrets: ArraySlice<Secret>, at: Timestamp) throws -> String {
    let entries = try secrets.enumerated().map { number, secret in
      let text = String(decoding: try JSONEncoder().encode("Hello! \(secret.text)"), as: UTF8.self)
      return
        #"{"id":"e-\#(number)","at":"\#(at.adding(seconds: Int64(number)).rfc3339)","author":{"kind":"customer","id":"u-1"},"audience":"customer","text":\#(text),"raw":{"html":\#(text)}}"#
    }
    return
      #"{"id":"\#(id)","shape":"dialog","status":"open","contact":{"id":"u-1","full":"Ann"},"entries":[\#(entries.joined(separator: ","))]}"#
  }

  /// The secrets that stand somewhere below a folder: as they are, and in base64, UTF-16 and percent escapes.
  private static func found(_ secrets: [Secret], below folder: URL, leavingOut left: String = "") throws
    -> [String]
  {
    var everything = Data()
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
    while let file = files?.nextObject() as? URL {
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
      if !left.isEmpty, file.path.contains(left) { continue }
      everything += Data(file.path.utf8) + (try Data(contentsOf: file)) + Data([0x0A])
    }
    return secrets.filter { secret in
      let plain = Data(secret.value.utf8)
      let forms = [
        plain, secret.value.data(using: .utf16LittleEndian),
        Data(plain.base64EncodedString().utf8.dropLast(4)),
        secret.value.addingPercentEncoding(withAllowedCharacters: .alphanumerics).map { Data($0.utf8) },
      ]
      return forms.compactMap { $0 }.contains { everything.range(of: $0) != nil }
    }.map(\.text)
  }

  @Test(
    "a thousand secrets that came by import, chat, drafts and a crash stand nowhere but in the store, and after a day nowhere"
  )
  func nowhere() throws {
    let all = Self.secrets()
    #expect(Set(all.map(\.value)).count == all.count)
    let home = try Home()
    let now = Setup.systemNow()
    // 600 by import, in which the raw part says all of it once more; the same again.
    let lines = try stride(from: 0, to: 600, by: 20).map { start in
      try Self.line("c-\(start)", all[start..<start + 20], at: now.adding(seconds: -600))
    }.joined(separator: "\n")
    #expect(try home.run(["import", "-"], input: lines + "\n").code == 0)
    #expect(try home.run(["import", "-"], input: lines + "\n").code == 0)
    // 300 by chat, from a backend, twice.
    let filter = SecretFilter(
      PackFolders(
        shipped: Checkout.root.appending(path: "Locales").path, team: nil, personal: "/nonexistent"),
      hours: 24)
    let desk = try EmbeddedDesk(
      folder: home.desk.path, me: Agent(id: "tester", name: "tester"), clock: Setup.systemNow,
      makeID: { "x" },
      filter: filter.ingest)
    for start in stride(from: 600, to: 900, by: 20) {
      let bytes = Array(
        try Self.line("m-\(start)", all[start..<start + 20], at: now.adding(seconds: -300)).utf8)
      let conversation = try InterchangeReader.conversation(bytes, range: bytes.indices)
      for _ in 0..<2 { try desk.mirror([conversation.id]) { _, _ in conversation } }
    }
    desk.close()
    // 100 in a reply that is being written when the console is killed; each of them looked for before.
    let session = try ConsoleSession(home: home, ["--desk", home.desk.path])
    try session.waitForStart()
    try session.pty.send("3")
    try session.pty.wait(forText: "All")
    for secret in all[0..<5] + all[600..<605] {
      try session.pty.send("\u{1B}OR")
      try session.pty.send("\u{1B}[200~\(secret.value)\u{1B}[201~")
      try session.pty.wait(forText: secret.value)
      try session.pty.send("\u{07}")
      try session.pty.wait(for: "the search to close") { !$0.text.contains(secret.value) }
    }
    try session.pty.send("r")
    let draft = all[900...].map(\.text).joined(separator: "\n")
    try session.pty.send("\u{1B}[200~\(draft)\u{1B}[201~")
    try session.pty.wait(for: "the draft on the disk") { _ in home.drafts.contains("••••••") }
    session.pty.signal(9)
    _ = try session.pty.waitForExit()
    let exported = try home.run(["export", "--desk", home.desk.path])
    #expect(exported.code == 0)
    #expect(all.filter { exported.out.contains($0.value) }.map(\.text) == [])
    for folder in ["data", "config", "state", "cache"] {
      let url = home.url.appending(path: folder)
      #expect(try Self.found(all, below: url, leavingOut: "/desk/secrets/") == [], "\(folder)")
    }
    // What may be kept is there, what may not is not.
    let store = home.desk.appending(path: "secrets")
    let held = Set(try Self.found(all, below: store))
    #expect(all[0..<900].filter { held.contains($0.text) != $0.isKept }.map(\.text) == [])
    let tomorrow = try EmbeddedDesk(
      folder: home.desk.path, me: Agent(id: "tester", name: "tester"),
      clock: { Setup.systemNow().adding(seconds: 86_400) }, makeID: { "x" }, filter: filter.ingest)
    tomorrow.close()
    #expect(try Self.found(all, below: home.url.appending(path: "data")) == [])
  }
}
