import JSONText
import LocalePacks
import ReplyTemplates

/// What changed between two versions of a set, in words and for programs.
enum ComparisonReport {
  static func text(_ comparison: SetComparison) -> String {
    var lines: [String] = []
    for change in comparison.answers {
      lines.append("\(change.id.path) \(words(change.fate))")
      lines += change.about.map { "  \($0.key): \($0.old ?? "–") → \($0.new ?? "–")" }
      for variant in change.variants {
        lines += words(variant.fate, "\(variant.id.locale) \(variant.id.name)")
      }
      lines += change.asks.map { ask in
        "  \(ask.locale) customers ask: \(ask.isAdded ? "{+" + ask.text + "+}" : "[-" + ask.text + "-]")"
      }
      if !change.leftBehind.isEmpty {
        let locales = change.leftBehind.map(\.description).joined(separator: ", ")
        lines.append("  may be out of date: \(locales); others changed, and these did not")
      }
      lines.append("")
    }
    for change in comparison.fragments {
      lines += words(change.fate, "fragment \(change.locale) \(change.name)")
    }
    for change in comparison.scripts {
      let fate = change.was && change.isThere ? "changed" : change.was ? "removed" : "added"
      lines.append("  script \(change.id) \(change.locale): \(fate)")
    }
    return lines.map { Printed.line($0) + "\n" }.joined()
  }

  private static func words(_ fate: SetComparison.Fate) -> String {
    switch fate {
    case .added: "added"
    case .removed: "removed"
    case .renamed(let name): "renamed, it was \(name)"
    case .changed: "changed"
    }
  }

  private static func words(_ fate: SetComparison.VariantFate, _ name: String) -> [String] {
    switch fate {
    case .added(let text): ["  \(name): added"] + lines(text)
    case .removed(let text): ["  \(name): removed"] + lines(text)
    case .renamed(let old):
      ["  \(name): was “\(old)”, with the same text; its numbers stay with the old name"]
    case .changed(let difference): ["  \(name): changed"] + lines(difference.marked)
    case .moved(let changes):
      changes.map { "  \(name), \($0.key): \($0.old ?? "–") → \($0.new ?? "–")" }
    }
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { "    │ \($0)" }
  }

  static func json(_ comparison: SetComparison) -> String {
    var lines = ""
    func object(_ kind: String, _ write: (inout JSONWriter) -> Void) {
      var writer = JSONWriter()
      writer.beginObject()
      writer.member("kind", kind)
      write(&writer)
      writer.endObject()
      lines += String(decoding: writer.bytes, as: UTF8.self) + "\n"
    }
    for change in comparison.answers {
      object("answer") { writer in
        writer.member("answer", change.id.path)
        switch change.fate {
        case .added: writer.member("change", "added")
        case .removed: writer.member("change", "removed")
        case .changed: writer.member("change", "changed")
        case .renamed(let name):
          writer.member("change", "renamed")
          writer.member("from", name.path)
        }
        writer.strings("leftBehind", change.leftBehind.map(\.description))
      }
      for about in change.about {
        object("about") { writer in
          writer.member("answer", change.id.path)
          Self.write(about, &writer)
        }
      }
      for variant in change.variants {
        object("variant") { writer in
          writer.member("variant", variant.id.description)
          Self.write(variant.fate, &writer)
        }
      }
      for ask in change.asks {
        object("ask") { writer in
          writer.member("answer", change.id.path)
          writer.member("locale", "\(ask.locale)")
          writer.member("change", ask.isAdded ? "added" : "removed")
          writer.member("text", ask.text)
        }
      }
    }
    for fragment in comparison.fragments {
      object("fragment") { writer in
        writer.member("fragment", fragment.name)
        writer.member("locale", "\(fragment.locale)")
        Self.write(fragment.fate, &writer)
      }
    }
    for script in comparison.scripts {
      object("script") { writer in
        writer.member("script", script.id)
        writer.member("locale", "\(script.locale)")
        writer.member("change", script.was && script.isThere ? "changed" : script.was ? "removed" : "added")
      }
    }
    return lines
  }

  private static func write(_ change: SetComparison.AboutChange, _ writer: inout JSONWriter) {
    writer.member("key", change.key)
    writer.member("old", ifPresent: change.old)
    writer.member("new", ifPresent: change.new)
  }

  private static func write(_ fate: SetComparison.VariantFate, _ writer: inout JSONWriter) {
    switch fate {
    case .added(let text):
      writer.member("change", "added")
      writer.member("text", text)
    case .removed(let text):
      writer.member("change", "removed")
      writer.member("text", text)
    case .renamed(let name):
      writer.member("change", "renamed")
      writer.member("from", name)
    case .changed(let difference):
      writer.member("change", "changed")
      writer.member("difference", difference.marked)
    case .moved(let changes):
      writer.member("change", "moved")
      writer.key("settings")
      writer.beginArray()
      for change in changes {
        writer.beginObject()
        write(change, &writer)
        writer.endObject()
      }
      writer.endArray()
    }
  }
}
