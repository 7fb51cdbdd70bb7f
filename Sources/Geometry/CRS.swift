/// The coordinate reference systems that Kompas reads and writes. It computes in ``rd`` only.
public enum CRS: String, Sendable, Hashable, Codable, CaseIterable {
    /// RD New, EPSG:28992: metres, x then y.
    case rd = "EPSG:28992"
    /// WGS 84 as GeoJSON has it, OGC:CRS84: degrees, longitude then latitude. Equal to ETRS89 within what it promises.
    case crs84 = "OGC:CRS84"
    /// ETRS89, EPSG:4258: degrees, latitude then longitude.
    case etrs89 = "EPSG:4258"
    /// ETRF2000, EPSG:9067, the realisation of ETRS89 that the Netherlands uses: degrees, latitude then longitude.
    case etrf2000 = "EPSG:9067"

    /// Reads `EPSG:28992`, `http://www.opengis.net/def/crs/EPSG/0/28992` (any version of the register, also with https
    /// or between angle brackets) and `urn:ogc:def:crs:EPSG::28992`. `nil` for what is not known.
    public init?(parsing text: String) {
        var text = text.lowercased()
        if text.hasPrefix("<"), text.hasSuffix(">") { text = String(text.dropFirst().dropLast()) }
        let parts: [Substring]
        if let path = ["http://", "https://"].lazy.compactMap({
            Self.rest(of: text, after: $0 + "www.opengis.net/def/crs/")
        })
        .first {
            parts = path.split(separator: "/", omittingEmptySubsequences: false)
        } else if let name = Self.rest(of: text, after: "urn:ogc:def:crs:") {
            parts = name.split(separator: ":", omittingEmptySubsequences: false)
        } else {
            parts = text.split(separator: ":", omittingEmptySubsequences: false)
        }
        guard let register = parts.first, let code = parts.last, (2...3).contains(parts.count) else { return nil }
        switch (register, code) {
        case ("epsg", "28992"): self = .rd
        case ("epsg", "4258"): self = .etrs89
        case ("epsg", "9067"): self = .etrf2000
        case ("ogc", "crs84"): self = .crs84
        default: return nil
        }
    }

    private static func rest(of text: String, after prefix: String) -> Substring? {
        text.hasPrefix(prefix) ? text.dropFirst(prefix.count) : nil
    }

    /// The address by which OGC standards name it.
    public var uri: String {
        switch self {
        case .rd: "http://www.opengis.net/def/crs/EPSG/0/28992"
        case .crs84: "http://www.opengis.net/def/crs/OGC/1.3/CRS84"
        case .etrs89: "http://www.opengis.net/def/crs/EPSG/0/4258"
        case .etrf2000: "http://www.opengis.net/def/crs/EPSG/0/9067"
        }
    }

    /// Whether latitude comes before longitude.
    public var isLatitudeFirst: Bool { self == .etrs89 || self == .etrf2000 }

    /// The values that a first and a second coordinate may have: the Netherlands with its part of the North Sea.
    public var range: (first: ClosedRange<Double>, second: ClosedRange<Double>) {
        switch self {
        case .rd: (-150_000...400_000, 250_000...900_000)
        case .crs84: (2...8, 50...56)
        case .etrs89, .etrf2000: (50...56, 2...8)
        }
    }

    /// Decimals with which coordinates are written: a tenth of a millimetre.
    var decimals: Int { self == .rd ? 4 : 9 }
}
