import JSONText
import LocalePacks
import ReplyTemplates

/// What changed between two versions of a set, in words and for programs.
enum ComparisonReport {
  static func text(_ comparison: SetComparison) -> String {
    var lines: [String] = []
    for change in comparison.answers {
      lines.append("\(change.id.path) \(ComparisonText.fate(change))")
      lines += ComparisonText.lines(change).map { "  " + $0 } + [""]
    }
    lines += ComparisonText.others(comparison).map { "  " + $0 }
    return lines.map { Printed.line($0) + "\n" }.joined()
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
