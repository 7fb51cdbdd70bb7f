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
    private(set) var cookie: String?

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
    func post(
        _ path: String, token: String?, _ fields: [(String, String)], json: Bool = false, headers more: HTTPFields = [:]
    ) async throws -> Answer {
        var pairs = fields
        if let token { pairs.append(("csrf", token)) }
        let body = pairs.map { "\(Self.encoded($0.0))=\(Self.encoded($0.1))" }.joined(separator: "&")
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        if json { headers[.accept] = "application/json" }
        for field in more { headers[field.name] = field.value }
        return try await send(path, .post, headers: headers, body: ByteBuffer(string: body))
    }

    /// Sends a form with a file, the token before it as pages put it.
    func send(
        _ path: String, from page: String, _ fields: [(String, String)] = [], file: (name: String, bytes: [UInt8]),
        called field: String = "bestand"
    ) async throws -> Answer {
        let token = try #require(Self.token(in: try await get(page).text), "there is no form on \(page)")
        return try await send(path, parts: MultipartText([("csrf", token)] + fields, file: file, called: field))
    }

    func send(_ path: String, parts: MultipartText) async throws -> Answer {
        try await send(
            path, .post, headers: [.contentType: parts.contentType], body: ByteBuffer(bytes: parts.bytes))
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

/// The body of a form with a file, as browsers write it.
struct MultipartText {
    static let boundary = "----grens1234"
    var contentType = "multipart/form-data; boundary=\(Self.boundary)"
    var bytes: [UInt8]

    init(_ fields: [(String, String)], file: (name: String, bytes: [UInt8])?, called field: String = "bestand") {
        bytes = []
        for (name, value) in fields {
            bytes += Array(
                "--\(Self.boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
        }
        if let file {
            let name = file.name.replacing("\"", with: "%22")
            bytes += Array(
                "--\(Self.boundary)\r\nContent-Disposition: form-data; name=\"\(field)\"; filename=\"\(name)\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                    .utf8)
            bytes += file.bytes + [0x0D, 0x0A]
        }
        bytes += Array("--\(Self.boundary)--\r\n".utf8)
    }
}
