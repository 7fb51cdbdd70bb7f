import Foundation
internal import PolicyModel

/// Builds a house file by file and remembers where everything stands.
struct HouseAssembly {
    private var content: LoadedContent
    private var findings: [ContentFinding] = []
    private var validator: SchemaValidator
    private var houseEntries: [LoadedContent.Entry] = []
    private let decoder = ContentDecoder()

    init(folder: URL, schemas: SchemaSet) throws {
        validator = SchemaValidator(schemas: schemas)
        content = LoadedContent(folder: folder, house: try .placeholder())
    }

    /// Adds the records of a content file.
    mutating func add(_ file: String) {
        guard let root = read(file) else { return }
        guard let members = root.members else {
            return report(
                .error, file, root.mark, "expected a mapping, found \(root.value.words)",
                help: "a content file starts with a kind, such as `norms:`")
        }
        for member in members {
            guard let kind = ContentKind(rawValue: member.key) else {
                let kinds = ContentKind.allCases.map(\.rawValue)
                let all = "kinds are " + kinds.map { "`\($0)`" }.joined(separator: ", ")
                let help = NearMiss.help(member.key, among: kinds) ?? all
                report(.error, file, member.keyMark, "unknown kind `\(member.key)`", help: help)
                continue
            }
            add(member.node, kind: kind, file: file)
        }
    }

    private mutating func add(_ node: ContentNode, kind: ContentKind, file: String) {
        guard let schema = validator.schemas[kind] else {
            return report(.error, file, node.mark, "there is no schema for `\(kind.rawValue)`")
        }
        if kind == .house { return addHouse(LoadedContent.Entry(file: file, node: node), schema) }
        guard let items = node.items, let itemSchema = schema.items.first else {
            return report(.error, file, node.mark, "expected a list, found \(node.value.words)")
        }
        for item in items {
            if kind.hasIds, let id = item["id"]?.text { content.ids[kind, default: []].insert(id) }
            let violations = validator.violations(of: item, itemSchema)
            guard violations.isEmpty else {
                for found in violations { report(.error, file, found.mark, found.message, help: found.help) }
                continue
            }
            decode(LoadedContent.Entry(file: file, node: item), kind)
        }
    }

    private mutating func addHouse(_ entry: LoadedContent.Entry, _ schema: Schema) {
        houseEntries.append(entry)
        if houseEntries.count > 1 {
            let first = houseEntries[0]
            return report(
                .error, entry.file, entry.node.mark, "there is more than one `house`",
                help: "the first is in \(first.file):\(first.node.mark.line):\(first.node.mark.column)")
        }
        let violations = validator.violations(of: entry.node, schema)
        for found in violations { report(.error, entry.file, found.mark, found.message, help: found.help) }
        guard violations.isEmpty else { return }
        guard var house = decoded(PolicyHouse.self, entry) else { return }
        house.takeRecords(of: content.house)
        content.house = house
        content.entries[.house] = [entry]
    }

    private mutating func decode(_ entry: LoadedContent.Entry, _ kind: ContentKind) {
        switch kind {
        case .house: break
        case .documents: append(entry, kind, to: \.documents)
        case .norms: append(entry, kind, to: \.norms)
        case .designations: append(entry, kind, to: \.designations)
        case .layers: append(entry, kind, to: \.layers)
        case .activities: append(entry, kind, to: \.activities)
        case .properties: append(entry, kind, to: \.properties)
        case .functions: append(entry, kind, to: \.functions)
        case .terms: append(entry, kind, to: \.terms)
        case .goals: append(entry, kind, to: \.goals)
        case .roles: append(entry, kind, to: \.roles)
        case .frames: append(entry, kind, to: \.frames)
        case .useRankings: append(entry, kind, to: \.useRankings)
        case .placeLadders: append(entry, kind, to: \.placeLadders)
        case .labels: append(entry, kind, to: \.labels)
        case .contradictions: append(entry, kind, to: \.contradictions)
        case .agreements: append(entry, kind, to: \.agreements)
        case .contributions: append(entry, kind, to: \.contributions)
        case .inconsistencies: append(entry, kind, to: \.inconsistencies)
        case .signposts: append(entry, kind, to: \.signposts)
        case .figures: append(entry, kind, to: \.figures)
        case .issues: append(entry, kind, to: \.issues)
        case .programmes: append(entry, kind, to: \.programmes)
        case .instruments: append(entry, kind, to: \.instruments)
        case .indicators: append(entry, kind, to: \.indicators)
        case .cycle: append(entry, kind, to: \.cycle)
        }
    }

    private mutating func append<Value: Decodable>(
        _ entry: LoadedContent.Entry, _ kind: ContentKind, to list: WritableKeyPath<PolicyHouse, [Value]>
    ) {
        guard let value = decoded(Value.self, entry) else { return }
        content.house[keyPath: list].append(value)
        content.entries[kind, default: []].append(entry)
    }

    private mutating func decoded<Value: Decodable>(_ type: Value.Type, _ entry: LoadedContent.Entry) -> Value? {
        do {
            return try decoder.decode(type, from: entry.node)
        } catch let failure as ContentDecoder.Failure {
            report(.error, entry.file, failure.mark, failure.message)
        } catch {
            report(.error, entry.file, entry.node.mark, "cannot be read")
        }
        return nil
    }

    /// Adds the passages that were found in one document.
    mutating func addVerified(_ file: String) {
        guard let root = read(file) else { return }
        guard let document = root["document"]?.text, let passages = root["passages"]?.items else {
            return report(
                .error, file, root.mark, "expected the keys `document` and `passages`",
                help: "this file is written by `kompas check --sources DIR`")
        }
        content.house.verified[document, default: []] += passages.compactMap(\.text)
        content.verified[document] = LoadedContent.Verified(
            file: file, mark: (root["fileSha256"] ?? root).mark, fileSha256: root["fileSha256"]?.text)
    }

    private mutating func read(_ file: String) -> ContentNode? {
        guard let bytes = try? Data(contentsOf: content.folder.appending(path: file)) else {
            report(.error, file, .start, "the file cannot be read")
            return nil
        }
        do {
            return try YAMLReader.read(bytes)
        } catch let failure as YAMLReader.Failure {
            report(.error, file, failure.mark, failure.message, help: failure.help)
        } catch {
            report(.error, file, .start, "the file cannot be read")
        }
        return nil
    }

    /// Checks the whole and gives the result.
    consuming func finish() -> LoadResult {
        if houseEntries.isEmpty {
            report(
                .error, "house.yaml", .start, "there is no `house`", help: "say whose house it is under the key `house`"
            )
        }
        findings += IntegrityChecks.run(on: content)
        let house = content.entries[.house] == nil ? nil : content.house
        return LoadResult(house: house, findings: Set(findings).sorted())
    }

    private mutating func report(
        _ severity: ContentFinding.Severity, _ file: String, _ mark: ContentMark, _ message: String,
        help: String? = nil
    ) {
        findings.append(
            ContentFinding(
                severity, file: file, line: mark.line, column: mark.column, message: message, help: help))
    }
}
