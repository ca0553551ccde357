import SystemCalls

/// What the doctor says of the folders of config and desk: who may read and write them, and where they lie.
enum DoctorPaths {
  /// Looks at the config's and the desk's folder.
  ///
  /// `volume` asks the system about a file system; it is given for tests.
  static func findings(
    config: String, desk: String, volume: (String) -> Volume? = { try? FileSystem.volume($0) }
  ) -> [DoctorFinding] {
    [configFile(config)] + folder(of: desk, volume: volume)
  }

  /// Looks at the folder of one of several desks.
  static func folder(
    of desk: String, volume: (String) -> Volume? = { try? FileSystem.volume($0) }
  ) -> [DoctorFinding] {
    deskFolder(desk) + room(desk, volume)
  }

  /// Looks at the config's file.
  static func configFile(_ path: String) -> DoctorFinding {
    guard let status = try? FileSystem.status(path) else {
      return .ok(.paths, "The config would be \(path).")
    }
    if status.permissions & 0o022 != 0 {
      return .problem(
        .paths, "Others on this machine may change the config \(path) (mode \(mode(status))).",
        advice: "chmod go-w on it.")
    }
    return .ok(.paths, "The config is \(path) (mode \(mode(status))).")
  }

  private static func deskFolder(_ path: String) -> [DoctorFinding] {
    guard let status = try? FileSystem.status(path) else {
      let folder = existing(above: path)
      guard FileSystem.isWritable(folder) else {
        return [
          .problem(
            .paths, "The desk \(path) cannot be made: \(folder) cannot be written.",
            advice: "Name another folder with --desk or in the config, or make that one yours.")
        ]
      }
      return [.ok(.paths, "The desk would be made in \(path).")]
    }
    guard status.isFolder else {
      return [.problem(.paths, "The desk \(path) is no folder.", advice: "Name a folder.")]
    }
    var result: [DoctorFinding] = []
    if status.permissions & 0o007 != 0 {
      result.append(
        .note(
          .paths, "Everybody on this machine may look into the desk \(path) (mode \(mode(status))).",
          advice: "chmod 700 it, or 770 for a team of one group."))
    }
    let parts = [path] + ["/journal", "/drafts", "/index"].map { path + $0 }
    let locked = parts.filter { FileSystem.exists($0) && !FileSystem.isWritable($0) }
    if let first = locked.first {
      result.append(
        .problem(
          .paths, "\(first) cannot be written: nothing can be sent, and drafts are not kept.",
          advice: "Make it yours, or let your group write: chmod g+w."))
    } else {
      result.append(.ok(.paths, "The desk \(path) can be written (mode \(mode(status)))."))
    }
    return result
  }

  private static func room(_ desk: String, _ volume: (String) -> Volume?) -> [DoctorFinding] {
    guard let volume = volume(existing(above: desk)) else { return [] }
    var result: [DoctorFinding] = []
    if let kind = volume.networkKind {
      result.append(
        .note(
          .paths, "The desk lies on a file system of other machines (\(kind)), where locks may not hold.",
          advice: "Let consoles of one machine alone use it, or keep the desk on a local disk."))
    }
    if volume.isReadOnly {
      result.append(
        .problem(
          .paths, "The desk's file system is read-only.", advice: "Mount it for writing, or use another."))
    }
    let free = size(volume.freeBytes)
    if volume.freeBytes < 16 << 20 {
      result.append(
        .problem(
          .paths, "Only \(free) are free where the desk lies.", advice: "Make room before anything is lost."))
    } else if volume.freeBytes < 1 << 30 {
      result.append(.note(.paths, "\(free) are free where the desk lies.", advice: "Make room in time."))
    } else {
      result.append(.ok(.paths, "\(free) are free where the desk lies."))
    }
    return result
  }

  /// The nearest folder on the way to a path that exists.
  private static func existing(above path: String) -> String {
    var folder = path
    while !folder.isEmpty, folder != "/", !FileSystem.exists(folder) {
      folder = FileSystem.parent(of: folder)
    }
    return folder.isEmpty ? "." : folder
  }

  private static func mode(_ status: FileStatus) -> String { String(status.permissions, radix: 8) }

  /// Bytes in words, such as `1.5 GiB`.
  static func size(_ bytes: Int) -> String {
    let units = ["bytes", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
    var unit = 0
    var tenths = bytes > Int.max / 10 ? Int.max : bytes * 10
    while tenths >= 10_240, unit < units.count - 1 {
      tenths /= 1_024
      unit += 1
    }
    return unit == 0 ? "\(bytes) bytes" : "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }
}
