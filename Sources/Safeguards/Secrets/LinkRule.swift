import LocalePacks

/// Links with a password in them, and links to a secret that can be opened once.
enum LinkRule {
  /// Parts of the hosts, or of host and path, of services that show a secret once.
  private static let oneTime: [(host: String, path: String)] = [
    ("onetimesecret", "/secret/"), ("onetimesecret", "/private/"), ("ots.", "/"), ("yopass", "/"),
    ("privatebin", "?"),
    ("privatebin", "/"), ("pwpush", "/p/"), ("pwpush", "/"), ("send.bitwarden", "#"), ("bitwarden", "/send/"),
    ("bitwarden", "#/send"), ("privnote", "/"), ("password.link", "/"), ("1ty.me", "/"), ("safenote", "/"),
    ("passwordpusher", "/"), ("cryptgeon", "/"), ("scrt.link", "/"), ("snappass", "/"), ("temp.pm", "/"),
    ("secretpusher", "/"), ("quickforget", "/"), ("share.1password", "/"), ("burnernote", "/"),
    ("sharesecret", "/"),
    ("eurl.", "/s/"), ("vanish.so", "/"), ("keybase.pub", "/"), ("noteself", "/"), ("saltify", "/"),
    ("hemmelig", "/"),
    ("paste.", "#"), ("bin.", "?"), ("send.", "/download/"), ("send.", "#"), ("vault.bitwarden", "#/send"),
    ("enclosed", "/"), ("wormhole.app", "/"), ("tempsecret", "/"), ("secret.", "/"), ("secrets.", "/"),
    ("onetime", "/"),
    ("one-time", "/"),
  ]

  /// Names of values in a link that open an account by themselves.
  private static let parameters: [String] = [
    "token=", "access_token=", "reset_token=", "magic=", "otp=", "auth=", "password=", "passwd=", "pwd=",
    "pass=",
    "secret=", "api_key=", "apikey=", "key=", "sig=", "code=", "login_token=",
  ]

  /// Finds them.
  ///
  /// - Complexity: O(text).
  static func find(_ found: inout FoundSecrets) {
    let reading = found.reading
    var place = 0
    while place + 2 < reading.count {
      guard reading.folded(place) == 0x3A, reading.folded(place + 1) == 0x2F,
        reading.folded(place + 2) == 0x2F
      else {
        place += 1
        continue
      }
      let start = schemeStart(place, reading)
      let end = reading.chunkEnd(place, limit: 2048)
      if start < place { look(at: start..<end, scheme: place, &found) }
      place = end
    }
    place = 0
    findBare(&found)
  }

  private static func schemeStart(_ colon: Int, _ reading: SecretReading) -> Int {
    var start = colon
    while start > 0, colon - start < 20 {
      let letter = reading.letters[start - 1]
      guard letter.isWord && letter.folded < 0x80 || letter.folded == 0x2B || letter.folded == 0x2D else {
        break
      }
      start -= 1
    }
    return start
  }

  /// `scheme` is where its colon stands.
  private static func look(at chunk: Range<Int>, scheme: Int, _ found: inout FoundSecrets) {
    let reading = found.reading
    let link = trimmed(chunk, reading)
    let authority = scheme + 3
    let pathStart = (authority..<link.upperBound).first { [0x2F, 0x3F, 0x23].contains(reading.folded($0)) }
    // postgres://user:secret@host
    let at =
      (authority..<link.upperBound).last { reading.folded($0) == 0x40 && $0 < (pathStart ?? link.upperBound) }
      ?? (authority..<link.upperBound).first {
        reading.folded($0) == 0x40 && reading.folded(authority) != 0x2F
      }
    if let at, let colon = (authority..<at).first(where: { reading.folded($0) == 0x3A }), at > colon + 1 {
      found.add(.link, link)
      return
    }
    var text = ""
    for place in link.lowerBound..<min(link.upperBound, link.lowerBound + 400) {
      text.unicodeScalars.append(Unicode.Scalar(reading.folded(place)) ?? " ")
    }
    if isOneTime(text) { found.add(.link, link) }
  }

  /// Whether a link in small letters is one that shows a secret once, or opens an account.
  private static func isOneTime(_ link: String) -> Bool {
    guard let scheme = link.firstRange(of: "://") else { return false }
    let rest = link[scheme.upperBound...]
    guard let pathStart = rest.firstIndex(where: { "/?#".contains($0) }) else { return false }
    let host = rest[..<pathStart]
    let path = rest[pathStart...]
    guard path.count > 6 else { return false }
    if oneTime.contains(where: { host.contains($0.host) && path.contains($0.path) }) { return true }
    return parameters.contains { name in
      guard let range = path.firstRange(of: name) else { return false }
      guard let before = path[..<range.lowerBound].last, "?&#".contains(before) else { return false }
      return path[range.upperBound...].prefix { $0 != "&" }.count >= 8
    }
  }

  private static func trimmed(_ chunk: Range<Int>, _ reading: SecretReading) -> Range<Int> {
    var end = chunk.upperBound
    while end > chunk.lowerBound,
      reading.letters[end - 1].sort == .mark && ![0x2F, 0x3D, 0x2D, 0x5F].contains(reading.folded(end - 1))
    {
      end -= 1
    }
    return chunk.lowerBound..<end
  }

  /// Hosts of such services without a scheme: “yopass.se/#/s/…”.
  private static func findBare(_ found: inout FoundSecrets) {
    let reading = found.reading
    var place = 0
    while place < reading.count {
      if reading.isBreak(place) || reading.letters[place].sort != .letter {
        place += 1
        continue
      }
      let end = reading.chunkEnd(place, limit: 2048)
      if !found.covers(place),
        let slash = (place..<min(end, place + 60)).first(where: { reading.folded($0) == 0x2F }),
        (place..<slash).contains(where: { reading.folded($0) == 0x2E })
      {
        var text = "https://"
        let link = trimmed(place..<end, reading)
        for place in link.prefix(400) {
          text.unicodeScalars.append(Unicode.Scalar(reading.folded(place)) ?? " ")
        }
        if SomethingElse.isLink(reading, link), isOneTime(text) { found.add(.link, link) }
      }
      place = max(end, place + 1)
    }
  }
}
