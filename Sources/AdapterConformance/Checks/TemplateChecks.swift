import AdapterProtocol
import DeskModel

/// Canned replies and macros.
enum TemplateChecks {
  private static let place = SpecificationPlace(.methods, "templates")

  static let all = [
    ConformanceCheck(
      "templates.readable", "Templates can be read page by page, none twice, and pages keep to `limit`.",
      place,
      readable),
    ConformanceCheck(
      "templates.bodies", "A template whose execution is `text` has a body.", place, bodies),
    ConformanceCheck(
      "templates.preview", "A template whose execution is `previewed` can be previewed.",
      SpecificationPlace(.methods, "preview"), preview),
  ]

  private static func pages(_ probe: Probe, limit: Int) throws(Finding) -> Pages<TemplateRecord> {
    try probe.need(.templates)
    return try probe.follow(most: 50) { cursor throws(Finding) in
      let exchange = try probe.ask(.templates(PageParams(cursor: cursor, limit: limit)))
      let page: TemplatesPage = try exchange.value(.templates) {
        guard case .templates(let page) = $0 else { return nil }
        return page
      }
      guard page.templates.count <= limit else {
        throw exchange.failure("at most \(limit) templates; there are \(page.templates.count)")
      }
      return Probe.Page(items: page.templates, next: page.next?.rawValue, exchange: exchange)
    }
  }

  private static func readable(_ probe: Probe) throws(Finding) {
    let pages = try pages(probe, limit: 2)
    guard Set(pages.items.map(\.id)).count == pages.items.count else {
      throw pages.exchanges[pages.exchanges.count - 1].failure("each template once, by its id")
    }
  }

  private static func bodies(_ probe: Probe) throws(Finding) {
    let pages = try pages(probe, limit: 100)
    for (templates, exchange) in zip(pages.pages, pages.exchanges) {
      if let empty = templates.first(where: { $0.execution == .text && $0.bodies.isEmpty }) {
        throw exchange.failure("a body in \(empty.id.rawValue), which the console puts into the composer")
      }
    }
  }

  private static func preview(_ probe: Probe) throws(Finding) {
    let pages = try pages(probe, limit: 100)
    guard let template = pages.items.first(where: { $0.execution == .previewed }) else {
      throw .notApplicable("no template is previewed")
    }
    let row = try probe.rows()[0]
    let exchange = try probe.ask(
      .preview(PreviewParams(template: template.id, conversation: row.summary.id)))
    _ = try exchange.answer(to: .preview)
  }
}
