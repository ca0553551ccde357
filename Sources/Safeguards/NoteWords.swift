/// Beginnings of lines that are written to colleagues, in lower case.
enum NoteWords {
  static let openers: [String] = [
    "internal:", "internal note", "internal only", "note to self", "note to team", "note for the team",
    "fyi team", "for the team:", "team:", "hi team", "hey team", "do not send", "don't send",
    "not for the customer", "do not tell the customer", "don't tell the customer",
    "внутрішнє:", "внутрішня нотатка", "нотатка:", "для колег", "колеги,", "не надсилати",
    "внутреннее:", "внутренняя заметка", "заметка:", "для своих", "коллеги,", "не отправлять",
    "internal saja", "catatan internal", "untuk tim", "halo tim", "jangan dikirim",
  ]
}
