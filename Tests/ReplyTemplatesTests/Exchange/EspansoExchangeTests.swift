import Testing

@testable import ReplyTemplates

@Suite struct EspansoExchangeTests {
  private func match(_ text: String) throws -> ExchangeSet {
    try Sample.read("matches:\n" + text, "base.yml")
  }

  @Test func matchesAreAnswersWithTheirTriggers() throws {
    let set = try Sample.read(
      """
      # espanso match file
      matches:
        # Simple text
        - trigger: ":hello"
          replace: "Hi there!\\nHow are you?"
        - triggers: [":br", ":best"]
          label: Best regards
          search_terms: [bye, 'the end']
          word: true
          replace: |
            Best regards,
            the team
        - trigger: ";date"
          replace: "It is {{mydate}} $|$"
          vars:
            - name: mydate
              type: date
              params:
                format: "%m/%d/%Y"

      """, "base.yml")
    #expect(set.format == .espanso)
    #expect(
      set.lines == [
        "hello@en#plain: Hi there!\nHow are you?", "best-regards@en#plain: Best regards,\nthe team",
        "date@en#plain: It is {{today:date}}",
      ])
    #expect(
      set.answers[1].settings == AnswerSettings(tags: ["bye", "the end"], shortcuts: [":br", ":best"]))
    #expect(
      set.remarks == [
        "item 3 (;date): the place of the cursor $|$: left out",
        "item 3 (;date): the date as %m/%d/%Y: {{today:date}}, as the locale writes it",
        "word (1 item): left out",
      ])
  }

  @Test func chanceGivesVariants() throws {
    let set = try match(
      """
        - trigger: :hi
          replace: "{{greeting}} {{name}}"
          vars:
            - {name: greeting, type: random, params: {choices: [Hey, "Hello, {{part}}"]}}
            - {name: part, type: echo, params: {echo: good}}
            - {name: name, type: choice, params: {values: [{label: Mr, id: mr}, Ms]}}
      """)
    #expect(
      set.lines == ["hi@en#plain: Hey {{name}}", "hi@en#plain-2: Hello, good {{name}}"])
    #expect(set.answers[0].about?.facts == [Fact(name: "name", note: "one of: mr, Ms")])
    #expect(set.notes.isEmpty)
  }

  @Test func moreThanEightTextsAreCutAndTold() throws {
    let set = try match(
      """
        - trigger: :hi
          replace: "{{a}}{{a}}{{a}}{{a}}"
          vars: [{name: a, type: random, params: {choices: [x, y]}}]
      """)
    #expect(set.lines.count == 8)
    #expect(set.remarks == ["item 1 (:hi): more than 8 texts by chance: the first 8 are taken"])
  }

  @Test func formsAskForFacts() throws {
    let set = try match(
      """
        - trigger: :form
          form: |
            Dear [[customer__given]], order [[order__number]] [[how]]
          form_fields:
            how:
              type: choice
              values: [by mail, by truck]
        - trigger: :vars
          replace: "Hey {{form1.name}} {{clip}}"
          vars:
            - name: form1
              type: form
              params: {layout: "[[name]]", fields: {name: {default: Ann}}}
            - name: clip
              type: clipboard
      """)
    #expect(
      set.sources == [
        "Dear {{customer.given}}, order {{order.number}} {{how}}", "Hey {{form1.name}} {{clip}}",
      ])
    #expect(
      set.answers.map { $0.about?.facts.map { "\($0.name): \($0.note)" } } == [
        ["order.number: ", "how: one of: by mail, by truck"],
        ["form1.name: usually Ann", "clip: what was copied"],
      ])
    #expect(set.notes.isEmpty)
  }

  @Test(arguments: [
    (
      "type: shell, params: {cmd: \"rm -rf /\"}",
      #"shell "rm -rf /": refused, commands are never run; the fact x, which the agent fills in"#
    ),
    (
      "type: script, params: {args: [python, a.py]}",
      #"script ["python","a.py"]: refused, commands are never run; the fact x, which the agent fills in"#
    ),
    (
      "type: match, params: {trigger: ':a'}",
      "a variable of the type match: the fact x, which the agent fills in"
    ),
    (
      "type: date, params: {format: '%d', offset: 86400}",
      "a date with an offset: the fact x, which the agent fills in"
    ),
    ("type: random, params: {}", "an empty choice by chance: the fact x, which the agent fills in"),
    ("type: echo, params: {echo: '{{x}}'}", "variables within variables, more than 8 deep: kept as text"),
  ])
  func whatCannotBeCarriedOverIsTold(variable: String, remark: String) throws {
    let set = try match(
      """
        - trigger: :s
          replace: "a {{x}}"
          vars: [{name: x, \(variable)}]
      """)
    #expect(set.remarks == ["item 1 (:s): " + remark])
    #expect(set.sources.count == 1)
  }

  @Test func variablesThatNothingUsesAreTold() throws {
    let set = try Sample.read(
      """
      global_vars:
        - {name: used, type: echo, params: {echo: x}}
        - {name: unused, type: shell, params: {cmd: ls}}
      matches:
        - trigger: :a
          replace: "{{used}} {{own}}"
          vars:
            - {name: own, type: echo, depends_on: [other], params: {echo: y}}
            - {name: other, type: script, params: {args: [ls]}}
            - {type: date}
      """, "a.yml")
    #expect(set.sources == ["x y"])
    #expect(
      set.remarks == [
        "item 1 (:a): depends_on of the variable own: left out",
        "item 1 (:a): the variable other of the type script, which the text does not use: left out",
        "item 1 (:a): a variable without a name: left out",
        "the global variable unused, which no text uses: left out",
      ])
  }

  @Test func otherKindsOfMatchesAreTold() throws {
    let set = try Sample.read(
      """
      imports: [other.yml]
      matches:
        - trigger: :i
          image_path: a.png
        - regex: ":hi(?P<who>.*)\\\\."
          replace: "Hi {{who}}"
        - trigger: :m
          markdown: "*x*"
        - trigger: :h
          html: <b>x</b>
        - trigger: ':null'
      """, "a.yml")
    #expect(set.sources == ["Hi {{who}}", "*x*", "x"])
    #expect(
      set.remarks == [
        #"line 1, imports: ["other.yml"]: left out"#, #"item 1 (:i): the image "a.png": left out"#,
        "item 1 (:i): a match without a text: left out", #"item 2: the pattern :hi(?P<who>.*)\.: left out"#,
        "item 2: {{who}}, which is no variable: the fact who, which the agent fills in",
        "item 3 (:m): Markdown: kept as text", "item 4 (:h): <b>: left out",
        "item 5 (:null): a match without a text: left out",
      ])
  }

  @Test func aFileInOurFormIsWrittenAgainAsItWas() throws {
    let file = """
      global_vars:
        - name: x
          type: echo
          params:
            echo: yes sir
      matches:
        - trigger: ':late'
          label: A parcel is late
          replace: |-
            It is late.

            Sorry: we # know \\{\\{it}}
          search_terms:
            - parcel
        - triggers:
            - ':a'
            - ':b'
          label: Hello
          form: Hello [[customer__name]], [[order__number]]

      """
    let set = try Sample.read(file, "x.yml")
    #expect(Sample.written(set) == file)
    let fresh = TemplateExport.write(set.answers, format: .espanso, locale: Sample.english)
    #expect(file.hasSuffix(String(decoding: fresh.bytes, as: UTF8.self)))
    #expect(fresh.notes.isEmpty)
  }

  @Test(arguments: [
    ("matches: 3", "a.yml: matches must be a list, not a number"),
    ("- a", "a.yml: the file must be a map with \"matches\", not an array"),
    (
      "matches:\n  - trigger: a\n   replace: b",
      "a.yml:3: the line is indented further than the one it belongs to"
    ),
  ])
  func whatIsNoMatchFileIsTold(text: String, sentence: String) {
    #expect(Sample.failure(text, "a.yml", format: .espanso) == sentence)
  }
}
