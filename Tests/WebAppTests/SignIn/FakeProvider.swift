import CanonicalJSON
import Crypto
import Foundation
import Hummingbird
import HummingbirdTesting
import JWTKit
import Logging
import Synchronization

@testable import WebApp

/// An identity provider on this machine that does as the protocol says, or one thing wrong.
final class FakeProvider: Sendable {
    enum Mischief: String, Sendable, CaseIterable {
        case otherNonce, noNonce, otherAudience, otherParty, manyAudiences, expired, notYet, otherIssuer, otherKey
        case unsigned, sharedKey, noSubject, noToken, tamperedClaims
    }

    struct Person: Sendable {
        var subject = "u-1"
        var login = "jansen"
        var name = "Jan Jansen"
        var groups: [String] = []
    }

    static let client = "kompas"
    static let secret = "een geheim: met teken"

    private struct State {
        var port = 0
        var mischief: Mischief?
        var person = Person()
        var isDown = false
        /// What the metadata say instead of what is so.
        var metadata: [String: JSONValue] = [:]
        var pending: [String: Form] = [:]
        var tokenRequests = 0
    }

    private let state = Mutex(State())
    private let key = ES256PrivateKey()
    private let otherKey = ES256PrivateKey()

    var issuer: String { state.withLock { "http://localhost:\($0.port)" } }
    var tokenRequests: Int { state.withLock { $0.tokenRequests } }

    func set(mischief: Mischief?) { state.withLock { $0.mischief = mischief } }
    func set(person: Person) { state.withLock { $0.person = person } }
    func set(isDown: Bool) { state.withLock { $0.isDown = isDown } }
    func set(metadata name: String, _ value: JSONValue) { state.withLock { $0.metadata[name] = value } }

    /// Runs the provider while a test does its work.
    func run(_ body: @Sendable @escaping () async throws -> Void) async throws {
        let router = Router()
        router.get("/.well-known/openid-configuration") { [self] _, _ in
            if state.withLock({ $0.isDown }) { throw HTTPError(.serviceUnavailable) }
            return try Self.json(metadata)
        }
        router.get("/keys") { [self] _, _ in try Self.json(keys) }
        router.post("/token") { [self] request, _ in
            let body = try await request.body.collect(upTo: 10_000)
            return try await token(Form(urlencoded: String(buffer: body)), request.headers[.authorization])
        }
        var logger = Logger(label: "provider")
        logger.logLevel = .critical
        let application = Application(
            router: router, configuration: .init(address: .hostname("localhost", port: 0)), logger: logger)
        try await application.test(.live) { client in
            state.withLock { $0.port = client.port ?? 0 }
            try await body()
        }
    }

    /// What a browser does at the provider: the person agrees, and is sent back.
    ///
    /// - Returns: the path and query to come back with.
    func agree(_ address: String) throws -> String {
        let query = Form(urlencoded: address.split(separator: "?", maxSplits: 1).last ?? "")
        guard address.hasPrefix(issuer + "/authorize?"), query["response_type"] == "code",
            query["client_id"] == Self.client, query["code_challenge_method"] == "S256",
            query["scope"]?.split(separator: " ").contains("openid") == true, let state = query["state"]
        else { throw HTTPError(.badRequest) }
        let code = "code-\(UUID().uuidString)"
        self.state.withLock { $0.pending[code] = query }
        return "\(OpenIDConnect.returnPath)?code=\(code)&state=\(state)"
    }

    private var metadata: JSONValue {
        var metadata: JSONObject = [
            "issuer": .string(issuer), "authorization_endpoint": .string(issuer + "/authorize"),
            "token_endpoint": .string(issuer + "/token"), "jwks_uri": .string(issuer + "/keys"),
        ]
        for (name, value) in state.withLock({ $0.metadata }) { metadata[name] = value }
        return .object(metadata)
    }

    /// The key that signs stands between others, as real providers have them.
    private var keys: JSONValue {
        [
            "keys": [
                ["kty": "oct", "kid": "secret", "k": "AAAA"],
                Self.json(otherKey.publicKey, id: "old", use: "enc"), Self.json(key.publicKey, id: "now", use: "sig"),
            ]
        ]
    }

    private static func json(_ key: ES256PublicKey, id: String, use: String) -> JSONValue {
        let parameters = key.parameters
        return [
            "kty": "EC", "crv": "P-256", "kid": .string(id), "use": .string(use),
            "x": .string(parameters?.x ?? ""), "y": .string(parameters?.y ?? ""),
        ]
    }

    private func token(_ form: Form, _ authorization: String?) async throws -> Response {
        let query = state.withLock { state in
            state.tokenRequests += 1
            return form["code"].flatMap { state.pending.removeValue(forKey: $0) }
        }
        let challenge = Base64URL.text(SHA256.hash(data: Data((form["code_verifier"] ?? "").utf8)))
        guard let query, form["grant_type"] == "authorization_code", challenge == query["code_challenge"],
            form["redirect_uri"] == query["redirect_uri"],
            authorization == "Basic " + Data("kompas:een%20geheim%3A%20met%20teken".utf8).base64EncodedString()
        else { return try Self.json(["error": "invalid_grant"], status: .badRequest) }
        guard state.withLock({ $0.mischief }) != .noToken else { return try Self.json(["access_token": "x"]) }
        return try Self.json([
            "access_token": "x", "token_type": "Bearer", "id_token": .string(try await identity(query["nonce"] ?? "")),
        ])
    }

    private func identity(_ nonce: String) async throws -> String {
        let (mischief, person) = state.withLock { ($0.mischief, $0.person) }
        let now = TestSite.moment.timeIntervalSince1970
        var claims: JSONObject = [
            "iss": .string(issuer), "sub": .string(person.subject), "aud": .string(Self.client),
            "exp": .number(now + 300), "iat": .number(now), "nonce": .string(nonce),
            "preferred_username": .string(person.login), "name": .string(person.name),
            "realm_access": ["roles": .array(person.groups.map(JSONValue.string))],
        ]
        switch mischief {
        case .otherNonce: claims["nonce"] = "een andere"
        case .noNonce: claims["nonce"] = nil
        case .otherAudience: claims["aud"] = "een ander"
        case .otherParty: claims["azp"] = "een ander"
        case .manyAudiences: claims["aud"] = [.string(Self.client), "een ander"]
        case .expired: claims["exp"] = .number(now - 61)
        case .notYet: claims["iat"] = .number(now + 61)
        case .otherIssuer: claims["iss"] = "https://elders.example"
        case .noSubject: claims["sub"] = nil
        default: break
        }
        switch mischief {
        case .unsigned: return try Self.unsigned(claims)
        case .sharedKey: return try sharedKey(claims)
        case .tamperedClaims:
            let parts = try await signed(claims, key).split(separator: ".")
            claims["sub"] = "een ander"
            return "\(parts[0]).\(Base64URL.text(try JSONValue.object(claims).canonical())).\(parts[2])"
        case .otherKey: return try await signed(claims, otherKey)
        default: return try await signed(claims, key)
        }
    }

    private struct Claims: JWTPayload {
        var claims: JSONObject
        init(_ claims: JSONObject) { self.claims = claims }
        init(from _: any Decoder) throws { claims = JSONObject() }
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Name.self)
            for (name, value) in claims.members { try container.encode(Value(value), forKey: Name(stringValue: name)) }
        }
        func verify(using _: some JWTAlgorithm) async throws {}
    }

    private struct Name: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue _: Int) { nil }
    }

    private struct Value: Encodable {
        var value: JSONValue
        init(_ value: JSONValue) { self.value = value }
        func encode(to encoder: any Encoder) throws {
            switch value {
            case .string(let text):
                var container = encoder.singleValueContainer()
                try container.encode(text)
            case .number(let number):
                var container = encoder.singleValueContainer()
                try container.encode(number)
            case .array(let items):
                var container = encoder.unkeyedContainer()
                for item in items { try container.encode(Value(item)) }
            case .object(let object):
                var container = encoder.container(keyedBy: Name.self)
                for (name, item) in object.members {
                    try container.encode(Value(item), forKey: Name(stringValue: name))
                }
            default:
                var container = encoder.singleValueContainer()
                try container.encodeNil()
            }
        }
    }

    private func signed(_ claims: JSONObject, _ key: ES256PrivateKey) async throws -> String {
        let keys = await JWTKeyCollection().add(ecdsa: key, kid: "now")
        return try await keys.sign(Claims(claims), kid: "now")
    }

    private static func unsigned(_ claims: JSONObject) throws -> String {
        let header = Base64URL.text(Array(#"{"alg":"none","typ":"JWT"}"#.utf8))
        return "\(header).\(Base64URL.text(try JSONValue.object(claims).canonical()))."
    }

    /// Signed with what everybody knows, the public key, as if it were a shared secret.
    private func sharedKey(_ claims: JSONObject) throws -> String {
        let header = Base64URL.text(Array(#"{"alg":"HS256","kid":"now"}"#.utf8))
        let text = "\(header).\(Base64URL.text(try JSONValue.object(claims).canonical()))"
        let secret = SymmetricKey(data: Data((key.publicKey.parameters?.x ?? "").utf8))
        return "\(text).\(Base64URL.text(HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: secret)))"
    }

    private static func json(_ value: JSONValue, status: HTTPResponse.Status = .ok) throws -> Response {
        Response(
            status: status, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: try value.canonicalString)))
    }
}
