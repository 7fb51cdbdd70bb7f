public import CanonicalJSON
public import PolicyModel

/// Everything that is said about an initiative, as one value. Every output is derived from it; nothing is computed again.
///
/// ## Topics
/// - What was asked: ``initiative``, ``asOf``
/// - What is there: ``place``, ``layers``
/// - What policy says: ``findings``, ``notApplied``, ``useRankings``, ``placeLadders``, ``notConsulted``
/// - What pulls, asks and follows: ``tensions``, ``triggers``, ``frames``, ``roles``, ``goals``, ``agreements``
public struct AssessmentReport: Sendable, Hashable {
    public static let schema = "kompas/assessment/1"

    public var receipt: Receipt
    public var asOf: PolicyDate
    public var notConsulted: [NotConsulted]
    public var initiative: InitiativeSummary
    public var place: PlaceSummary
    public var layers: [LayerSummary]
    public var findings: [ReportFinding]
    public var notApplied: [NotAppliedSummary]
    public var useRankings: [RankingSummary]
    public var placeLadders: [LadderSummary]
    public var tensions: [Tension]
    public var triggers: [TriggerResult]
    public var frames: [FrameSheet]
    public var roles: [RoleResult]
    public var goals: [GoalResult]
    public var agreements: [AgreementResult]
    public var participation: [ContributionResult]
    public var inconsistencies: [InconsistencyResult]
    public var counts: [String: Int]
    public var warnings: [String]
    public var plainLanguage: PlainLanguage
    /// What was asked, so that the report can be replayed.
    public var request: AssessmentRequest

    /// Whether a layer could not be read, so that the report is there but not whole.
    public var hasFailedLayer: Bool { layers.contains { $0.state == .failed } }

    /// The one text of the report by RFC 8785, with `resultHash` in the receipt.
    public internal(set) var canonicalJSON: [UInt8] = []

    /// The report as JSON, with `resultHash` as it stands in the receipt.
    public var json: JSONValue {
        [
            "agreements": .array(agreements.map(\.json)), "asOf": .string(asOf.description),
            "counts": .object(
                JSONObject(counts.sorted { $0.key < $1.key }.map { ($0.key, .number(Double($0.value))) })),
            "findings": .array(findings.map(\.json)), "frames": .array(frames.map(\.json)),
            "goals": .array(goals.map(\.json)), "inconsistencies": .array(inconsistencies.map(\.json)),
            "initiative": initiative.json, "layers": .array(layers.map(\.json)),
            "notApplied": .array(notApplied.map(\.json)), "notConsulted": .array(notConsulted.map(\.json)),
            "participation": .array(participation.map(\.json)), "place": place.json,
            "placeLadders": .array(placeLadders.map(\.json)), "plainLanguage": plainLanguage.json,
            "receipt": receipt.json, "request": request.json, "roles": .array(roles.map(\.json)),
            "schema": .string(Self.schema), "tensions": .array(tensions.map(\.json)),
            "triggers": .array(triggers.map(\.json)), "useRankings": .array(useRankings.map(\.json)),
            "warnings": .strings(warnings),
        ]
    }
}

/// What was asked: enough to run it again.
public struct AssessmentRequest: Sendable, Hashable {
    /// The GeoJSON as it was given.
    public var input: JSONValue
    /// CRS that overrides what the input says.
    public var crs: String?
    /// Whether demonstration layers were used.
    public var demo: Bool

    public init(input: JSONValue, crs: String? = nil, demo: Bool = false) {
        self.input = input
        self.crs = crs
        self.demo = demo
    }

    var json: JSONValue { ["crs": .optional(crs), "demo": .bool(demo), "input": input] }
}

/// With what a report was made: whoever has the same gets the same.
public struct Receipt: Sendable, Hashable {
    public var engine: String
    public var geos: String
    public var proj: String
    public var rdGrid: String?
    public var house: String
    public var houseHash: String
    public var normaliser: String?
    public var layerHashes: [String: String]
    public var inputHash: String
    /// SHA-256 of the canonical JSON of the report without this member.
    public var resultHash: String?

    var json: JSONValue {
        var object = JSONObject([
            ("engine", .string(engine)), ("geos", .string(geos)), ("proj", .string(proj)),
            ("rdGrid", .optional(rdGrid)),
            ("house", .string(house)), ("houseHash", .string(houseHash)), ("normaliser", .optional(normaliser)),
            (
                "layerHashes",
                .object(JSONObject(layerHashes.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) }))
            ),
            ("inputHash", .string(inputHash)),
        ])
        if let resultHash { object["resultHash"] = .string(resultHash) }
        return .object(object)
    }
}

/// A document that the policy points at and that was not read.
public struct NotConsulted: Sendable, Hashable {
    public enum Why: String, Sendable, Hashable { case notLoaded, notPublic }
    public var document: String
    public var title: String
    public var why: Why
    public var findings: [String]
    /// Chapters or subjects that the policy points at.
    public var chapters: [String]

    var json: JSONValue {
        [
            "chapters": .strings(chapters), "document": .string(document), "findings": .strings(findings),
            "title": .string(title), "why": .string(why.rawValue),
        ]
    }
}

/// The report in a few plain sentences, made from labels and summaries.
public struct PlainLanguage: Sendable, Hashable {
    public var short: String
    public var points: [String]
    var json: JSONValue { ["points": .strings(points), "short": .string(short)] }
}
