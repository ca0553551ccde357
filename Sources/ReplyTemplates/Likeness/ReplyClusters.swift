package import DeskModel

/// Replies of ours in one thread that say nearly the same.
package struct ReplyCluster: Sendable, Hashable {
  /// One of them.
  package struct Member: Sendable, Hashable {
    /// The entry.
    package let entry: EntryID
    /// How alike it is to the most alike of the others, 0...100.
    package let percent: Int
  }

  /// The members, oldest first; two or more.
  package let members: [Member]
  /// The least of the members' percentages, 0...100.
  package var percent: Int { members.map(\.percent).min() ?? 0 }
}

/// The groups of near-identical replies of ours in a thread.
package struct ReplyClusters: Sendable, Hashable {
  /// Of a longer thread only so many replies, the last, are compared.
  package static let mostReplies = 400

  private var known: [PreparedReply] = []
  /// For each known reply, the place of the first one of its group.
  private var roots: [Int] = []
  /// For each known reply, how alike it is to the most alike other one of its group; 0 for none.
  private var percents: [Int] = []
  /// The groups, in the order of their first replies.
  package private(set) var clusters: [ReplyCluster] = []
  private var percentByEntry: [EntryID: Int] = [:]

  /// Makes an empty one.
  package init() {}

  /// Groups the replies of a thread.
  ///
  /// - Complexity: O(replies² · words).
  package init(_ replies: PreparedReplies) { update(replies) }

  /// How alike an entry is to another reply of ours, 0...100; nil when it stands in no group.
  package func percent(of entry: EntryID) -> Int? { percentByEntry[entry] }

  /// Takes the replies of a thread as they are now; those that stood there before are not compared again.
  ///
  /// - Complexity: O(new replies · replies · words); O(replies² · words) when an earlier reply has changed or gone.
  package mutating func update(_ replies: PreparedReplies) {
    let now = Array(replies.replies.suffix(Self.mostReplies))
    guard !isUpToDate(now) else { return }
    if !now.prefix(known.count).elementsEqual(known, by: { $0.isSame(as: $1) }) || now.count < known.count {
      known = []
      roots = []
      percents = []
    }
    for reply in now[known.count...] { add(reply, replies.reader) }
    finish()
  }

  private func isUpToDate(_ now: [PreparedReply]) -> Bool {
    now.count == known.count && now.elementsEqual(known) { $0.isSame(as: $1) }
  }

  /// Adds a reply to the group of the one that it is most like.
  private mutating func add(_ reply: PreparedReply, _ reader: ReplyReader) {
    let place = known.count
    var best = (percent: 0, root: place)
    if !reply.text.isCourtesyOnly {
      for other in known.indices where !known[other].text.isCourtesyOnly {
        let likeness = reader.likeness(reply.text, known[other].text)
        guard likeness.isAlike else { continue }
        if likeness.percent > best.percent { best = (likeness.percent, roots[other]) }
        percents[other] = max(percents[other], likeness.percent)
      }
    }
    known.append(reply)
    roots.append(best.root)
    percents.append(best.percent)
  }

  private mutating func finish() {
    var groups: [Int: [Int]] = [:]
    for place in known.indices { groups[roots[place], default: []].append(place) }
    clusters = groups.sorted { $0.key < $1.key }.compactMap { _, places in
      let members = places.compactMap { place in
        known[place].entry.map { ReplyCluster.Member(entry: $0, percent: percents[place]) }
      }
      return members.count > 1 ? ReplyCluster(members: members) : nil
    }
    percentByEntry = [:]
    for member in clusters.flatMap(\.members) { percentByEntry[member.entry] = member.percent }
  }

  /// Compares what was grouped.
  package static func == (left: ReplyClusters, right: ReplyClusters) -> Bool {
    left.clusters == right.clusters && left.isUpToDate(right.known)
  }

  /// Feeds some of what `==` compares.
  package func hash(into hasher: inout Hasher) { hasher.combine(clusters) }
}
