import Assessment
import CanonicalJSON
import Foundation
import Geometry
import KompasTesting
import PolicyModel
import Testing

@testable import Publication

@Suite("A dossier for an archive")
struct DossierArchiveTests {
    private static let importer = PackageRoot.url(".build/debug/kompas-import", file: #filePath)

    private func zip() async throws -> Data {
        let document = try SampleRecord.document()
        return try await DossierArchive(
            document, layers: try SampleRecord.opened.get().layers, maps: GeoPackageMaker(importer: Self.importer)
        ).zip(pdf: Data("%PDF-1.7".utf8))
    }

    /// Runs a few lines of Python on the archive; they print JSON.
    private func python(_ lines: String) async throws -> JSONValue {
        let folder = try TemporaryFolder.make()
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "dossier.zip")
        try await zip().write(to: file)
        let script = "import hashlib, json, sqlite3, struct, sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\n" + lines
        return try JSONValue.parse(
            try await Witness.run(URL(filePath: "/usr/bin/env"), ["python3", "-c", script, file.path, folder.path]))
    }

    @Test("it holds the record in every form, each with a sidecar, and nothing is damaged")
    func contents() async throws {
        let found = try await python(
            "print(json.dumps({'names': z.namelist(), 'bad': z.testzip(), 'when': list(z.infolist()[0].date_time)}))")
        let files = ["verslag.json", "verslag.html", "rapport.json", "verslag.pdf", "kaart.gpkg"]
        let names =
            ["afweging-2026-0001/verslag.mdto.xml"]
            + files.flatMap { ["afweging-2026-0001/\($0)", "afweging-2026-0001/\($0).bestand.mdto.xml"] }
        #expect(found["names"] == .array(names.map(JSONValue.string)))
        #expect(found["bad"] == .null)
        #expect(found["when"] == [2026, 11, 20, 9, 41, 0])
    }

    @Test("the sidecars have the elements of MDTO in their order, and checksums that hold")
    func metadata() async throws {
        let found = try await python(
            """
            import xml.etree.ElementTree as ET
            ns = '{https://www.nationaalarchief.nl/mdto}'
            folder = 'afweging-2026-0001/'
            record = ET.fromstring(z.read(folder + 'verslag.mdto.xml'))[0]
            sums = {}
            for name in z.namelist():
                if name.endswith('.bestand.mdto.xml'):
                    file = ET.fromstring(z.read(name))[0]
                    data = z.read(name[:-len('.bestand.mdto.xml')])
                    sums[file.find(ns + 'naam').text] = [
                        file.find(f'{ns}checksum/{ns}checksumWaarde').text == hashlib.sha256(data).hexdigest(),
                        int(file.find(ns + 'omvang').text) == len(data),
                        [child.tag.replace(ns, '') for child in file]]
            print(json.dumps({'order': [child.tag.replace(ns, '') for child in record], 'sums': sums,
                'name': record.find(ns + 'naam').text,
                'maker': record.find(f'{ns}archiefvormer/{ns}verwijzingNaam').text,
                'worth': record.find(f'{ns}waardering/{ns}begripLabel').text}))
            """)
        // The order that MDTO-XML 1.0.1 asks for.
        let schema = [
            "identificatie", "naam", "aggregatieniveau", "classificatie", "trefwoord", "omschrijving",
            "raadpleeglocatie",
            "dekkingInTijd", "dekkingInRuimte", "taal", "event", "waardering", "bewaartermijn", "informatiecategorie",
            "isOnderdeelVan", "bevatOnderdeel", "heeftRepresentatie", "aanvullendeMetagegevens",
            "gerelateerdInformatieobject", "archiefvormer", "betrokkene", "activiteit", "beperkingGebruik",
        ]
        let order = (found["order"]?.array ?? []).compactMap(\.string)
        let places = order.compactMap { schema.firstIndex(of: $0) }
        #expect(places.count == order.count && places == places.sorted())
        for needed in ["identificatie", "naam", "waardering", "archiefvormer", "beperkingGebruik"] {
            #expect(order.contains(needed))
        }
        #expect(order.count { $0 == "heeftRepresentatie" } == 5)
        #expect(found["name"] == "Afweging 2026-0001: Steiger <b>aan</b> de plas")
        #expect(found["maker"] == "gemeente Meerstad")
        #expect(found["worth"] == "Blijvend te bewaren")
        let elements: JSONValue = [
            "identificatie", "naam", "omvang", "bestandsformaat", "checksum", "isRepresentatieVan",
        ]
        #expect(found["sums"]?.object?.count == 5)
        for (name, facts) in found["sums"]?.object?.members ?? [] {
            #expect(facts == [true, true, elements], "\(name)")
        }
    }

    @Test("the map holds the plan and what it touches, in RD, read by another program")
    func map() async throws {
        let found = try await python(
            """
            path = sys.argv[2] + '/kaart.gpkg'
            open(path, 'wb').write(z.read('afweging-2026-0001/kaart.gpkg'))
            db = sqlite3.connect(path)
            tables = db.execute('select table_name, identifier, srs_id, last_change from gpkg_contents order by 1').fetchall()
            blob, part, what = db.execute('select geometrie, onderdeel, activiteiten from plan').fetchone()
            # The header of a GeoPackage geometry: two letters, version, flags, srs, envelope of four numbers.
            srs, = struct.unpack_from('<i', blob, 4)
            envelope = struct.unpack_from('<4d', blob, 8)
            titles = sorted({row[0] for row in db.execute('select titel from aanduidingen')})
            print(json.dumps({'tables': tables, 'srs': srs, 'envelope': envelope, 'part': part, 'what': what,
                'titles': titles}))
            """)
        let first = Array((found["tables"]?[0]?.array ?? []).prefix(3))
        let title = "Wat het plan raakt of vlakbij ligt, uitgesneden rond het plan"
        #expect(first == ["aanduidingen", .string(title), 28992])
        #expect(found["tables"]?[1]?.array == ["plan", "Het plan", 28992, "2026-11-20T09:41:00.000Z"])
        #expect(found["srs"] == 28992)
        #expect(found["envelope"] == [203_000, 203_100, 503_850, 503_950])
        #expect(found["what"] == "Steiger aanleggen")
        let titles = try SampleRecord.document().report?.layers.filter { $0.state == .hit || $0.state == .near }
            .map(\.title)
        let drawn = Set((found["titles"]?.array ?? []).compactMap(\.string))
        #expect(drawn.isSubset(of: titles ?? []))
        #expect(found["titles"]?.array?.isEmpty == false)
    }

    @Test("the same record gives the same archive")
    func deterministic() async throws { #expect(try await zip() == zip()) }

    @Test("what is not published has no archive")
    func unpublished() async throws {
        var sample = try SampleRecord()
        try sample.weigh()
        let document = try sample.document(try sample.record(number: nil))
        await #expect(throws: NotPublished.self) {
            try await DossierArchive(document, layers: sample.house.layers, maps: nil).zip(pdf: nil)
        }
    }
}

@Suite("Writing a zip")
struct ZipWriterTests {
    @Test("the checksum is that of the standard")
    func checksum() {
        #expect(Checksum.of(Array("123456789".utf8)) == 0xCBF4_3926)
        #expect(Checksum.of([]) == 0)
    }
}
