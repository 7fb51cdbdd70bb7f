internal import Yams

/// Finds every source reference in a YAML text: each mapping with the keys `document`, `path` and `passage`.
///
/// Looks at the shape only, so that it also finds references in kinds of content that it does not know.
public enum ReferenceScan {
    /// The references in the order of the text. Throws the YAML error of a text that cannot be read.
    public static func references(in yaml: String, file: String) throws -> [LocatedReference] {
        let parser = try Parser(yaml: yaml, resolver: .basic, encoding: .utf8)
        return try withExtendedLifetime(parser) {
            var result: [LocatedReference] = []
            while let root = try parser.nextRoot() { collect(root, file: file, into: &result) }
            return result
        }
    }

    private static func collect(
        _ node: Node, file: String, isEvidence: Bool = false, into result: inout [LocatedReference]
    ) {
        switch node {
        case .mapping(let mapping):
            if var reference = reference(mapping, file: file) {
                reference.isEvidence = isEvidence
                result.append(reference)
            }
            for (key, value) in mapping {
                let inEvidence = isEvidence || key.scalar?.string == "evidence"
                collect(value, file: file, isEvidence: inEvidence, into: &result)
            }
        case .sequence(let sequence):
            for value in sequence { collect(value, file: file, isEvidence: isEvidence, into: &result) }
        case .scalar, .alias: break
        }
    }

    private static func reference(_ mapping: Node.Mapping, file: String) -> LocatedReference? {
        guard let document = mapping["document"]?.scalar?.string, let path = mapping["path"],
            let passage = mapping["passage"], let fields = passage.mapping
        else { return nil }
        let steps = path.sequence.map { $0.compactMap { $0.scalar?.string } } ?? path.scalar.map { [$0.string] } ?? []
        let line = mapping.mark?.line ?? 1
        let column = mapping.mark?.column ?? 1
        return LocatedReference(
            document: document, path: steps, unit: fields["unit"]?.scalar?.string ?? "",
            starts: fields["starts"]?.scalar?.string ?? "", nth: fields["nth"]?.scalar.flatMap { Int($0.string) },
            sha256: fields["sha256"]?.scalar?.string, file: file, line: line, column: column,
            passageLine: fields.mark?.line ?? line, passageColumn: fields.mark?.column ?? column)
    }
}
