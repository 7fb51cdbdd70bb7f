import AsyncHTTPClient
import CanonicalJSON
import Foundation
import NIOCore
import NIOHTTP1

/// Asks an identity provider. Answers are JSON, short, and come soon; nothing is followed to another place.
struct ProviderClient: Sendable {
    private static let mostBytes = 1_000_000
    private static let timeout = TimeAmount.seconds(10)

    /// Lives as long as the program: it is not shut down.
    private static let http = HTTPClient(
        eventLoopGroupProvider: .singleton,
        configuration: HTTPClient.Configuration(
            redirectConfiguration: .disallow,
            timeout: HTTPClient.Configuration.Timeout(connect: .seconds(5), read: .seconds(10))))

    func json(at address: String) async throws(SignInProblem) -> JSONValue {
        try await answer(to: HTTPClientRequest(url: address))
    }

    func json(
        posting fields: [(String, String)], to address: String, authorization: String?
    ) async throws(SignInProblem) -> JSONValue {
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        if let authorization { request.headers.add(name: "Authorization", value: authorization) }
        request.body = .bytes(ByteBuffer(string: Self.encoded(fields)))
        return try await answer(to: request)
    }

    private func answer(to request: HTTPClientRequest) async throws(SignInProblem) -> JSONValue {
        guard ProviderAddress.isSafe(request.url) else { throw .badMetadata("address without TLS") }
        var request = request
        request.headers.add(name: "Accept", value: "application/json")
        let status: UInt
        let bytes: [UInt8]
        do {
            let response = try await Self.http.execute(request, timeout: Self.timeout)
            status = response.status.code
            bytes = Array(try await response.body.collect(upTo: Self.mostBytes).readableBytesView)
        } catch { throw .unreachable("\(type(of: error))") }
        let json = try? JSONValue.parse(bytes)
        guard status == 200 else { throw .refused(json?["error"]?.string ?? "status \(status)") }
        guard let json else { throw .refused("no JSON") }
        return json
    }

    /// Fields as a form or a query holds them.
    static func encoded(_ fields: [(String, String)]) -> String {
        fields.map { "\(encoded($0))=\(encoded($1))" }.joined(separator: "&")
    }

    /// The `Authorization` of a client with a secret; RFC 6749 encodes both halves as a form does.
    static func basic(_ client: String, _ secret: String) -> String {
        "Basic " + Data("\(encoded(client)):\(encoded(secret))".utf8).base64EncodedString()
    }

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .urlQueryValue) ?? ""
    }
}

/// Addresses that a provider may have: over TLS, or on this machine for who tries things out.
enum ProviderAddress {
    static func isSafe(_ address: String) -> Bool {
        guard let url = URL(string: address), let host = url.host(), !host.isEmpty, url.user == nil, url.fragment == nil
        else { return false }
        return url.scheme == "https" || (url.scheme == "http" && ["127.0.0.1", "localhost", "::1"].contains(host))
    }
}
