import LocalePacks
import Testing

@Suite("The gap before a mark")
struct MarkSpacesRuleTests {
  private static let french = TypographyStyle(
    spaceBefore: TypographyStyle.MarkSpaces(
      colon: "\u{A0}", semicolon: "\u{202F}", exclamation: "\u{202F}", question: "\u{202F}", comma: "",
      period: ""))
  private static let none = TypographyStyle(spaceBefore: .none)

  @Test(
    "is put in and made the right one in French",
    arguments: [
      ("Oui!", "Oui⍾!"), ("Oui ?", "Oui⍾?"), ("Oui  ;", "Oui⍾;"), ("Voici: a", "Voici⍽: a"),
      ("Voici : a", "Voici⍽: a"),
      ("Quoi?!", "Quoi⍾?!"), ("Quoi ?!", "Quoi⍾?!"), ("(oui!)", "(oui⍾!)"), ("(a)?", "(a)⍾?"),
      ("5%?", "5%⍾?"),
      ("Oui⍽!", "Oui⍽!"), ("{prenom}!", "{prenom}⍾!"), ("à 10:30?", "à 10:30⍾?"), ("a , b .", "a, b."),
      ("«⍽a⍽»!", "«⍽a⍽»⍾!"),
      ("oui!\nnon?", "oui⍾!\nnon⍾?"), ("déjà…?", "déjà…?"), ("`x`!", "`x`⍾!"),
    ])
  func french(_ typed: String, _ set: String) { expectSet(typed, set, Self.french) }

  @Test(
    "is left in addresses, times, faces, code and ratios",
    arguments: [
      "https://a.example/?a=1;b:2", "https://a.example!", "a@b.example !", "10:30", "3 : 2", ":)", "Oui :)",
      "Oui ;-)", "ok:)!",
      "a:b", "std::x", "!x", "!", " !", "\n! a", "> oui!", ":smile: oui", "f(x);y", "v1!2", "( ! )", "a :: b",
    ])
  func left(_ text: String) { expectLeft(text, Self.french) }

  @Test(
    "goes in most languages",
    arguments: [
      ("Да !", "Да!"), ("Да , нет .", "Да, нет."), ("Итог : 5", "Итог: 5"), ("Да ?!", "Да?!"),
      ("Да⍽!", "Да!"),
      ("«да» ?", "«да»?"), ("نعم ؟", "نعم؟"),
    ])
  func none(_ typed: String, _ set: String) { expectSet(typed, set, Self.none) }

  @Test(
    "stays before what only looks like a mark",
    arguments: [
      "в .com", "a . . . b", "1 : 2", "да :)", "да :D", "да :-(", "да ...", "да …", "a !important", "« ! »",
      "https://a.example ,",
      "\" ! \"", "да ,,",
    ])
  func noneLeft(_ text: String) { expectLeft(text, Self.none) }
}
