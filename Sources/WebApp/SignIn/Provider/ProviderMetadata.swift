import CanonicalJSON

/// What a provider tells of itself (OpenID Connect Discovery 1.0).
struct ProviderMetadata: Sendable, Hashable {
    var issuer: String
    var authorizationEndpoint: String
    var tokenEndpoint: String
    var keysEndpoint: String
    /// The secret of the client goes into a header, as is usual, or else into the form.
    var takesSecretInHeader: Bool
    /// Answers to the browser carry `iss` (RFC 9207).
    var namesItselfInAnswers: Bool

    /// - Parameter issuer: what the settings say; the provider must call itself exactly that.
    init(_ json: JSONValue, issuer expected: String) throws(SignInProblem) {
        guard let issuer = json["issuer"]?.string, issuer == expected else { throw .badMetadata("other issuer") }
        self.issuer = issuer
        authorizationEndpoint = try Self.address("authorization_endpoint", json)
        tokenEndpoint = try Self.address("token_endpoint", json)
        keysEndpoint = try Self.address("jwks_uri", json)
        let methods = json["token_endpoint_auth_methods_supported"]?.array?.compactMap(\.string)
        takesSecretInHeader = methods?.contains("client_secret_basic") ?? true
        namesItselfInAnswers = json["authorization_response_iss_parameter_supported"]?.bool == true
        if let challenges = json["code_challenge_methods_supported"]?.array?.compactMap(\.string),
            !challenges.contains("S256")
        {
            throw .badMetadata("no S256")
        }
    }

    private static func address(_ name: String, _ json: JSONValue) throws(SignInProblem) -> String {
        guard let address = json[name]?.string, ProviderAddress.isSafe(address) else { throw .badMetadata(name) }
        return address
    }
}
