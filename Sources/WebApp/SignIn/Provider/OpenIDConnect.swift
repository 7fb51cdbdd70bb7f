import Accounts
import CanonicalJSON
import Crypto
import Foundation

/// Sign-in through an identity provider: OpenID Connect with an authorization code and PKCE.
///
/// ## Topics
/// - The two halves: ``begin(back:)``, ``finish(_:pending:)``
/// - What is asked of the provider: ``ProviderMetadata``, ``ProviderKeys``
/// - What it answers: ``IdentityToken``, ``ProviderPerson``
struct OpenIDConnect: Sendable {
    static let returnPath = "/aanmelden/terugkoppeling"

    let settings: SiteSettings.IdentityProvider
    /// Where the provider sends the browser back to.
    let returnAddress: String
    let client: ProviderClient
    let now: @Sendable () -> Date

    /// `nil` when no provider is set up.
    init?(_ site: Site) {
        guard let provider = site.settings.identityProvider, let address = site.settings.address else { return nil }
        settings = provider
        returnAddress = address + Self.returnPath
        client = ProviderClient()
        now = site.now
    }

    /// The address to send the browser to, and what the session must keep until it comes back.
    ///
    /// - Parameter back: the path to show after signing in.
    func begin(back: String) async throws(SignInProblem) -> (address: String, pending: PendingSignIn) {
        let metadata = try await metadata()
        let pending = PendingSignIn(back: back, startedAt: now())
        let fields = [
            ("response_type", "code"), ("client_id", settings.clientID), ("redirect_uri", returnAddress),
            ("scope", "openid profile email"), ("state", pending.state), ("nonce", pending.nonce),
            ("code_challenge", pending.challenge), ("code_challenge_method", "S256"),
        ]
        let joint = metadata.authorizationEndpoint.contains("?") ? "&" : "?"
        return (metadata.authorizationEndpoint + joint + ProviderClient.encoded(fields), pending)
    }

    /// Who came back, once everything that the provider says has been checked.
    ///
    /// - Parameters:
    ///   - answer: the fields with which the browser came back.
    ///   - pending: what the session kept; the caller has already taken it away, so that it serves once.
    func finish(_ answer: Form, pending: PendingSignIn?) async throws(SignInProblem) -> ProviderPerson {
        guard let pending, pending.isFresh(at: now()) else { throw .stale }
        guard let state = answer["state"], Secrets.areEqual(state, pending.state) else { throw .otherState }
        if let error = answer["error"] { throw error == "access_denied" ? .denied : .refused(error) }
        let metadata = try await metadata()
        // RFC 9207: an answer of another provider is told apart from one of ours.
        if let issuer = answer["iss"], issuer != metadata.issuer { throw .otherIssuer }
        guard answer["iss"] != nil || !metadata.namesItselfInAnswers else { throw .otherIssuer }
        guard let code = answer["code"] else { throw .refused("no code") }
        let text = try await token(for: code, pending, metadata)
        let keys = ProviderKeys(try await client.json(at: metadata.keysEndpoint))
        let token = try await keys.verified(text)
        try token.check(issuer: metadata.issuer, client: settings.clientID, nonce: pending.nonce, at: now())
        guard let person = ProviderPerson(token, issuer: metadata.issuer, rolesClaim: settings.rolesClaim) else {
            throw .badToken("no subject")
        }
        return person
    }

    private func metadata() async throws(SignInProblem) -> ProviderMetadata {
        let base = settings.issuer.hasSuffix("/") ? String(settings.issuer.dropLast()) : settings.issuer
        let json = try await client.json(at: base + "/.well-known/openid-configuration")
        return try ProviderMetadata(json, issuer: settings.issuer)
    }

    /// Trades the code for an identity token.
    private func token(
        for code: String, _ pending: PendingSignIn, _ metadata: ProviderMetadata
    ) async throws(SignInProblem) -> String {
        var fields = [
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", returnAddress),
            ("client_id", settings.clientID), ("code_verifier", pending.verifier),
        ]
        var authorization: String?
        if let secret = try secret() {
            if metadata.takesSecretInHeader {
                authorization = ProviderClient.basic(settings.clientID, secret)
            } else {
                fields.append(("client_secret", secret))
            }
        }
        let json = try await client.json(posting: fields, to: metadata.tokenEndpoint, authorization: authorization)
        guard let text = json["id_token"]?.string else { throw .badToken("no identity token") }
        return text
    }

    private func secret() throws(SignInProblem) -> String? {
        guard let file = settings.clientSecretFile else { return nil }
        do {
            return try String(contentsOf: URL(filePath: file), encoding: .utf8).trimmed
        } catch { throw .noSecret }
    }
}

/// What the session keeps while somebody is at the provider.
struct PendingSignIn: Sendable, Hashable, Codable {
    /// How long somebody may take, in seconds.
    static let longestSeconds: Double = 600

    var state: String
    var nonce: String
    /// The secret of PKCE: only its hash went along.
    var verifier: String
    var back: String
    var startedAt: Double

    init(back: String, startedAt: Date) {
        state = Secrets.token(length: 40)
        nonce = Secrets.token(length: 40)
        verifier = Secrets.token(length: 64)
        self.back = back
        self.startedAt = startedAt.timeIntervalSince1970
    }

    init?(_ text: String?) {
        guard let text, let kept = try? JSONDecoder().decode(Self.self, from: Data(text.utf8)) else { return nil }
        self = kept
    }

    var text: String? { (try? JSONEncoder().encode(self)).map { String(decoding: $0, as: UTF8.self) } }

    /// SHA-256 of the verifier in base64url, as RFC 7636 asks.
    var challenge: String { Base64URL.text(SHA256.hash(data: Data(verifier.utf8))) }

    func isFresh(at moment: Date) -> Bool {
        (0...Self.longestSeconds).contains(moment.timeIntervalSince1970 - startedAt)
    }
}

/// Base64 with the letters that may stand in an address, without padding.
enum Base64URL {
    static func text(_ bytes: some Sequence<UInt8>) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        guard text.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "/") }) else { return nil }
        var plain = String(text).replacing("-", with: "+").replacing("_", with: "/")
        plain += String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4)
        return Data(base64Encoded: plain).map { [UInt8]($0) }
    }
}
