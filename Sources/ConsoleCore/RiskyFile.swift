/// Tells files that run code when somebody opens them: such a file is only saved, never opened.
///
/// By its name, by the type that its sender states, and by how it begins; one suspicion is enough.
package enum RiskyFile {
  /// Whether opening a file may run what it says.
  ///
  /// - Complexity: O(1): at most 1 KiB of the content is looked at.
  package static func runsCode(name: String, mediaType: String, bytes: [UInt8]) -> Bool {
    let type = mediaType.prefix { $0 != ";" }.lowercased()
    return endings.contains(FileName.ending(of: name)) || types.contains(type) || begins(bytes)
  }

  private static func begins(_ bytes: [UInt8]) -> Bool {
    if magics.contains(where: { bytes.starts(with: $0) }) { return true }
    let start = String(decoding: bytes.prefix(1_024), as: UTF8.self).lowercased()
    return marks.contains { start.contains($0) }
  }

  /// Scripts, ELF, Windows, Mach-O in both orders and for several machines at once (Java's classes too).
  private static let magics: [[UInt8]] = [
    [0x23, 0x21], [0x7F, 0x45, 0x4C, 0x46], [0x4D, 0x5A], [0xFE, 0xED, 0xFA, 0xCE], [0xFE, 0xED, 0xFA, 0xCF],
    [0xCE, 0xFA, 0xED, 0xFE], [0xCF, 0xFA, 0xED, 0xFE], [0xCA, 0xFE, 0xBA, 0xBE],
  ]

  /// How starters and pages with scripts begin, in lower case.
  private static let marks = ["[desktop entry]", "<!doctype html", "<html", "<script", "<svg", "<?php"]

  private static let endings: Set<String> = [
    "sh", "bash", "zsh", "fish", "csh", "ksh", "command", "run", "bin", "out", "elf", "so", "appimage",
    "desktop",
    "service", "exe", "com", "bat", "cmd", "msi", "scr", "pif", "cpl", "dll", "lnk", "url", "ps1", "psm1",
    "vbs", "vbe",
    "js", "mjs", "jse", "wsf", "wsh", "hta", "html", "htm", "xhtml", "shtml", "mht", "svg", "svgz", "jar",
    "jnlp",
    "class", "py", "pyc", "pyw", "pl", "rb", "php", "lua", "tcl", "el", "vim", "app", "dmg", "pkg", "deb",
    "rpm",
    "snap", "flatpakref", "apk", "docm", "dotm", "xlsm", "xltm", "xlam", "pptm", "potm", "reg", "scf", "inf",
    "iso",
  ]

  private static let types: Set<String> = [
    "application/x-executable", "application/x-pie-executable", "application/x-sharedlib", "application/x-sh",
    "application/x-shellscript", "text/x-shellscript", "text/x-sh", "application/x-csh",
    "application/x-desktop",
    "application/x-msdownload", "application/x-msdos-program",
    "application/vnd.microsoft.portable-executable",
    "application/javascript", "text/javascript", "application/ecmascript", "text/x-python",
    "application/x-python",
    "application/x-perl", "text/x-perl", "application/x-ruby", "application/x-php", "text/html",
    "application/xhtml+xml", "image/svg+xml", "application/java-archive", "application/x-java-archive",
    "application/hta", "application/x-mach-binary", "application/vnd.debian.binary-package",
    "application/x-rpm",
  ]
}
