/// What the ending of a Polish name does not tell; all in lower case.
enum PolishNameLists {
  /// Men's names whose stem changes, or whose ending is not that of their class.
  ///
  /// Some are written without Polish letters: the form is the same as of the name with them.
  static let irregular: [String: String] = [
    "paweł": "pawle", "gaweł": "gawle", "haweł": "hawle", "orzeł": "orle", "lew": "lwie",
    "kacper": "kacprze", "kasper": "kasprze", "casper": "casprze", "sylwester": "sylwestrze",
    "sylvester": "sylvestrze", "chrystus": "chryste", "jezus": "jezu", "pawel": "pawle", "gawel": "gawle",
    "michal": "michale", "rafal": "rafale", "bogumil": "bogumile", "krzys": "krzysiu", "grzes": "grzesiu",
    "jas": "jasiu", "stas": "stasiu",
  ]

  /// Pet names in -la, -nia, -ja that take -u.
  static let petNamesInA: Set<String> = [
    "ala", "anula", "bela", "cela", "ela", "ewela", "fela", "hela", "jadwigula", "jagula", "jola", "kola",
    "krysiula", "lala", "lila", "lola", "marysiula", "mela", "nela", "ola", "pola", "tola", "ula", "wala",
    "wiola", "zosiula", "zula", "żela", "zela", "terenia", "helenia", "madzienia", "jagienia",
  ]

  /// Names that look like pet names and take -o.
  static let officialInA: Set<String> = [
    "anastasia", "aspasia", "lucia", "marcia", "grazia", "lukrezia", "letizia", "tizia", "petunia", "xenia",
    "rania", "vania", "gracia",
  ]

  /// Men's names in -e; others (Mike, Pierre) have an -e that is not spoken.
  static let masculineInE: Set<String> = [
    "noe", "jozue", "rene", "dante", "jose", "andre", "felipe", "vicente", "enrique", "salvatore",
    "giuseppe", "raffaele", "daniele", "gabriele", "michele", "samuele", "emanuele", "simone", "davide",
    "cesare", "ettore", "arne", "uwe", "ove", "ole", "helge", "aage", "malte", "kalle", "tore",
  ]

  /// Foreign men's names in -sio, -zio, -cio, -nio, which stay as they are.
  static let foreignInIo: Set<String> = [
    "antonio", "eugenio", "mauricio", "fabricio", "ignacio", "horacio", "patricio", "lucio", "dionisio",
    "ambrosio", "maurizio", "fabrizio", "ignazio", "orazio", "patrizio", "apollonio", "giunio", "junio",
    "herminio", "virginio", "arsenio", "partenio", "afanasio", "atanasio", "gervasio", "nicasio",
    "bonifacio", "lucrezio", "terenzio", "fulgenzio", "vincenzio", "leoncio", "inocencio", "florencio",
    "terencio", "laurencio", "prudencio",
  ]

  /// Names in -ek that keep their e.
  static let keptEk: Set<String> = [
    "melchizedek", "melchisedek", "tarek", "malek", "abdelmalek", "derek", "abimelek", "elimelek",
  ]

  /// Foreign men's names with an ending that is not spoken as it is written.
  static let notSpokenAsWritten: Set<String> = [
    "andrew", "matthew", "drew", "hew", "shaw", "marlow", "woodrow", "winslow", "louis", "jacques",
    "georges", "gilles", "yves", "françois", "francois", "franz", "jean", "thibault", "benoit", "benoît",
    "arnaud", "gauthier", "didier",
  ]

  /// First parts of a double name that do not decline.
  static let heldBeforeHyphen: Set<String> = ["jean", "abd", "abu", "al", "el"]

  /// Endings that only men's names have.
  static let surelyMaleEndings = [
    "sław", "slaw", "mir", "mierz", "usz", "asz", "osz", "esz", "ek", "ej", "aj", "fryd", "bert", "gniew",
    "siu", "wit", "ryk", "zio", "sio",
  ]

  /// Frequent men's names whose ending alone leaves a doubt.
  static let surelyMale: Set<String> = [
    "adam", "adrian", "albert", "aleksander", "alfred", "alojzy", "antoni", "arkadiusz", "artur", "august",
    "beniamin", "bernard", "błażej", "bogdan", "bogumił", "borys", "brunon", "cezary", "cyprian", "damian",
    "daniel", "dawid", "dominik", "edmund", "edward", "emil", "ernest", "eryk", "fabian", "feliks", "filip",
    "fryderyk", "gabriel", "gustaw", "henryk", "hubert", "ignacy", "igor", "ireneusz", "iwo", "jakub",
    "jan", "jerzy", "joachim", "józef", "julian", "kamil", "karol", "klemens", "konrad", "konstanty",
    "krystian", "krzysztof", "ksawery", "lech", "leon", "leopold", "leszek", "lucjan", "ludwik", "maksym",
    "maksymilian", "marcel", "marceli", "marcin", "marek", "michał", "mieszko", "mikołaj", "nikodem",
    "norbert", "olaf", "olgierd", "oliwier", "oskar", "patryk", "piotr", "przemysł", "rafał", "robert",
    "roch", "roman", "rudolf", "ryszard", "samuel", "sebastian", "sergiusz", "stefan", "szczepan", "szymon",
    "tadeusz", "teodor", "tomasz", "tymon", "walenty", "walery", "wawrzyniec", "wiktor", "wilhelm",
    "wincenty", "witold", "wojciech", "xawery", "zbigniew", "zenon", "zygmunt", "ziemowit",
  ]

  /// Frequent women's names in a consonant.
  static let surelyFemale: Set<String> = [
    "ingrid", "astrid", "karmen", "miriam", "rut", "rachel", "abigail", "nel", "ninel", "ester", "inez",
    "dolores", "mercedes", "elizabeth", "margaret", "judyt", "edith", "judith", "vivien", "karin", "dagmar",
  ]
}
