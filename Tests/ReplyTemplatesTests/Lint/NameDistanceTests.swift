import Testing

@testable import ReplyTemplates

@Suite("The distance of two names")
struct NameDistanceTests {
  @Test(
    "counts letters put in, left out, changed and swapped",
    arguments: [
      ("", "", 0), ("a", "", 1), ("address", "adress", 1), ("number", "nubmer", 1), ("first", "frist", 1),
      ("name", "plan", 4),
      ("kitten", "sitting", 3), ("abc", "abc", 0),
    ])
  func distance(_ left: String, _ right: String, _ letters: Int) {
    #expect(NameDistance.between(left, right) == letters)
    #expect(NameDistance.between(right, left) == letters)
  }

  @Test("finds the nearest name, and none that is far")
  func nearest() {
    #expect(NameDistance.nearest("order.nubmer", among: ["order.number", "order.day"]) == "order.number")
    #expect(NameDistance.nearest("Order.Number", among: ["order.number"]) == "order.number")
    #expect(NameDistance.nearest("colour", among: ["order.number", "customer.name"]) == nil)
    #expect(NameDistance.nearest("nmae", among: ["name", "nape"]) == "name")
    #expect(NameDistance.nearest("dye", among: ["bag"]) == nil)
  }
}
