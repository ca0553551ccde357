/// Words that tell a name from other words, folded.
enum KnownNames {
  private static func folded(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map { FoldedWord($0).text })
  }

  /// Given names of women that are common where our customers live.
  static let female = folded(
    """
    Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa Nancy Betty Sandra \
    Margaret \
    Ashley Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Laura Sharon Cynthia \
    Kathleen Amy Angela Shirley Anna Brenda Pamela Emma Nicole Helen Samantha Katherine Katarina Christine \
    Rachel \
    Katrina Alexa Kathy Jenny Judy Julie Wendy Tina Megan Hannah Heather Tiffany Victoria Irene Joan Joyce \
    Nina Nora \
    Eva Clara Maria Julia Zoe Ella Jane Kate Sally Molly Alina Alice Sophia Chloe Lucy Ruth Martha Diana \
    Alexis Vicky Abby \
    Олена Оксана Ірина Тетяна Наталія Марія Анна Ганна Катерина Юлія Вікторія Світлана Людмила Галина Ольга \
    Оля \
    Настя Анастасія Дарина Софія Христина Леся Зоряна Соломія Наташа Аня Катя Маша Таня Лена Ира Юля Света \
    Елена Ирина Татьяна Наталья Мария Екатерина Юлия Виктория Светлана Ольга Анастасия Дарья Полина Ксения \
    Dewi Siti Sri Ayu Rina Nur Fitri Wati Lestari Rini Yuni Ratna Indah Putri Kartini \
    Sabine Heike Petra Ulrike Katrin Birgit Franziska Monika Ursula Claudia Nicole Anja Silke Lena Hannah \
    Lucía Carmen Elena Marta Rocío Beatriz Inés Isabel Ana Cristina Paula Sofía Valentina Camila Gabriela \
    Élodie Manon Sophie Nathalie Aurélie Chloé Pauline Camille Isabelle Catherine Sylvie Céline Juliette \
    Agnieszka Katarzyna Magdalena Joanna Beata Dorota Ewa Justyna Małgorzata Barbara Zofia Krystyna Kasia \
    Elif Zeynep Merve Ayşe Fatma Emine Hatice Esra Büşra Selin Özlem
    """)

  /// Given names of men.
  static let male = folded(
    """
    James Robert John Michael William David Richard Joseph Thomas Charles Christopher Daniel Matthew Anthony \
    Mark \
    Donald Steven Paul Andrew Joshua Kenneth Kevin Brian George Edward Ronald Timothy Jason Jeffrey Ryan \
    Jacob Gary \
    Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel Gregory Alexander Raymond \
    Patrick \
    Jerry Dennis Tyler Aaron Jose Adam Nathan Henry Peter Kyle Ben Sam Alex Tom Tim Mike Dave Fred Charlie \
    Leo Max \
    Johnny Joe Jon Tony Luke Jake Josh Bob Jim Steve Chris Matt Andy Greg Jeff Phil Rick Sean Ian Carl Karl \
    Kurt \
    Walter Arthur Albert Victor Simon Oliver Harry Martin Felix Hugo Oscar Lucas Liam Noah Ethan \
    Олександр Андрій Сергій Іван Петро Микола Василь Богдан Тарас Роман Остап Назар Віталій Юрій Павло \
    Дмитро Ігор \
    Олег Максим Артем Володимир Михайло Степан Ярослав Євген Саша Діма Коля Вова \
    Александр Андрей Сергей Иван Пётр Николай Василий Роман Виктор Виталий Юрий Павел Дмитрий Игорь Олег \
    Владимир \
    Михаил Алексей Антон Кирилл Никита Артём Евгений Дима Лёша Миша \
    Budi Agus Hendra Rizky Bayu Dimas Eko Joko Bambang Slamet Wahyu Andi Ahmad Yusuf Muhammad \
    Jürgen Stefan Matthias Holger Florian Andreas Sebastian Uwe Klaus Hans Wolfgang Dieter Jan Lukas Jonas \
    Javier Álvaro Sergio Pablo Andrés Diego Rubén Miguel Carlos Juan Pedro Luis Antonio Manuel Jorge \
    Julien Antoine Mathieu Nicolas Guillaume Thierry Olivier Pierre Jean Michel Philippe Laurent François \
    Tomasz Paweł Marcin Krzysztof Jakub Łukasz Rafał Michał Piotr Andrzej Grzegorz Marek Janusz Stanisław \
    Jerzy \
    Emre Burak Kerem Serkan Hakan Mehmet Mustafa Ahmet Ali Hüseyin Hasan İbrahim Murat Ömer
    """)

  /// Names that are words, too: they are names only where they are written as such.
  static let alsoWords = folded(
    """
    mark max sam alex jan ali nur sri putri indah lestari ana ella eva leo lena dan ben tim adam jean eko \
    sofia linda \
    carol ruth oliver joy will may rose grace hope bill frank \
    jack pat art drew chase dean ray rob lily iris olive violet amber ruby pearl melody faith dawn eve robin \
    hunter \
    mason miller cooper baker cook young white brown green black king price rich gene guy nick sky star \
    summer april \
    june august doe buddy вера света віра надія надежда любов любовь роман світлана слава мир лев
    """)

  /// Words that stand where a name might and are none; with a capital at the beginning of a sentence, too.
  static let ordinary = folded(
    """
    remember forgot forget forgotten told said says saw easy hard such right either try trying unsure \
    confused \
    understand used used dead course idea instead definitely certainly totally exactly absolutely asap yup \
    nah ugh haha \
    lol btw im duh hmmm umm err oops awesome hold excuse believe shoot gosh god lord jesus yikes nevermind \
    amazing cool \
    perfect alright appt appointment schedule time same such lots poor hot cold important available single \
    checking \
    post mail shop store service desk office page guys folks i a an and or but the this that these those it \
    its it's is was are were be been am i'm my your his her our their \
    me you he she we they who what when where why which how yes yeah yep no nope not ok okay sure well oh ah \
    hm hmm \
    uh um so then just please thanks thank sorry hello hi hey dear good great fine nice wow hurry wait here \
    there now \
    today tomorrow yesterday tonight morning afternoon evening monday tuesday wednesday thursday friday \
    saturday \
    sunday january february march may june july august september october november december can could will \
    would \
    shall should may might must do does did don't doesn't didn't can't cannot couldn't won't have has had \
    got get go \
    going want need know think like love hate see look let give take make made book find found called call \
    name names \
    named number account pin card code id order password date birth address email phone account room flight \
    from to at \
    in on of off for with without by as if about into over under after before again also too very really \
    still only \
    actually maybe perhaps one two three four five six seven eight nine ten first last full maiden mother \
    mother's \
    father pet dog cat host guest doctor dr captain officer chief engineer sir madam ma'am customer client \
    user agent \
    support team everyone all anybody somebody nobody someone anyone something nothing everything whatever \
    never \
    always ever because while than that's what's there's let's here's how's where's who's i'd i've i'll \
    you're it'll he's she's we're bye goodbye cheers \
    regards sincerely best kind warm yours same mine any some other another new old more most much many help \
    quick \
    oui non merci bonjour je mon ma mes le la les un une et est si no sí gracias hola mi yo soy el los una y \
    es \
    ja nein danke hallo ich mein meine der die das ein eine und ist bin guten tag bitte dan ya tidak terima \
    kasih saya \
    nama adalah ini itu pak bu ibu bapak kak selamat pagi siang sore malam tak nie dziękuję dzień dobry pan \
    pani jest \
    mam na imię nazywam evet hayır teşekkürler merhaba benim adım ve bir так ні дякую добрий день привіт я \
    мене \
    звати це мій моя моє і та в на з у не що як да нет спасибо добрый здравствуйте привет меня зовут это мой \
    мое и \
    с что как пожалуйста будь ласка клиент клієнт american german french spanish polish turkish ukrainian \
    russian \
    indonesian british english italian chinese indian canadian
    """)

  /// What follows a verb that is a name elsewhere: “mark it as done”.
  static let objects = folded("it this that the as my your me us a an all you down up out them him her")

  /// What a place or a venue is called behind its name.
  static let generic = folded(
    """
    the a an of on in at and hotel inn apartments apartment venue restaurant club bank center centre north \
    south east \
    west company group ltd llc inc gmbh ag co corp limited house park street road airport university \
    hospital station \
    тов зат пат пп ооо зао оао пао ип фоп pt cv tbk sa sarl sl spa spółka zoo as şti
    """)

  /// People and animals whose name may stand beside the word, folded.
  static let relations = folded(
    """
    friend frined son daughter wife husband brother sister mom mum dad mother father colleague coworker boss \
    kid child cousin neighbour neighbor aunt uncle nephew niece girlfriend boyfriend partner pet dog cat \
    fish goldfish driver doctor doc host guest manager друг подруга син донька чоловік дружина брат сестра \
    мама тато сын дочь муж жена папа кот кіт собака teman anak suami istri kakak adik freund freundin sohn \
    tochter mann frau bruder schwester amigo amiga hijo hija marido esposa hermano hermana ami amie fils \
    fille mari femme frère sœur syn córka mąż żona
    """)

  /// Words between given and family name that are no names: `van`, `de`.
  static let particles = folded(
    "van von der den de del della di da du des la le el al bin binti ibn zu af ter y e i")
}
