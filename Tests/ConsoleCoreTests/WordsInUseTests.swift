import DeskModel
import Foundation
import LocalePacks
import Rehearsals
import ReplyTemplates
import TestSupport
import Testing
import TextLayout

@testable import ConsoleCore

/// Compares the keys that the code asks for with those of the English catalogue.
@Suite("Words in use")
struct WordsInUseTests {
  /// Keys in the source whose last part is put together from a closed set of names.
  private static let composed: [String: [String]] = [
    "rehearsal.menu.": AppState.RehearsalChoice.allCases.flatMap { [$0.rawValue, $0.rawValue + ".key"] },
    "reading.role.": RoleReading.Role.allCases.map(\.rawValue),
    "request.field.": AccessForm.Row.allCases.map(\.rawValue),
    "request.account.": AccessRequest.Kind.allCases.map(\.rawValue),
    "access.answer.": AccessRequest.Answer.allCases.map(\.rawValue),
    "access.is.": AccessRequest.Standing.allCases.map(\.rawValue),
    "act.access.": AccessRequest.Standing.allCases.map(\.rawValue),
    "guide.kind.": GuidedScript.Kind.allCases.map(\.rawValue),
    "answers.first.": OfferPrecedence.allCases.map { "\($0)" },
    "command.": Command.allCases.flatMap { [$0.rawValue, $0.rawValue + ".help"] },
    "status.": StatusCategory.allCases.map(\.rawValue),
    "state.": EntryState.allCases.filter { $0 != .sent }.map(\.rawValue),
    "view.": QueueView.allCases.map(\.rawValue),
    "queue.empty.": QueueView.allCases.map(\.rawValue),
    "header.": [QueueView.mine, .unassigned, .all].map(\.rawValue),
    "pane.": [Pane.conversation, .customer].map(\.rawValue),
    "thread.": [ConversationShape.dialog, .ticket].map(\.rawValue),
    "thread.count.": ThreadSection.allCases.map(\.rawValue),
    "audience.": Audience.allCases.map(\.rawValue),
    "held.": Audience.allCases.map(\.rawValue),
    "send.done.": Audience.allCases.map(\.rawValue),
    "alarm.": ["late", "vip", "handed"],
    "badge.": PresenceActivity.allCases.map(\.rawValue),
    "presence.": PresenceActivity.allCases.map(\.rawValue),
    "finding.": ["thread.movedOn", "thread.answered", "thread.noted", "thread.colleagueWriting"].flatMap {
      [$0 + ".one", $0 + ".many"]
    },
    "composer.here.": Audience.allCases.map(\.rawValue),
    "composer.elsewhere.": Audience.allCases.map(\.rawValue),
    "sort.": QueueSort.allCases.map(\.rawValue),
    "sort.short.": QueueSort.allCases.filter { $0 != .burning }.map(\.rawValue),
    "bulk.obstacle.": BulkItem.Obstacle.allCases.map(\.rawValue),
    "outbox.audience.": Audience.allCases.map(\.rawValue),
    "outbox.for.": Audience.allCases.map(\.rawValue),
    "outbox.read.": Audience.allCases.map(\.rawValue),
    "outbox.short.wrong.": Audience.allCases.map(\.rawValue),
    "typed.weekday.": (0...6).map(String.init),
    "finding.weight.": Severity.allCases.map(\.rawValue),
    "signal.": CustomerSignal.Kind.allCases.map(\.rawValue),
    "month.": (1...12).map(String.init),
    "weekday.": (0...6).map(String.init),
  ]

  /// Beginnings of literals with dots in them that are no keys, such as rule names.
  private static let rules: Set<String> = [
    "manners.reading",
    "text.empty", "placeholder.unfilled", "placeholder.address", "text.invisible", "thread.movedOn",
    "thread.answered", "thread.colleagueWriting",
    "customer.name", "customer.given", "thread.noted", "audience.mismatch", "audience.changed",
    "duplicate.thread", "duplicate.customer", "credential.ask", "credential.never", "secret.masked",
    "secret.repeated",
    "send.bitwarden",
  ]

  private static func sources(_ folders: [String]) throws -> [(name: String, text: String)] {
    try folders.flatMap { folder in
      let root = Checkout.root.appending(path: "Sources/" + folder)
      let files = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
      return try files.filter { $0.hasSuffix(".swift") }.map {
        ($0, try Checkout.text("Sources/\(folder)/\($0)"))
      }
    }
  }

  private static func keys(in texts: [String], namespaces: Set<String>) -> Set<String> {
    var keys: Set<String> = []
    for text in texts {
      for match in text.matches(of: #/"([a-z][A-Za-z]*(?:\.[A-Za-z0-9]+)+)"/#) {
        let key = String(match.1)
        if namespaces.contains(String(key.prefix { $0 != "." })) { keys.insert(key) }
      }
    }
    return keys
  }

  /// The commands that `BottomLine` names, whose hints it shows.
  private static func hints() throws -> [String] {
    let text = try Checkout.text("Sources/ConsoleCore/Render/BottomLine.swift")
    let body = text.components(separatedBy: "func commands(").last ?? ""
    return body.matches(of: #/\.([a-z][A-Za-z]+)/#).map { String($0.1) }.filter {
      Command(rawValue: $0) != nil
    }
  }

  private static func used(_ words: Words) throws -> Set<String> {
    let namespaces = Set(words.keys.map { String($0.prefix { $0 != "." }) })
    let texts = try sources(["ConsoleCore", "SapaCommand", "Safeguards"]).map(\.text)
    var used = keys(in: texts, namespaces: namespaces).subtracting(rules)
    for (prefix, names) in composed { used.formUnion(names.map { prefix + $0 }) }
    used.formUnion(PackFinding.messageKeys)
    used.formUnion(try hints().map { "hint." + $0 })
    // `counted` takes the form for one thing by itself.
    used.formUnion(words.keys.filter { $0.hasSuffix(".one") && used.contains(String($0.dropLast(4))) })
    return used
  }

  @Test("every key that the code asks for is in the English catalogue")
  func complete() throws {
    let words = try Fixtures.words()
    let missing = try Self.used(words).subtracting(words.keys).sorted()
    #expect(missing == [])
  }

  @Test("every key of the English catalogue is asked for")
  func noDeadKeys() throws {
    let words = try Fixtures.words()
    let dead = Set(words.keys).subtracting(try Self.used(words)).filter { !$0.hasPrefix("language.") }
    #expect(dead.sorted() == [])
  }

  @Test("keys that the code puts together are all of the known kinds")
  func composedKeys() throws {
    let known = Set(Self.composed.keys).union(["hint.", "language.", "composer.", "finding.thread.movedOn"])
    for (name, text) in try Self.sources(["ConsoleCore", "Safeguards"]) {
      for match in text.matches(of: #/"([a-z]+\.(?:[A-Za-z]+\.)*)\\\(/#) {
        #expect(known.contains(String(match.1)), "\(name): \(match.1)")
      }
    }
  }

  @Test("placeholders of each sentence count from 0 without a gap, and no sentence is empty")
  func placeholders() throws {
    let text = try Checkout.text("Locales/en/console.json5")
    let words = try Fixtures.words()
    for key in words.keys {
      let sentence = words(key).string
      #expect(!sentence.isEmpty, "\(key)")
      let numbers = Set(sentence.matches(of: #/\{(\d+)\}/#).compactMap { Int($0.1) })
      let hidden: Set = [
        "finding.thread.movedOn.one", "finding.thread.answered.one", "finding.thread.noted.one",
      ]
      if !hidden.contains(key) { #expect(numbers == Set(0..<numbers.count), "\(key)") }
    }
    #expect(text.contains("{0}"))
  }

  @Test("the catalogue is harmless, has no tabs and no trailing dots of three", arguments: ["..."])
  func harmless(dots: String) throws {
    let words = try Fixtures.words()
    for key in words.keys {
      let sentence = words(key).string
      #expect(HostileText.firstHarm(in: sentence) == nil, "\(key)")
      #expect(!sentence.contains("\n") && !sentence.contains(dots), "\(key)")
    }
  }

  @Test("a key is written once")
  func noDoubles() throws {
    let text = try Checkout.text("Locales/en/console.json5")
    let keys = text.matches(of: #/(?m)^\s*"([^"]+)":/#).map { String($0.1) }
    #expect(keys.count == Set(keys).count)
    #expect(Set(keys) == Set(try Fixtures.words().keys))
  }

  @Test("the keys that sentences name are the keys that the table gives")
  func namedKeys() throws {
    let words = try Fixtures.words()
    for (key, names) in [
      "help.intro": ["Ctrl-K"], "composer.here.customer": ["Enter", "Ctrl-J"], "paste.cut": ["Ctrl-_"],
      "paste.noPlace": ["r"], "editor.done": ["Ctrl-_"],
    ] {
      for name in names {
        #expect(words(key).string.contains(name), "\(key)")
        #expect(CommandTable.rows.contains { $0.keys.contains(name) }, "\(name)")
      }
    }
  }

  @Test(
    "languages have names by their primary subtag",
    arguments: [
      ("id-ID", "Indonesian"), ("UK", "Ukrainian"), ("pt_BR", "Portuguese"), ("xx", nil), ("", nil),
      (nil, nil),
    ]
      as [(String?, String?)])
  func languages(tag: String?, name: String?) throws {
    #expect(LanguageName.of(tag, try Fixtures.words())?.string == name)
  }
}
