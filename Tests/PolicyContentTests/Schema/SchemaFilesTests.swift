import Foundation
import PolicyModel
import Testing

@testable import PolicyContent

@Suite("The schema files")
struct SchemaFilesTests {
    private func file(_ name: String) throws -> ContentNode {
        let bytes = try Data(contentsOf: HouseFixtures.schemas.appending(path: name))
        return try #require(try YAMLReader.read(bytes))
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: HouseFixtures.schemas.path).sorted()
    }

    @Test("there is one for each kind, and one for a file of all kinds")
    func onePerKind() throws {
        let kinds = ContentKind.allCases.map { "\($0.rawValue).schema.json" }
        #expect(
            Set(try names())
                == Set(
                    kinds + [
                        "common.schema.json", "content.schema.json", "ledger.schema.json", "scenarios.schema.json",
                    ]))
        let root = try file("content.schema.json")
        #expect(Set(root["properties"]?.members?.map(\.key) ?? []) == Set(ContentKind.allCases.map(\.rawValue)))
    }

    @Test("every reference leads to a definition")
    func references() throws {
        let common = Set(try file("common.schema.json")["$defs"]?.members?.map(\.key) ?? [])
        func check(_ node: ContentNode, in name: String) throws {
            for item in node.items ?? [] { try check(item, in: name) }
            for member in node.members ?? [] {
                if member.key == "$ref", let reference = member.node.text {
                    if let local = reference.split(separator: "/").last, reference.contains("#/$defs/") {
                        let isOwn = reference.hasPrefix("#")
                        let own = Set(try file(name)["$defs"]?.members?.map(\.key) ?? [])
                        #expect(isOwn || reference.hasPrefix("common.schema.json#"), "\(name): \(reference)")
                        #expect((isOwn ? own : common).contains(String(local)), "\(name): \(reference)")
                    } else {
                        #expect(try names().contains(reference), "\(name): \(reference)")
                    }
                }
                try check(member.node, in: name)
            }
        }
        for name in try names() { try check(try file(name), in: name) }
    }

    @Test("enumerations are those of the policy model")
    func enumerations() throws {
        let definitions = try #require(try file("common.schema.json")["$defs"])
        func values(_ name: String) -> [String] { definitions[name]?["enum"]?.items?.compactMap(\.text) ?? [] }
        #expect(values("effect") == Effect.allCases.map(\.rawValue))
        #expect(values("change") == ChangeKind.allCases.map(\.rawValue))
        #expect(values("phase") == Phase.allCases.map(\.rawValue))
        #expect(values("comparison") == Comparison.allCases.map(\.rawValue))
        #expect(values("force") == BindingForce.allCases.map(\.rawValue))
        #expect(values("status") == DocumentStatus.allCases.map(\.rawValue))
        let units = definitions["passage"]?["properties"]?["unit"]?["enum"]?.items?.compactMap(\.text)
        #expect(units == PassageUnit.allCases.map(\.rawValue))
    }
}
