import JourneyReport
import Testing

@Suite("Pieces of a page")
struct HTMLNodeTests {
  @Test("escape text, whoever wrote it")
  func text() {
    let node = HTMLNode.el(.p, "<script>alert('R&D')</script>")
    #expect(node.html == "<p>&lt;script&gt;alert('R&amp;D')&lt;/script&gt;</p>")
  }

  @Test("escape attribute values, quotes included")
  func attributes() {
    let node = HTMLNode.el(.p, [HTMLAttribute(.title, "\"><img onerror='x'>")], [])
    #expect(node.html == "<p title=\"&quot;&gt;&lt;img onerror=&#39;x&#39;&gt;\"></p>")
  }

  @Test("drop control characters and those that turn the direction of text")
  func control() {
    #expect(HTMLNode.text("a\u{0}b\u{8}c\u{202E}d\u{2067}e\u{9B}f").html == "abcdef")
    #expect(HTMLNode.text("tab\tand\nline").html == "tab\tand\nline")
  }

  @Test("keep writing in every script, and emoji")
  func scripts() { #expect(HTMLNode.text("お客様 👩🏽‍🦰 Ω").html == "お客様 👩🏽‍🦰 Ω") }

  @Test("have no end tag where HTML has none")
  func void() { #expect(HTMLNode.el(.br).html == "<br>") }

  @Test("take only colours as colours")
  func colours() {
    #expect(HexColour("#1f7fe5")?.text == "#1F7FE5")
    for text in ["red", "#12345", "#1234567", "#12345g", "#123;x:", ""] { #expect(HexColour(text) == nil) }
  }
}
