public import CanonicalJSON

/// Why an uploaded file is not taken in: one thing, and what to do about it, in plain Dutch.
public struct IntakeRefused: Error, Sendable, Hashable {
    /// What is wrong; stable, for programs and tests.
    public enum Code: String, Sendable, Hashable, Codable, CaseIterable {
        case empty
        case tooLarge = "too-large"
        /// Something that is no map at all, or one that is not read.
        case wrongKind = "wrong-kind"
        /// Of a kind that is read, but broken.
        case broken
        case archiveTricks = "archive-tricks"
        case archiveTooLarge = "archive-too-large"
        case archiveEncrypted = "archive-encrypted"
        case archiveNested = "archive-nested"
        /// Nothing in it that can be read, or only half of a shapefile.
        case archiveContents = "archive-contents"
        case unsafeXML = "unsafe-xml"
        case noCRS = "no-crs"
        case unknownCRS = "unknown-crs"
        /// Coordinates that cannot be what the file says they are.
        case wrongCoordinates = "wrong-coordinates"
        case noGeometry = "no-geometry"
        case invalidGeometry = "invalid-geometry"
        /// Of a kind that is not worked with: a collection, a body in three dimensions.
        case wrongGeometry = "wrong-geometry"
        case tooManyFeatures = "too-many-features"
        case tooManyVertices = "too-many-vertices"
        case severalLayers = "several-layers"
        case unknownLayer = "unknown-layer"
        /// Reading was stopped by a limit of time or memory.
        case tooHeavy = "too-heavy"
        case busy
        /// Nothing is wrong with the file: this installation cannot read it.
        case unavailable
    }

    public var code: Code
    /// What is wrong: a sentence.
    public var message: String
    /// What to do: a sentence or two.
    public var help: String
    /// The layers to choose from, for ``Code/severalLayers`` and ``Code/unknownLayer``.
    public var layers: [String]

    public init(_ code: Code, _ message: String, help: String, layers: [String] = []) {
        self.code = code
        self.message = message
        self.help = help
        self.layers = layers
    }

    /// Both sentences.
    public var text: String { message + " " + help }
}

extension IntakeRefused {
    public var json: JSONValue {
        [
            "code": .string(code.rawValue), "help": .string(help), "layers": .array(layers.map(JSONValue.string)),
            "message": .string(message),
        ]
    }

    /// Reads what ``json`` wrote.
    public init?(_ json: JSONValue) {
        guard let code = json["code"]?.string.flatMap(Code.init(rawValue:)), let message = json["message"]?.string,
            let help = json["help"]?.string, let layers = json["layers"]?.array
        else { return nil }
        self.init(code, message, help: help, layers: layers.compactMap(\.string))
    }
}

extension IntakeRefused {
    /// What is read, as a sentence.
    public static let kinds = "Kompas leest GeoJSON, GeoPackage, een gezipte Shapefile, GML en FlatGeobuf."

    /// The file was read by a program that a limit, or a fault, stopped.
    public static let tooHeavy = IntakeRefused(
        .tooHeavy, "Het lezen van dit bestand duurt te lang of kost te veel geheugen.",
        help: "Bewaar alleen het plangebied, of vereenvoudig de lijnen, en probeer het opnieuw.")

    static func broken(_ what: String) -> IntakeRefused {
        IntakeRefused(
            .broken, "Dit bestand is beschadigd: \(what).",
            help: "Bewaar het opnieuw vanuit uw kaartprogramma en probeer het nog eens.")
    }
}
