import AdapterProtocol
import DeskModel
import LocalDesk

/// What stands in a cursor of `changes`: a place in the journal, and what else the console has been told.
///
/// It outlives both processes: the journal is the stream.
struct FeedCursor: Sendable, Hashable {
  /// Up to where the journal was told.
  var place: DeskFeedPlace
  /// What stands there: another number in another journal.
  var mark: UInt64
  /// The policy by which deadlines were reckoned.
  var policy: UInt64
  /// Who was where.
  var presence: UInt64

  /// The cursor as text.
  var cursor: ChangeCursor {
    let numbers = [mark, policy, presence].map { String($0, radix: 16) }.joined(separator: ".")
    return ChangeCursor("1.\(place.segment).\(place.offset).\(numbers)")
  }

  /// Makes a cursor.
  init(place: DeskFeedPlace, mark: UInt64, policy: UInt64, presence: UInt64) {
    self.place = place
    self.mark = mark
    self.policy = policy
    self.presence = presence
  }

  /// Reads one; nil when it is none of ours.
  init?(_ cursor: ChangeCursor) {
    let parts = cursor.rawValue.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 6, parts[0] == "1", let segment = Int(parts[1]), let offset = Int(parts[2]),
      segment >= 0, offset >= 0, let mark = UInt64(parts[3], radix: 16),
      let policy = UInt64(parts[4], radix: 16), let presence = UInt64(parts[5], radix: 16)
    else { return nil }
    self.init(
      place: DeskFeedPlace(segment: segment, offset: offset), mark: mark, policy: policy, presence: presence)
  }

  /// A number for who is where: 0 for nobody, the same in every process (FNV-1a).
  static func mark(_ present: [Presence]) -> UInt64 {
    if present.isEmpty { return 0 }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for one in present {
      let text =
        [
          one.agent.id.rawValue, one.agent.name, one.conversation.rawValue, one.activity.rawValue, "",
        ] + one.holding
      for byte in text.joined(separator: "\u{0}").utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return hash
  }
}
