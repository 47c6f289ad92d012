import JourneyWorkbench
import Testing

@Suite("What a page server answers")
struct PageAnswerTests {
  private func answer(_ path: String, method: String = "GET", host: String? = "127.0.0.1:8080") -> PageAnswer
  {
    PageAnswer(
      method: method,
      path: path,
      host: host,
      port: 8080,
      page: ServedPage(version: 7, html: "<p>seven")
    )
  }

  @Test("is the page and its version, and nothing else")
  func paths() {
    #expect(answer("/").body == "<p>seven")
    #expect(answer("/").type == "text/html; charset=utf-8")
    #expect(answer("/version").body == "7")
    for path in ["/etc/passwd", "/../page", "", "/index.html", "/version/", "//"] {
      #expect(answer(path).status == .notFound, "\(path)")
      #expect(!answer(path).body.contains("seven"))
    }
  }

  @Test(
    "is only for those who were sent to this address",
    arguments: [
      nil, "", "evil.example", "evil.example:8080", "127.0.0.1", "127.0.0.1:80", "localhost",
      "127.0.0.1.evil.example:8080",
      "127.0.0.1:8080@evil.example", "[::1]:8080",
    ] as [String?]
  )
  func foreigners(host: String?) {
    for path in ["/", "/version"] {
      #expect(answer(path, host: host).status == .forbidden)
      #expect(!answer(path, host: host).body.contains("7"))
    }
  }

  @Test("is given by both names of this machine")
  func names() {
    for host in ["127.0.0.1:8080", "localhost:8080", "LOCALHOST:8080"] {
      #expect(answer("/", host: host).status == .ok)
    }
  }

  @Test("is for reading only")
  func methods() {
    for method in ["POST", "PUT", "DELETE", "HEAD", "OPTIONS", "get"] {
      #expect(answer("/", method: method).status == .methodNotAllowed, "\(method)")
    }
  }
}
