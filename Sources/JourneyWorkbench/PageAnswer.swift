/// What a page server answers to one request: a pure function of the request, so that no request can reach anything else.
public struct PageAnswer: Sendable, Hashable {
  /// How a request went.
  public enum Status: Int, Sendable {
    /// Answered.
    case ok = 200
    /// Not for whoever asked.
    case forbidden = 403
    /// There is no such page.
    case notFound = 404
    /// Not by reading.
    case methodNotAllowed = 405

    /// Its name in the protocol.
    public var phrase: String {
      switch self {
      case .ok: "OK"
      case .forbidden: "Forbidden"
      case .notFound: "Not Found"
      case .methodNotAllowed: "Method Not Allowed"
      }
    }
  }

  /// How it went.
  public var status: Status
  /// What kind of text the body is.
  public var type: String
  /// The body.
  public var body: String

  private static func plain(_ status: Status, _ body: String) -> PageAnswer {
    PageAnswer(status: status, type: "text/plain; charset=utf-8", body: body)
  }

  /// Answers a request.
  ///
  /// Only a browser on this machine that was sent to this very address asks for one of the two names, so a page of
  /// somebody else's, whose name was made to point here, learns nothing.
  public init(method: String, path: String, host: String?, port: UInt16, page: ServedPage) {
    let names = ["127.0.0.1", "localhost"]
    let hosts = names.map { "\($0):\(port)" } + (port == 80 ? names : [])
    guard let host, hosts.contains(host.lowercased()) else {
      self = .plain(.forbidden, "This page is for this machine alone.\n")
      return
    }
    guard method == "GET" else {
      self = .plain(.methodNotAllowed, "This page can only be read.\n")
      return
    }
    switch path {
    case "/": self = PageAnswer(status: .ok, type: "text/html; charset=utf-8", body: page.html)
    case "/version": self = .plain(.ok, "\(page.version)")
    default: self = .plain(.notFound, "There is only one page here.\n")
    }
  }

  private init(status: Status, type: String, body: String) {
    self.status = status
    self.type = type
    self.body = body
  }
}

/// A page and its number.
public struct ServedPage: Sendable, Hashable {
  /// Counts the pages, from 1.
  public var version: Int
  /// The page.
  public var html: String

  /// Creates a page.
  public init(version: Int, html: String) {
    self.version = version
    self.html = html
  }
}
