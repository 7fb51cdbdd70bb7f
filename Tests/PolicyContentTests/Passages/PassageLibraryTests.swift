import Foundation
import PolicyContent
import PolicyModel
import Testing

@Suite("The texts of documents at hand")
struct PassageLibraryTests {
    private static let texts = HouseFixtures.testHouse.appending(path: "texts")
    private static let hash = "61af3bd5453c9555351da3c8a2da412fdb49256a75f4a0df491e292d97e8bc70"

    private func reference(
        _ document: String = "havenbrief", _ path: String = "1", _ starts: String = "Wie een steiger",
        sha256: String? = hash
    ) throws -> SourceReference {
        let sha256 = sha256.map { ", \"sha256\": \"\($0)\"" } ?? ""
        let json = """
            {"document": "\(document)", "path": ["\(path)"],
             "passage": {"unit": "sentence", "starts": "\(starts)"\(sha256)}}
            """
        return try JSONDecoder().decode(SourceReference.self, from: Data(json.utf8))
    }

    @Test("The words behind a reference are found, with or without a hash in the reference")
    func found() throws {
        let library = PassageLibrary(house: HouseFixtures.testHouse, sources: Self.texts)
        let words = "Wie een steiger bouwt, meldt dat bij de havendienst."
        #expect(try library.text(of: reference()) == words)
        #expect(try library.text(of: reference(sha256: nil)) == words)
        guard case .found(let passage) = try library.reading(of: reference()) else {
            Issue.record("not found")
            return
        }
        #expect(passage.path == ["1"])
        #expect(passage.lines == 5...5)
    }

    @Test("A passage that is not there, or is another than the reference claims, is not shown")
    func notInText() throws {
        let library = PassageLibrary(house: HouseFixtures.testHouse, sources: Self.texts)
        #expect(try library.reading(of: reference("havenbrief", "1", "Wie een zwembad")) == .notInText)
        #expect(try library.reading(of: reference("havenbrief", "7")) == .notInText)
        let other = String(repeating: "0", count: 64)
        #expect(try library.reading(of: reference(sha256: other)) == .notInText)
        #expect(try library.text(of: reference(sha256: other)) == nil)
    }

    @Test("A text that differs by one letter from the one that was reviewed is refused as a whole")
    func notReviewed() throws {
        try HouseFixtures.withCopy { house in
            let file = house.appending(path: "texts/havenbrief.txt")
            let text = try String(contentsOf: file, encoding: .utf8)
            try Data(text.replacing("De stad legt", with: "De stad legde").utf8).write(to: file)
            let library = PassageLibrary(house: house, sources: house.appending(path: "texts"))
            #expect(try library.reading(of: reference()) == .refused(.notReviewed(file: "havenbrief.txt")))
        }
    }

    @Test("A document without an outline or without a text is refused")
    func noText() throws {
        let library = PassageLibrary(house: HouseFixtures.testHouse, sources: Self.texts)
        #expect(try library.reading(of: reference("keur")) == .refused(.noText))
        let empty = PassageLibrary(house: HouseFixtures.testHouse, sources: HouseFixtures.schemas)
        #expect(try empty.reading(of: reference()) == .refused(.noText))
        let nowhere = PassageLibrary(house: URL(filePath: "/nowhere"), sources: URL(filePath: "/nowhere/texts"))
        #expect(try nowhere.reading(of: reference()) == .refused(.noText))
    }

    @Test("A document is told to be refused, or not, without asking for a passage")
    func refusal() throws {
        let library = PassageLibrary(house: HouseFixtures.testHouse, sources: Self.texts)
        #expect(library.isOpen)
        #expect(library.refusal(of: "havenbrief") == nil)
        #expect(library.refusal(of: "keur") == .noText)
    }

    @Test("Without a folder of texts nothing can be shown")
    func closed() throws {
        let library = PassageLibrary(house: HouseFixtures.testHouse, sources: nil)
        #expect(!library.isOpen)
        #expect(try library.reading(of: reference()) == .refused(.noText))
        #expect(library.refusal(of: "havenbrief") == .noText)
    }

    @Test("A text is read once: what happens to the file afterwards changes no answer")
    func readOnce() throws {
        try HouseFixtures.withCopy { house in
            let library = PassageLibrary(house: house, sources: house.appending(path: "texts"))
            let before = try library.text(of: reference())
            try FileManager.default.removeItem(at: house.appending(path: "texts/havenbrief.txt"))
            #expect(try library.text(of: reference()) == before)
            let other = try reference("havenbrief", "2", "De schippers houden", sha256: nil)
            #expect(library.text(of: other) == "De schippers houden de vaarweg vrij.")
        }
    }

    @Test("Many readers at once get the same answers")
    func concurrent() async throws {
        let library = PassageLibrary(house: HouseFixtures.testHouse, sources: Self.texts)
        let right = try reference()
        let wrong = try reference("waterplan", "9")
        let answers = await withTaskGroup(of: [PassageReading].self) { group in
            for _ in 0..<32 {
                group.addTask { [library.reading(of: right), library.reading(of: wrong)] }
            }
            return await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(answers.count == 1)
        #expect(answers.first?.last == .notInText)
    }
}
