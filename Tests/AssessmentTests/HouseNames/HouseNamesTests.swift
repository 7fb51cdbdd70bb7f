import Foundation
import KompasTesting
import PolicyContent
import PolicyModel
import Testing

@Suite("The engine names no house")
struct HouseNamesTests {
    private static let content = PackageRoot.url("content")

    private static func ordinary() throws -> Set<String> {
        let text = try String(contentsOf: PackageRoot.url("Tests/Fixtures/ordinary-words.txt"), encoding: .utf8)
        return Set(text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") })
    }

    /// The names of every house in `content`.
    private static func names() throws -> [String] {
        let folders = try FileManager.default.contentsOfDirectory(atPath: content.path).sorted()
            .map { content.appending(path: $0) }
            .filter { FileManager.default.fileExists(atPath: $0.appending(path: "house.yaml").path) }
        return try folders.flatMap { folder in
            let house = try #require(HouseLoader(folder: folder).load().house)
            return try HouseNames.names(of: house, folder: folder)
        }
    }

    private static func sources() throws -> [URL] {
        let folder = PackageRoot.url("Sources").resolvingSymlinksInPath()
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        return paths.filter { $0.hasSuffix(".swift") }.sorted().map { folder.appending(path: $0) }
    }

    @Test("No source file holds a name of a house")
    func sources() throws {
        let names = HouseNames(try Self.names(), ordinary: try Self.ordinary())
        let files = try Self.sources()
        #expect(names.count > 300)
        #expect(files.count > 150)
        let found = try files.flatMap { file in
            names.found(in: try String(contentsOf: file, encoding: .utf8)).map { "\(file.lastPathComponent): \($0)" }
        }
        #expect(found == [])
    }

    @Test("A name that is added to a source file is found")
    func foundWhenAdded() throws {
        let names = HouseNames(try Self.names(), ordinary: try Self.ordinary())
        let file = try #require(Self.sources().first)
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(names.found(in: text + "\n/// Only in Drenthe.\n") == ["Drenthe"])
        #expect(names.found(in: text + "\nlet layer = \"natura2000\"\n") == ["natura2000"])
        #expect(names.found(in: text + "\n// As for De Haar.\n") == ["De Haar"])
        #expect(names.found(in: text + "\n// drentheland, Drenthes\n") == [])
    }

    @Test("Every ordinary word is the name of something, so that the list stays short")
    func ordinaryWordsAreUsed() throws {
        let names = Set(try Self.names())
        #expect(try Self.ordinary().subtracting(names).sorted() == [])
    }

    @Test("Names of more than one word are found whole, whatever stands between the words")
    func words() {
        let names = HouseNames(["Nieuw-Water", "Oud Water", "Meer"], ordinary: ["Meer"])
        #expect(names.found(in: "let place = \"Nieuw-Water\"") == ["Nieuw Water"])
        #expect(names.found(in: "Oud of Nieuw, en Water en Meer") == [])
        #expect(names.found(in: "(Oud Water)") == ["Oud Water"])
    }
}
