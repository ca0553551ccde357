import ConsoleCore
import ScreenKit

extension ConsoleLoop {
  /// Performs what concerns programs and files of the person's own.
  mutating func perform(_ effect: ToolEffect) {
    let mailbox = mailbox
    let tools = ports.tools
    switch effect {
    case .edit(let id, let text):
      // The words are on disk before somebody else gets the terminal.
      ports.flushDrafts()
      mailbox.post(.tool(.edited(id, terminal.lend { tools.edit(text) })))
    case .copy(let text):
      guard let copy = tools.copy else { return terminal.copy(text) }
      copy(text) { failure in
        if let failure { mailbox.post(.tool(.failed(failure))) }
      }
    case .ring: terminal.ringBell()
    case .notify(let text): tools.notify(text)
    case .keep(let file, let purpose):
      // May be told twice: that a file is shown, and that the program for it has failed.
      tools.keep(file, purpose) { mailbox.post(.tool(.kept(file.name, purpose, $0))) }
    case .list(let folder):
      pendingAnswers += 1
      tools.list(folder) { mailbox.post(.tool(.listed(folder, $0))) }
    case .check(let id, let path):
      pendingAnswers += 1
      tools.check(path) { mailbox.post(.tool(.checked(id, $0))) }
    }
  }
}
