extension ExplanationCatalogue {
  /// Files, YAML and JSON.
  static let files: [Explanation] = [
    .init(
      .fileMissing,
      "There is no file with this name, or it cannot be read. Paths start from the current folder.",
      wrong: "journey simulate shp.yaml",
      right: "journey simulate shop.yaml",
      isScenario: false
    ),
    .init(
      .fileTooLarge,
      "A scenario file has at most 64 MB. Larger files are refused before they are read.",
      wrong: "a file of 100 MB",
      right: "fewer touchpoints, or names that are shorter",
      isScenario: false
    ),
    .init(
      .notUTF8,
      "A scenario is UTF-8 text. Another encoding would turn letters into other letters without a word.",
      wrong: "a file saved as Latin-1",
      right: "the same file saved as UTF-8",
      isScenario: false
    ),
    .init(
      .controlCharacter,
      "Control characters have no meaning in a scenario and could hide text in a terminal.",
      wrong: "a bell (U+0007) in a name",
      right: "the name without it",
      isScenario: false
    ),
    .init(
      .emptyFile,
      "The file holds nothing, or only comments. journey init writes a scenario to start from.",
      wrong: "# to do",
      right: "journey: Shop",
      isScenario: false
    ),
    .init(
      .yamlSyntax,
      "The text is not YAML, so nothing in it can be read. The usual reasons are a bracket that is not closed, a "
        + "colon without a blank after it, or lines that are not indented alike.",
      wrong: "touchpoints: {basket: {}",
      right: "touchpoints: {basket: {}}",
      isScenario: false
    ),
    .init(
      .jsonSyntax,
      "The file is named .json, so it is held against JSON's rules: text in double quotes, no comma "
        + "before a closing bracket, no comments.",
      wrong: "{\"journey\": \"Shop\",}",
      right: "{\"journey\": \"Shop\"}",
      isScenario: false
    ),
    .init(
      .tabIndent,
      "YAML is indented by spaces; a tab has no fixed width.",
      wrong: "run:\n\tseed: 1",
      right: "run:\n  seed: 1",
      isScenario: false
    ),
    .init(
      .severalDocuments,
      "A file holds one scenario. A line --- begins another document.",
      wrong: "journey: A\n---\njourney: B",
      right: "two files",
      isScenario: false
    ),
    .init(
      .tooDeep,
      "Values may be nested 64 levels deep, more than any scenario needs.",
      wrong: "a list in a list in a list …, 100 times",
      right: "a flat list",
      isScenario: false
    ),
    .init(
      .tooManyValues,
      "A file may hold 8 million values, of which aliases may add 100,000. A few aliases of aliases can stand for "
        + "more values than fit into memory.",
      wrong: "a: &a [1, 1]\nb: &b [*a, *a]\nc: &c [*b, *b] …",
      right: "the values written out",
      isScenario: false
    ),
    .init(
      .textTooLong,
      "One text may have 64 KB.",
      wrong: "a whole report in about",
      right: "a paragraph in about",
      isScenario: false
    ),
    .init(
      .unknownAlias,
      "An alias (*name) stands for a value marked above (&name). No value has this mark; perhaps the "
        + "star is meant as text and needs quotes.",
      wrong: "about: *important",
      right: "about: \"*important\""
    ),
    .init(
      .rootNotMapping,
      "A scenario is a mapping: keys with values. A list or a single text is something else.",
      wrong: "- journey: Shop",
      right: "journey: Shop",
      isScenario: false
    ),
    .init(
      .duplicateKey,
      "A key stands once in a mapping: of two values, one would be lost without a word. Names that differ only in "
        + "how accents are written are the same name.",
      wrong: "run: {seed: 1, seed: 2}",
      right: "run: {seed: 2}"
    ),
    .init(
      .keyNotText,
      "A key is a single text. A list or a mapping as a key has no meaning here.",
      wrong: "run: {[seed]: 1}",
      right: "run: {seed: 1}"
    ),
    .init(
      .extendsMissing,
      "extends names another scenario file, relative to the file in which it stands.",
      wrong: "extends: bse.yaml",
      right: "extends: base.yaml",
      isScenario: false
    ),
    .init(
      .extendsCycle,
      "A file cannot extend itself, directly or through others, and at most 16 files extend one "
        + "another.",
      wrong: "a.yaml: extends: b.yaml\nb.yaml: extends: a.yaml",
      right: "a.yaml: extends: b.yaml",
      isScenario: false
    ),
  ]
}
