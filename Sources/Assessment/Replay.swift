public import CanonicalJSON
public import PolicyModel

/// What came of making a report again.
public enum ReplayOutcome: Sendable, Hashable {
    /// The same to the byte.
    case identical
    /// The same but for the versions of engine and libraries.
    case identicalUnderOtherEngine
    /// JSON pointers to what differs, sorted; at most a hundred.
    case differs([String])

    public var word: String {
        switch self {
        case .identical: "identical"
        case .identicalUnderOtherEngine: "identical-under-other-engine"
        case .differs: "differs"
        }
    }
}

/// Why a file cannot be replayed.
public struct ReplayRefused: Error, Sendable, Hashable {
    public var message: String
}

/// Makes a report again from the request that it carries and compares the two.
public struct Replay: Sendable {
    let assessor: Assessor

    public init(assessor: Assessor) { self.assessor = assessor }

    /// The report itself, or the one that a published record carries.
    public static func report(in json: JSONValue) -> JSONValue {
        guard let carried = json["report"], carried["schema"]?.string == AssessmentReport.schema else { return json }
        return carried
    }

    /// The request and the day that a report carries.
    public static func request(of report: JSONValue) throws(ReplayRefused) -> (
        request: AssessmentRequest, on: PolicyDate
    ) {
        guard report["schema"]?.string == AssessmentReport.schema else {
            throw ReplayRefused(message: "dit is geen rapport van het schema \(AssessmentReport.schema)")
        }
        guard let input = report["request"]?["input"], let demo = report["request"]?["demo"]?.bool,
            let day = report["asOf"]?.string.flatMap({ PolicyDate($0) })
        else {
            throw ReplayRefused(message: "het rapport draagt niet meer bij zich wat er gevraagd is (`request`, `asOf`)")
        }
        return (AssessmentRequest(input: input, crs: report["request"]?["crs"]?.string, demo: demo), day)
    }

    public func compare(_ report: JSONValue) throws -> ReplayOutcome {
        let (request, day) = try Self.request(of: report)
        let remade = try assessor.assess(request, on: day)
        if try remade.canonicalJSON == report.canonical() { return .identical }
        let again = remade.json
        let differences = Self.differences(report, again, at: "")
        // The hash follows from the rest, so alone it says nothing.
        let versions: Set<String> = ["/receipt/engine", "/receipt/geos", "/receipt/proj", "/receipt/normaliser"]
        let telling = differences.filter { $0 != "/receipt/resultHash" && !versions.contains($0) }
        if telling.isEmpty, !differences.filter(versions.contains).isEmpty { return .identicalUnderOtherEngine }
        return .differs(Array(telling.isEmpty ? differences.prefix(100) : telling.prefix(100)))
    }

    private static func differences(_ left: JSONValue, _ right: JSONValue, at pointer: String) -> [String] {
        switch (left, right) {
        case (.object(let left), .object(let right)):
            return Set(left.keys).union(right.keys).sorted().flatMap { key -> [String] in
                let place = JSONPointer.appending(key, to: pointer)
                guard let old = left[key], let new = right[key] else { return [place] }
                return differences(old, new, at: place)
            }
        case (.array(let left), .array(let right)) where left.count == right.count:
            return zip(left, right).enumerated().flatMap { position, pair in
                differences(pair.0, pair.1, at: JSONPointer.appending(position, to: pointer))
            }
        default: return left == right ? [] : [pointer]
        }
    }
}
