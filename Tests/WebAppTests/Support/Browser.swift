import Foundation
import Hummingbird
import HummingbirdTesting
import Testing

@testable import WebApp

/// What a browser does: keeps the cookie, sends forms with the token of the page they stand on, follows nothing by itself.
actor Browser {
    struct Answer: Sendable {
        var status: HTTPResponse.Status
        var headers: HTTPFields
        var text: String
        /// Where a redirect leads.
        var location: String? { headers[.location] }
    }

    private let client: any TestClientProtocol
    private var cookie: String?

    init(client: any TestClientProtocol, cookie: String? = nil) {
        self.client = client
        self.cookie = cookie
    }

    var hasCookie: Bool { cookie != nil }

    func get(_ path: String, headers: HTTPFields = [:]) async throws -> Answer {
        try await send(path, .get, headers: headers, body: nil)
    }

    /// Sends a form with the token that the page at `from` holds; by default the page it is sent to.
    func post(_ path: String, from page: String? = nil, _ fields: [(String, String)] = [], json: Bool = false)
        async throws -> Answer
    {
        let text = try await get(page ?? path).text
        let token = try #require(Self.token(in: text), "there is no form on \(page ?? path)")
        return try await post(path, token: token, fields, json: json)
    }

    /// Sends a form with a token.
    func post(_ path: String, token: String?, _ fields: [(String, String)], json: Bool = false) async throws -> Answer {
        var pairs = fields
        if let token { pairs.append(("csrf", token)) }
        let body = pairs.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        if json { headers[.accept] = "application/json" }
        return try await send(path, .post, headers: headers, body: ByteBuffer(string: body))
    }

    static func token(in text: String) -> String? {
        text.firstMatch(of: /name="csrf" value="([0-9a-f]+)"/).map { String($0.1) }
    }

    private func send(
        _ path: String, _ method: HTTPRequest.Method, headers: HTTPFields, body: ByteBuffer?
    ) async throws -> Answer {
        var headers = headers
        if let cookie { headers[.cookie] = "\(Sessions.cookieName)=\(cookie)" }
        let answer = try await client.execute(uri: path, method: method, headers: headers, body: body) { response in
            Answer(status: response.status, headers: response.headers, text: String(buffer: response.body))
        }
        for value in answer.headers[values: .setCookie] where value.hasPrefix(Sessions.cookieName + "=") {
            let kept = value.dropFirst(Sessions.cookieName.count + 1).prefix { $0 != ";" }
            cookie = kept.isEmpty ? nil : String(kept)
        }
        return answer
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .urlQueryValue) ?? ""
    }
}
