import Testing

@testable import LocalePacks

@Suite("The path of a field")
struct FieldPathTests {
  private static func path(_ steps: [FieldPath.Step]) -> FieldPath {
    steps.reduce(FieldPath()) { path, step in
      switch step {
      case .key(let key): path.key(key)
      case .element(let place): path.element(place)
      }
    }
  }

  @Test(
    "is written with full stops and brackets",
    arguments: [
      ([], ""), ([.key("name")], "name"), ([.key("register"), .key("markers")], "register.markers"),
      ([.key("register"), .key("markers"), .element(3), .key("match")], "register.markers[3].match"),
      ([.element(0), .element(1)], "[0][1]"),
    ] as [([FieldPath.Step], String)])
  func written(_ steps: [FieldPath.Step], _ text: String) {
    #expect("\(Self.path(steps))" == text)
  }

  private static let text = """
    // A comment
    {
      schema: 1, locale: "xx",
      register: {
        markers: [
          {id: "a", forms: ["x"]},
          {
            id: "b",
            forms: [
              "y",
              "z"],
          },
        ],
      },
      /* name: "no" */ name:
        "Late",
    }
    """

  @Test(
    "has the line on which the field's value begins, and that of the deepest part that exists",
    arguments: [
      ([], 1), ([.key("schema")], 3), ([.key("locale")], 3), ([.key("register")], 4),
      ([.key("register"), .key("markers")], 5),
      ([.key("register"), .key("markers"), .element(0)], 6),
      ([.key("register"), .key("markers"), .element(1)], 7),
      ([.key("register"), .key("markers"), .element(1), .key("id")], 8),
      ([.key("register"), .key("markers"), .element(1), .key("forms"), .element(1)], 11),
      ([.key("name")], 16),
      // Missing: the object or list that would hold it.
      ([.key("country")], 2), ([.key("register"), .key("method")], 4),
      ([.key("register"), .key("markers"), .element(1), .key("kind")], 7),
      ([.key("register"), .key("markers"), .element(9), .key("id")], 5),
      ([.key("name"), .key("en")], 16), ([.key("name"), .element(0)], 16),
    ] as [([FieldPath.Step], Int)])
  func lines(_ steps: [FieldPath.Step], _ line: Int) {
    #expect(Self.path(steps).line(in: Array(Self.text.utf8)) == line)
  }

  @Test(
    "in a text that ends too early has the line of the last part that was read",
    arguments: [("", 1), ("{\n a: 1,\n b: [1,", 3), ("{\na", 1)])
  func broken(_ text: String, _ line: Int) {
    #expect(Self.path([.key("b"), .element(4)]).line(in: Array(text.utf8)) == line)
  }
}
