import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// Serves one page, which may be replaced at any time, to browsers on this machine.
///
/// It listens on the loopback address only, answers nothing but GET of the page and of its version, and reads no file.
public final class PageServer: Sendable {
  private let page: Mutex<ServedPage>
  private let server: HTTPServer
  /// The port that browsers are sent to, once it is known.
  private let port = Mutex<UInt16>(0)

  /// A server with its first page.
  ///
  /// - Parameter port: the port; 0 for one that is free.
  public init(port: UInt16, page html: String) throws {
    page = Mutex(ServedPage(version: 1, html: html))
    server = HTTPServer(address: try sockaddr_in.inet(ip4: "127.0.0.1", port: port), logger: .disabled)
  }

  /// The version that the next page will have, where one task alone makes pages.
  public var nextVersion: Int { page.withLock { $0.version + 1 } }

  /// Shows another page from now on.
  public func show(_ html: String) {
    page.withLock { $0 = ServedPage(version: $0.version + 1, html: html) }
  }

  /// Serves until the task is cancelled.
  ///
  /// - Parameter started: told the port once browsers can connect.
  /// - Throws: an error where the port is taken.
  public func run(started: @escaping @Sendable (UInt16) -> Void) async throws {
    await server.appendRoute("*") { [self] request in answer(request) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await self.server.run() }
      group.addTask {
        try await self.server.waitUntilListening()
        guard case .ip4(_, let port) = await self.server.listeningAddress else { return }
        self.port.withLock { $0 = port }
        started(port)
      }
      // The first to end is who found the port; the other one ends with an error or with this task.
      while try await group.next() != nil {}
    }
  }

  private func answer(_ request: HTTPRequest) -> HTTPResponse {
    let answer = PageAnswer(
      method: request.method.rawValue,
      path: request.path,
      host: request.headers[.host],
      port: port.withLock { $0 },
      page: page.withLock { $0 }
    )
    return HTTPResponse(
      statusCode: HTTPStatusCode(answer.status.rawValue, phrase: answer.status.phrase),
      headers: [
        .contentType: answer.type,
        HTTPHeader("Allow"): "GET",
        HTTPHeader("Cache-Control"): "no-store",
        HTTPHeader("X-Content-Type-Options"): "nosniff",
        HTTPHeader("Referrer-Policy"): "no-referrer",
        HTTPHeader("Content-Security-Policy"): "frame-ancestors 'none'",
        HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
      ],
      body: Data(answer.body.utf8)
    )
  }
}
