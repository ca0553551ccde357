import ReplyTemplates
import Testing

@Suite("How much of an offered text was sent")
struct KeptShareTests {
  @Test(
    "is the share of its words, however they stand",
    arguments: [
      ("The parcel is late.", "The parcel is late.", 100),
      ("The parcel is late.", "late, the PARCEL is", 100),
      ("The parcel is late.", "Hello. The parcel is here.", 75), ("a a b", "a b", 66), ("The parcel", "", 0),
      ("", "anything", 100), ("お荷物は届きます", "お荷物は届きました", 87), ("…", "x", 100),
    ])
  func percent(_ offered: String, _ sent: String, _ percent: Int) {
    #expect(KeptShare.percent(of: offered, in: sent) == percent)
  }
}
