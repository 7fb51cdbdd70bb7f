import Foundation
import Intake
import KompasTesting
import Testing

@Suite("Archives that are refused")
struct ArchiveTests {
    private let quarantine: Quarantine

    init() throws { quarantine = try Quarantine() }

    private func refusal(_ zip: ZipBuilder) async throws -> IntakeRefused {
        try await quarantine.refusal(zip.bytes(), name: "plan.zip")
    }

    @Test(
        "names that lead elsewhere",
        arguments: [
            "../plan.shp", "a/../../plan.shp", "/etc/plan.shp", "C:/plan.shp", "..\\plan.shp", "a\\plan.shp",
            "./plan.shp",
            "a//plan.shp", "pl\u{0}an.shp", "plan\n.shp", "", "a/..", String(repeating: "x", count: 256),
        ])
    func names(_ name: String) async throws {
        let refused = try await refusal(ZipBuilder(names: ["plan.dbf", name]))
        #expect(refused.code == .archiveTricks)
        #expect(refused.message.hasPrefix("In de zip zit een bestand met een naam of verwijzing die niet mag"))
        #expect(refused.help == "Maak een nieuwe zip met alleen de bestanden van uw plan.")
    }

    @Test("links, devices and pipes", arguments: [0o120777, 0o020666, 0o060666, 0o010644, 0o140755] as [UInt32])
    func modes(_ mode: UInt32) async throws {
        let refused = try await refusal(ZipBuilder([.init(name: "plan.shp", mode: mode)]))
        #expect(refused.code == .archiveTricks)
    }

    @Test("the same name twice, also in other letters")
    func duplicates() async throws {
        for names in [["plan.shp", "plan.shp"], ["plan.shp", "PLAN.shp"]] {
            let refused = try await refusal(ZipBuilder(names: names))
            #expect(refused.code == .archiveTricks)
            #expect(refused.message == "In de zip staat ‘\(names[1])’ twee keer.")
        }
    }

    @Test("an archive in an archive, a password, and a way of packing that is not known")
    func kinds() async throws {
        let nested = try await refusal(ZipBuilder(names: ["plan.shp", "meer.ZIP"]))
        #expect(nested.code == .archiveNested)
        #expect(
            nested.text
                == "In de zip zit weer een ingepakt bestand: ‘meer.ZIP’. Pak het uit en zet de bestanden zelf in de zip."
        )
        let secret = try await refusal(ZipBuilder([.init(name: "plan.shp", flags: 1)]))
        #expect(secret.code == .archiveEncrypted)
        #expect(
            secret.text
                == "Deze zip is met een wachtwoord beveiligd. Maak een zip zonder wachtwoord en probeer het opnieuw.")
        let odd = try await refusal(ZipBuilder([.init(name: "plan.shp", method: 14)]))
        #expect(odd.message == "Deze zip is ingepakt op een manier die Kompas niet kent.")
    }

    @Test("more than a hundred files")
    func many() async throws {
        let refused = try await refusal(ZipBuilder(names: (0..<101).map { "bestand\($0).txt" }))
        #expect(refused.code == .archiveTooLarge)
        #expect(refused.message == "In deze zip zitten meer dan 100 bestanden.")
        let allowed = try await refusal(ZipBuilder(names: (0..<100).map { "bestand\($0).txt" }))
        #expect(allowed.code == .archiveContents)
        #expect(allowed.message == "In deze zip zit geen kaartbestand.")
    }

    @Test("damage: cut off, something before or behind, or a directory that is not one")
    func damage() async throws {
        let whole = ZipBuilder(names: ["plan.shp", "plan.dbf"]).bytes()
        for bytes in [
            Array(whole.dropLast(5)), Array(whole[..<60]), whole + Array("meer".utf8), Array("PK\u{3}\u{4}".utf8),
            whole.map { $0 == 0x01 ? 0x09 : $0 },
        ] {
            let refused = try await quarantine.refusal(bytes, name: "plan.zip")
            #expect(refused.code == .broken, "\(refused)")
            #expect(refused.message.hasPrefix("Dit bestand is beschadigd: "))
        }
        var shifted = ZipBuilder(names: ["plan.shp"])
        shifted.before = Array("PK\u{3}\u{4}".utf8)
        #expect(try await refusal(shifted).code == .broken)
    }

    /// A zip bomb of so many megabytes of zeros, as a file of a shapefile.
    private func bomb(megabytes: Int, claims: Int? = nil) -> ZipBuilder {
        let zeros = [UInt8](repeating: 0, count: megabytes * 1_000_000)
        let names = ["shp", "shx", "prj"].map { ZipBuilder.Entry(name: "plan.\($0)") }
        return ZipBuilder(
            names + [.init(name: "plan.dbf", content: zeros, isDeflated: true, claimedBytes: claims)])
    }

    @Test("a bomb that is honest about its size is refused by that, from small to large", arguments: [11, 60, 201])
    func honestBomb(_ megabytes: Int) async throws {
        let bomb = bomb(megabytes: megabytes).bytes()
        #expect(bomb.count < 250_000)
        let refused = try await quarantine.refusal(bomb, name: "plan.zip")
        #expect(refused.code == .archiveTooLarge)
        #expect(
            refused.text
                == "Uitgepakt is deze zip te groot: er mag ten hoogste 200 MB in zitten."
                + " Zet alleen de bestanden van uw plan in de zip, of knip het plangebied uit.")
    }

    @Test("a bomb that lies about its size is stopped where it becomes more than it said")
    func lyingBomb() async throws {
        let refused = try await quarantine.refusal(bomb(megabytes: 150, claims: 1_000).bytes(), name: "plan.zip")
        #expect(refused.code == .broken)
        #expect(
            refused.message
                == "De zip is beschadigd: er komt iets anders uit dan er volgens de inhoudsopgave in zit.")
    }

    @Test("files that share their content, which make much out of little")
    func overlap() async throws {
        let content = [UInt8](repeating: 0, count: 1_000_000)
        var entries = [ZipBuilder.Entry(name: "a.dbf", content: content, isDeflated: true)]
        entries += (0..<20).map {
            .init(name: "b\($0).dbf", content: content, isDeflated: true, sharesContentOf: 0)
        }
        let refused = try await refusal(ZipBuilder(entries))
        #expect(refused.code == .archiveTricks)
        #expect(refused.message == "In de zip delen bestanden dezelfde inhoud.")
    }

    @Test("what stands beside the content must say the same as the directory, and the content must be whole")
    func headers() async throws {
        let rest = ["shx", "dbf", "prj"].map { ZipBuilder.Entry(name: "plan.\($0)") }
        for first in [
            ZipBuilder.Entry(name: "plan.shp", otherName: "plan.exe"),
            ZipBuilder.Entry(name: "plan.shp", otherName: "plan.shpx"),
            ZipBuilder.Entry(name: "plan.shp", claimedChecksum: 1),
        ] {
            #expect(try await refusal(ZipBuilder([first] + rest)).code == .broken)
        }
    }

    @Test("half a shapefile, two shapefiles, and a file that is not what its name says")
    func contents() async throws {
        let half = try await #require(throws: IntakeRefused.self) {
            try await quarantine.read(fixture: "shape-zonder-shx.zip")
        }
        #expect(half.code == .archiveContents)
        #expect(half.text == "Bij ‘plan.shp’ ontbreekt .shx. Zet .shp, .shx, .dbf en .prj samen in de zip.")
        let two = try await refusal(ZipBuilder(names: ["a.shp", "b.shp"]))
        #expect(two.code == .severalLayers && two.layers == ["a.shp", "b.shp"])
        let svg = ZipBuilder([.init(name: "plan.geojson", content: Array("<svg/>".utf8))])
        #expect(
            try await refusal(svg).message == "‘plan.geojson’ is geen GeoJSON, maar een SVG-tekening.")
        let geoJSON = Draw.collection([Draw.square()])
        let good = ZipBuilder([
            .init(name: "map/plan.geojson", content: Array(geoJSON.utf8), isDeflated: true),
            .init(name: "leesmij.txt"),
        ])
        let result = try await quarantine.read(good.bytes(), name: "plan.zip")
        #expect(result.features.map(\.shape.areaSquareMetres) == [100])
    }
}
