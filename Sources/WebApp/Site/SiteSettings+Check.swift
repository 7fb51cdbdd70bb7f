import Accounts

extension SiteSettings {
    /// What does not fit together, in Dutch; `nil` when all is well.
    var problem: String? {
        if let address, !ProviderAddress.isSafe(address) || address.hasSuffix("/") {
            return "`address` is een adres met https:// en zonder / aan het eind, zoals https://kompas.example.nl"
        }
        if let problem = retentionProblem ?? baseMap.problem { return problem }
        guard let provider = identityProvider else { return nil }
        if address == nil { return "bij `identityProvider` hoort ook `address`: daar komt wie zich aanmeldt terug" }
        if !ProviderAddress.isSafe(provider.issuer) { return "`identityProvider.issuer` is een adres met https://" }
        if provider.roles != nil, provider.rolesClaim == nil {
            return "bij `identityProvider.roles` hoort `rolesClaim`: de claim waarin de groepen staan"
        }
        let words = (provider.roles ?? [:]).values.flatMap(\.self)
        if let unknown = words.sorted().first(where: { Role(rawValue: $0) == nil }) {
            let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
            return "`\(unknown)` bij `identityProvider.roles` is geen rol; kies uit \(known)"
        }
        return nil
    }
}

extension SiteSettings.BaseMap {
    /// Checked also while it is off, so that switching it on cannot fail.
    var problem: String? {
        let numbers = ["{z}", "{x}", "{y}"]
        let address = numbers.reduce(tiles) { $0.replacing($1, with: "0") }
        guard ProviderAddress.isSafe(address), numbers.allSatisfy({ tiles.contains($0) }) else {
            return "`baseMap.tiles` is een adres met https:// waarin {z}, {x} en {y} staan"
        }
        return nil
    }
}
