package import SystemCalls

/// Why a local desk cannot be opened, imported into or exported.
package enum EmbeddedDeskError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no such folder, and none was to be made.
  case missing(folder: String)
  /// The folder holds other files and no `desk.json`: it is something else.
  case notADesk(folder: String, holds: String)
  /// A newer program made it.
  case newerFormat(folder: String, format: Int, known: Int)
  /// `desk.json` cannot be understood.
  case brokenDeskFile(path: String, reason: String)
  /// Something that is no file stands where a file belongs; reading it could wait for ever.
  case notOrdinary(path: String)
  /// The desk can be read only.
  case readOnly(reason: String)
  /// A file of the sample desk cannot be understood.
  case brokenSample(path: String, reason: String)
  /// A system call failed.
  case system(SystemError)
  /// The desk has been closed.
  case closed

  /// One sentence for a person.
  package var description: String {
    switch self {
    case .missing(let folder): "there is no desk in \(folder)"
    case .notADesk(let folder, let holds):
      "\(folder) is not a desk: it holds \(holds) and no desk.json; choose an empty folder"
    case .newerFormat(let folder, let format, let known):
      "the desk in \(folder) has format \(format), this program knows up to \(known): use a newer one"
    case .brokenDeskFile(let path, let reason): "\(path) cannot be understood: \(reason)"
    case .notOrdinary(let path): "\(path) is no ordinary file"
    case .readOnly(let reason): "the desk can only be read: \(reason)"
    case .brokenSample(let path, let reason): "\(path): \(reason)"
    case .system(let error): error.description
    case .closed: "the desk is closed"
    }
  }
}

/// Runs something with the system's errors as ours.
func system<Value>(_ body: () throws(SystemError) -> Value) throws(EmbeddedDeskError) -> Value {
  do { return try body() } catch { throw .system(error) }
}
