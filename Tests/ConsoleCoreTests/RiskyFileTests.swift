import Testing

@testable import ConsoleCore

@Suite("RiskyFile")
struct RiskyFileTests {
  @Test(
    "scripts, starters and programs are told by their names, whatever their type",
    arguments: [
      "run.sh", "a.desktop", "setup.EXE", "x.pdf.exe", "page.html", "drawing.svg", "macro.docm",
      "tool.AppImage", "a.py",
    ])
  func names(name: String) { #expect(RiskyFile.runsCode(name: name, mediaType: "image/png", bytes: [])) }

  @Test(
    "by the type that is stated",
    arguments: ["application/x-sh", "text/html; charset=utf-8", "IMAGE/SVG+XML", "application/x-desktop"])
  func types(type: String) { #expect(RiskyFile.runsCode(name: "photo.png", mediaType: type, bytes: [])) }

  @Test(
    "by how they begin, whatever they are called",
    arguments: [
      "#!/bin/sh\nrm -rf ~", "\u{7F}ELF\u{2}", "MZ\u{90}", "\n[Desktop Entry]\nExec=sh", "<!DOCTYPE HTML>",
      "  <svg onload=x>",
      "<ScRiPt>alert(1)</script>",
    ])
  func contents(text: String) {
    #expect(RiskyFile.runsCode(name: "photo.png", mediaType: "image/png", bytes: Array(text.utf8)))
  }

  @Test(
    "pictures, papers and plain text can be opened",
    arguments: [
      ("photo.png", "image/png", "\u{89}PNG\r\n"), ("invoice.pdf", "application/pdf", "%PDF-1.7"),
      ("notes.txt", "text/plain", "Please call"),
      ("табель.ods", "application/vnd.oasis.opendocument.spreadsheet", "PK"),
      ("", "", ""),
    ])
  func harmless(name: String, type: String, text: String) {
    #expect(!RiskyFile.runsCode(name: name, mediaType: type, bytes: Array(text.utf8)))
  }
}
