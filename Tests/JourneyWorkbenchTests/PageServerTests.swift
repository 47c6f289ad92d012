import Foundation
import JourneyWorkbench
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@Suite("A page server")
struct PageServerTests {
  /// Serves a page on a free port while something is tried.
  private func serving(
    _ page: String,
    _ body: @Sendable @escaping (PageServer, _ address: String) async throws -> Void
  ) async throws {
    let server = try PageServer(port: 0, page: page)
    let (ports, told) = AsyncStream<UInt16>.makeStream()
    let task = Task { try await server.run { told.yield($0) } }
    defer { task.cancel() }
    var iterator = ports.makeAsyncIterator()
    let port = try #require(await iterator.next())
    #expect(port > 0)
    try await body(server, "http://127.0.0.1:\(port)")
  }

  private static func get(
    _ address: String,
    method: String = "GET",
    host: String? = nil
  ) async throws -> (code: Int, text: String, response: HTTPURLResponse) {
    var request = URLRequest(url: try #require(URL(string: address)))
    request.httpMethod = method
    request.timeoutInterval = 120
    if let host { request.setValue(host, forHTTPHeaderField: "Host") }
    let (data, response) = try await URLSession.shared.data(for: request)
    let http = try #require(response as? HTTPURLResponse)
    return (http.statusCode, String(decoding: data, as: UTF8.self), http)
  }

  @Test("shows its page, then the next one under another version", .timeLimit(.minutes(10)))
  func pages() async throws {
    try await serving("<p>first") { server, address in
      let first = try await Self.get(address + "/")
      #expect(first.text == "<p>first")
      #expect(first.response.value(forHTTPHeaderField: "Cache-Control") == "no-store")
      #expect(first.response.value(forHTTPHeaderField: "Content-Security-Policy") == "frame-ancestors 'none'")
      #expect(try await Self.get(address + "/version").text == "1")
      #expect(server.nextVersion == 2)
      server.show("<p>second")
      #expect(try await Self.get(address + "/").text == "<p>second")
      #expect(try await Self.get(address + "/version").text == "2")
    }
  }

  @Test("refuses what is not a reader on this machine", .timeLimit(.minutes(10)))
  func refusals() async throws {
    try await serving("<p>page") { _, address in
      let foreign = try await Self.get(address + "/", host: "evil.example")
      #expect(foreign.code == 403)
      let written = try await Self.get(address + "/", method: "POST")
      #expect(written.code == 405)
      for path in ["/../../etc/passwd", "/Package.swift"] {
        let other = try await Self.get(address + path)
        #expect(other.code == 404)
      }
    }
  }

  @Test("says that a port is taken", .timeLimit(.minutes(10)))
  func taken() async throws {
    try await serving("<p>page") { _, address in
      let port = try #require(UInt16(address.split(separator: ":").last ?? ""))
      let second = try PageServer(port: port, page: "<p>other")
      await #expect(throws: (any Error).self) { try await second.run { _ in } }
    }
  }
}
