import Foundation
import KompasTesting
import PolicyContent
import PolicyModel
import Testing

@Suite("A house with something wrong in it")
struct BrokenHouseTests {
    @Test("says exactly what is wrong and where", arguments: BrokenFile.all)
    func saysWhatIsWrong(_ broken: BrokenFile) throws {
        let found = try HouseFixtures.withCopy { house in
            for file in broken.leftOut { try FileManager.default.removeItem(at: house.appending(path: file)) }
            try Data(broken.text.utf8).write(to: house.appending(path: BrokenFile.placedAs))
            return HouseLoader(folder: house, schemas: HouseFixtures.schemas).load().findings.map(\.description)
        }
        #expect(!broken.expected.isEmpty)
        #expect(found == broken.expected)
    }

    @Test("there are broken files to test with")
    func brokenFilesAreFound() {
        #expect(BrokenFile.all.count >= 60)
    }

    @Test("a folder without content is one finding and no house")
    func emptyFolder() throws {
        try TemporaryFolder.use { folder in
            let result = HouseLoader(folder: folder).load()
            #expect(result.house == nil)
            #expect(
                result.findings.map(\.description) == [
                    "house.yaml:1:1: error: no content in `\(folder.path)`\n  help: a house is a folder with a `house.yaml`"
                ])
        }
    }

    @Test("a file that is not UTF-8 is one finding among the others")
    func notText() throws {
        try HouseFixtures.withCopy { house in
            try Data([0x61, 0xFF, 0x0A]).write(to: house.appending(path: "bytes.yaml"))
            let result = HouseLoader(folder: house, schemas: HouseFixtures.schemas).load()
            #expect(result.findings.map(\.description) == ["bytes.yaml:1:1: error: the file is not UTF-8 text"])
            #expect(result.house?.id == "meerstad")
        }
    }

    @Test("a document that was verified against another text is an error")
    func otherText() throws {
        try HouseFixtures.withCopy { house in
            let file = house.appending(path: "verified/havenbrief.json")
            let text = try String(contentsOf: file, encoding: .utf8)
            let changed = text.replacing(/"fileSha256": "[0-9a-f]{8}/, with: "\"fileSha256\": \"00000000")
            try Data(changed.utf8).write(to: file)
            let result = HouseLoader(folder: house, schemas: HouseFixtures.schemas).load()
            #expect(
                result.findings.map(\.message) == [
                    "document `havenbrief` was verified against another text: verified/havenbrief.json"
                ])
        }
    }
}
