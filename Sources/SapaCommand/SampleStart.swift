import DeskModel
import LocalDesk
import SystemCalls

/// The first start: a default desk that holds nothing yet begins as the sample desk.
enum SampleStart {
  /// The moment at which the sample desk's conversations take place.
  static let moment = SampleDesk.moment

  /// Opens the desk; where the default one holds nothing yet, fills it with the samples.
  static func open(
    _ setup: Setup, _ folder: String, isDefault: Bool, clock: @escaping @Sendable () -> Timestamp,
    onStep: @escaping @Sendable (EmbeddedDeskStep) -> Void = { _ in }
  ) throws(SetupError) -> EmbeddedDesk {
    let desk = try setup.open(folder, clock: clock, onStep: onStep)
    guard isDefault, desk.count == 0, !FileSystem.exists(nameFile(folder)) else { return desk }
    do throws(EmbeddedDeskError) {
      _ = try SampleDesk.fill(desk, from: setup.content.sampleDesk, now: clock())
    } catch { throw .desk(error) }
    try? FileSystem.replace(nameFile(folder), with: Array("sample desk\n".utf8))
    return desk
  }

  /// The desk's name: from its file `name`, else `local desk`.
  static func name(of folder: String) -> String {
    guard let bytes = try? FileSystem.contents(of: nameFile(folder), limit: 256),
      let line = String(decoding: bytes, as: UTF8.self).split(separator: "\n").first
    else { return "local desk" }
    return String(line)
  }

  private static func nameFile(_ folder: String) -> String { folder + "/name" }
}
