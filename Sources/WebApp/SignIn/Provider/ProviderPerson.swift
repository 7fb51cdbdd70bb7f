import CanonicalJSON

/// Somebody as a provider describes them.
struct ProviderPerson: Sendable, Hashable {
    var issuer: String
    /// How the provider calls this person, for good.
    var subject: String
    var login: String
    var displayName: String
    /// The groups that the claim of the settings names; `nil` when no claim is asked for.
    var groups: [String]?

    init?(_ token: IdentityToken, issuer: String, rolesClaim: String?) {
        let claims = token.claims
        guard let subject = claims["sub"]?.string, (1...255).contains(subject.utf8.count) else { return nil }
        self.issuer = issuer
        self.subject = subject
        login = Self.text(claims, ["preferred_username", "email", "upn"]) ?? subject
        displayName = Self.text(claims, ["name", "given_name", "preferred_username", "email"]) ?? login
        groups = rolesClaim.map { name in
            let value = claims[name] ?? Self.nested(name, in: claims)
            return value?.array?.compactMap(\.string) ?? [value?.string].compactMap(\.self)
        }
    }

    /// The first of these claims that says something, without what does not belong in a name.
    private static func text(_ claims: JSONValue, _ names: [String]) -> String? {
        for name in names {
            guard let text = claims[name]?.string else { continue }
            let plain = String(
                text.unicodeScalars.filter { $0.properties.generalCategory != .control }.map(Character.init))
            if !plain.trimmed.isEmpty { return String(plain.trimmed.prefix(200)) }
        }
        return nil
    }

    /// A claim within others, as in `realm_access.roles`.
    private static func nested(_ name: String, in claims: JSONValue) -> JSONValue? {
        name.split(separator: ".").reduce(claims as JSONValue?) { $0?[String($1)] }
    }
}
