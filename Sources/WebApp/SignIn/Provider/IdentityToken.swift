import CanonicalJSON
import Foundation
import JWTKit

/// What a provider says of somebody; its signature is right.
struct IdentityToken: Sendable {
    /// How far clocks may be apart, in seconds.
    static let leeway: Double = 60

    var claims: JSONValue

    /// Checks what OpenID Connect Core 3.1.3.7 asks beside the signature.
    func check(issuer: String, client: String, nonce: String, at moment: Date) throws(SignInProblem) {
        guard claims["iss"]?.string == issuer else { throw .badToken("issuer") }
        let audience = claims["aud"]?.array?.compactMap(\.string) ?? [claims["aud"]?.string].compactMap(\.self)
        guard audience.contains(client) else { throw .badToken("audience") }
        let party = claims["azp"]?.string
        guard party == client || (party == nil && audience.count == 1) else { throw .badToken("authorized party") }
        let seconds = moment.timeIntervalSince1970
        guard let expires = claims["exp"]?.number, seconds < expires + Self.leeway else { throw .badToken("expired") }
        guard let issued = claims["iat"]?.number, issued <= seconds + Self.leeway else { throw .badToken("issued at") }
        if let notBefore = claims["nbf"]?.number, notBefore > seconds + Self.leeway { throw .badToken("not before") }
        guard let given = claims["nonce"]?.string, given == nonce else { throw .badToken("nonce") }
    }
}

/// The keys with which a provider signs.
struct ProviderKeys: Sendable {
    /// Only signatures with a public key. A provider shares no secret with us, and no signature is none.
    private static let algorithms: Set<String> = [
        "RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA",
    ]

    private let keys: [JSONValue]

    init(_ json: JSONValue) { keys = json["keys"]?.array ?? [] }

    /// The token, once its signature is found right.
    func verified(_ text: String) async throws(SignInProblem) -> IdentityToken {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, let header = Self.json(parts[0]), let claims = Self.json(parts[1]) else {
            throw .badToken("form")
        }
        guard let algorithm = header["alg"]?.string, Self.algorithms.contains(algorithm) else {
            throw .badToken("algorithm")
        }
        guard header["crit"] == nil else { throw .badToken("crit") }
        for key in candidates(header["kid"]?.string, algorithm) where await Self.signs(key, text) {
            return IdentityToken(claims: claims)
        }
        throw .badToken("signature")
    }

    /// Keys that may have signed: the one that is named, or all of the right kind when none is.
    private func candidates(_ id: String?, _ algorithm: String) -> [JWK] {
        keys.compactMap { key in
            guard key["use"]?.string != "enc", key["alg"].map({ $0.string == algorithm }) ?? true,
                id == nil || key["kid"]?.string == id, let members = key.object
            else { return nil }
            var whole = members
            whole["alg"] = .string(algorithm)
            whole["kid"] = .string("key")
            guard let text = try? JSONValue.object(whole).canonicalString else { return nil }
            return try? JWK(json: text)
        }
    }

    private static func signs(_ key: JWK, _ text: String) async -> Bool {
        do {
            let collection = try await JWTKeyCollection().add(jwk: key)
            _ = try await collection.verify(text, as: AnyPayload.self)
            return true
        } catch { return false }
    }

    private static func json(_ part: Substring) -> JSONValue? {
        Base64URL.bytes(part).flatMap { try? JSONValue.parse($0) }
    }

    /// Claims are read by ``IdentityToken``.
    private struct AnyPayload: JWTPayload {
        func verify(using _: some JWTAlgorithm) async throws {}
    }
}
