public import Casework
public import Foundation
import Yams

/// What an organisation chooses for its own server: the file `instellingen.yaml` in the data folder, or the one that
/// `--settings` names. Everything has a sensible default.
public struct SiteSettings: Sendable, Hashable, Codable {
    /// Name of the organisation that runs the server; otherwise the authority of the house.
    public var organisation: String?
    /// The address that people know, such as `https://kompas.example.nl`; for links in documents and for sign-in.
    public var address: String?
    public var contact = Contact()
    public var identityProvider: IdentityProvider?
    public var baseMap = BaseMap()
    public var limits = Limits()
    public var maps = Maps()
    public var record = Record()
    /// How long texts of dossiers are kept, by kind of text; a kind that is left out keeps its usual rule.
    public var retention: [String: Retention] = [:]
    /// How many proxies stand before the server; so many addresses of `X-Forwarded-For` are believed.
    public var trustedProxies = 0

    /// Where people go with questions and remarks.
    public struct Contact: Sendable, Hashable, Codable {
        public var email: String?
        public var telephone: String?
        public var page: String?
        public init() {}
    }

    /// Sign-in through OpenID Connect.
    public struct IdentityProvider: Sendable, Hashable, Codable {
        public var title: String
        public var issuer: String
        public var clientID: String
        /// A file that holds the secret and nothing else.
        public var clientSecretFile: String?
        /// The claim that names groups, such as `groups` or `realm_access.roles`, and the roles that each group gives.
        public var rolesClaim: String?
        public var roles: [String: [String]]?
        public init(title: String, issuer: String, clientID: String) {
            self.title = title
            self.issuer = issuer
            self.clientID = clientID
        }
    }

    /// A topographic map behind the layers, fetched by the server itself.
    public struct BaseMap: Sendable, Hashable, Codable {
        public var isOn = false
        /// Address of a tile with `{z}`, `{x}` and `{y}` in the Dutch tile matrix set.
        public var tiles = "https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/grijs/EPSG:28992/{z}/{x}/{y}.png"
        public var attribution = "Kaartgegevens: Kadaster (PDOK), CC BY 4.0"
        public init() {}
    }

    /// Maps of where something fits.
    public struct Maps: Sendable, Hashable, Codable {
        /// Planes of all activities are made after the start, before anybody asks.
        public var isPrepared = true
        /// Memory for maps, about.
        public var memoryMegabytes = 180
        public init() {}
    }

    /// What one visitor may ask.
    public struct Limits: Sendable, Hashable, Codable {
        /// Pages that cost work, a second.
        public var pagesPerSecond = 100.0
        /// Forms sent, a minute.
        public var formsPerMinute = 240.0
        /// Files sent, an hour.
        public var uploadsPerHour = 120.0
        /// Visitors without an account that begin a session, an hour.
        public var sessionsPerHour = 600.0
        /// Bytes of one file.
        public var uploadBytes = 20_000_000
        public init() {}
    }

    public init() {}

    /// Reads a file; every key that is not known or has the wrong form is told.
    public static func read(_ file: URL) throws(SettingsProblem) -> SiteSettings {
        let text: String
        do { text = try String(contentsOf: file, encoding: .utf8) } catch {
            throw SettingsProblem(file: file.path, message: "het bestand is niet te lezen")
        }
        do {
            let tree = try Yams.load(yaml: text)
            let unknown = SettingsKeys.unknown(in: tree)
            guard unknown.isEmpty else {
                let names = unknown.map { "`\($0)`" }.joined(separator: ", ")
                throw SettingsProblem(
                    file: file.path, message: "onbekende instelling: \(names); docs/operations.md noemt ze alle")
            }
            if tree == nil { return SiteSettings() }
            let settings = try YAMLDecoder().decode(SiteSettings.self, from: text)
            if let problem = settings.problem { throw SettingsProblem(file: file.path, message: problem) }
            return settings
        } catch let problem as SettingsProblem {
            throw problem
        } catch let DecodingError.typeMismatch(_, context), let DecodingError.dataCorrupted(context),
            let DecodingError.keyNotFound(_, context), let DecodingError.valueNotFound(_, context)
        {
            let path = context.codingPath.map(\.stringValue).joined(separator: ".")
            throw SettingsProblem(file: file.path, message: "bij `\(path)` staat niet wat er moet staan")
        } catch {
            throw SettingsProblem(file: file.path, message: "dit is geen YAML: \(error)")
        }
    }
}

/// A file with settings that cannot be used.
public struct SettingsProblem: Error, Sendable, Hashable {
    public var file: String
    public var message: String
}

/// The keys that the file may hold.
private enum SettingsKeys {
    static let known: [String: Set<String>] = [
        "": [
            "organisation", "address", "contact", "identityProvider", "baseMap", "limits", "trustedProxies", "record",
            "retention", "maps",
        ],
        "contact": ["email", "telephone", "page"],
        "identityProvider": ["title", "issuer", "clientID", "clientSecretFile", "rolesClaim", "roles"],
        "maps": ["isPrepared", "memoryMegabytes"],
        "baseMap": ["isOn", "tiles", "attribution"],
        "record": ["legalCharacter", "decidedBy", "mandate", "remedies"],
        "limits": ["pagesPerSecond", "formsPerMinute", "uploadsPerHour", "sessionsPerHour", "uploadBytes"],
    ]

    static func unknown(in tree: Any?) -> [String] {
        guard let root = tree as? [String: Any] else { return [] }
        var unknown = root.keys.filter { known[""]?.contains($0) != true }
        for (group, keys) in known where !group.isEmpty {
            guard let members = root[group] as? [String: Any] else { continue }
            unknown += members.keys.filter { !keys.contains($0) }.map { "\(group).\($0)" }
        }
        return unknown.sorted()
    }
}

extension SiteSettings {
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        organisation = try values.decodeIfPresent(String.self, forKey: .organisation)
        address = try values.decodeIfPresent(String.self, forKey: .address)
        contact = try values.decodeIfPresent(Contact.self, forKey: .contact) ?? Contact()
        identityProvider = try values.decodeIfPresent(IdentityProvider.self, forKey: .identityProvider)
        baseMap = try values.decodeIfPresent(BaseMap.self, forKey: .baseMap) ?? BaseMap()
        limits = try values.decodeIfPresent(Limits.self, forKey: .limits) ?? Limits()
        maps = try values.decodeIfPresent(Maps.self, forKey: .maps) ?? Maps()
        trustedProxies = try values.decodeIfPresent(Int.self, forKey: .trustedProxies) ?? 0
        record = try values.decodeIfPresent(Record.self, forKey: .record) ?? Record()
        retention = try values.decodeIfPresent([String: Retention].self, forKey: .retention) ?? [:]
    }
}

extension SiteSettings.BaseMap {
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init()
        isOn = try values.decodeIfPresent(Bool.self, forKey: .isOn) ?? isOn
        tiles = try values.decodeIfPresent(String.self, forKey: .tiles) ?? tiles
        attribution = try values.decodeIfPresent(String.self, forKey: .attribution) ?? attribution
    }
}

extension SiteSettings.Maps {
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init()
        isPrepared = try values.decodeIfPresent(Bool.self, forKey: .isPrepared) ?? isPrepared
        memoryMegabytes = try values.decodeIfPresent(Int.self, forKey: .memoryMegabytes) ?? memoryMegabytes
    }
}

extension SiteSettings.Limits {
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init()
        pagesPerSecond = try values.decodeIfPresent(Double.self, forKey: .pagesPerSecond) ?? pagesPerSecond
        formsPerMinute = try values.decodeIfPresent(Double.self, forKey: .formsPerMinute) ?? formsPerMinute
        uploadsPerHour = try values.decodeIfPresent(Double.self, forKey: .uploadsPerHour) ?? uploadsPerHour
        sessionsPerHour = try values.decodeIfPresent(Double.self, forKey: .sessionsPerHour) ?? sessionsPerHour
        uploadBytes = try values.decodeIfPresent(Int.self, forKey: .uploadBytes) ?? uploadBytes
    }
}
