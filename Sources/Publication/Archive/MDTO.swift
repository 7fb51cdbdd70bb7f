internal import Casework
internal import Crypto
internal import Foundation
internal import PolicyModel

/// Metadata by MDTO 1.0.1, the standard of the Dutch National Archives: one text about the record, one about each file.
struct MDTO {
    private let document: RecordDocument
    private let stamp: PublicRecord.Stamp
    private let files: [ArchiveFile]

    init(_ document: RecordDocument, stamp: PublicRecord.Stamp, files: [ArchiveFile]) {
        self.document = document
        self.stamp = stamp
        self.files = files
    }

    private var title: String { "Afweging \(stamp.number): \(document.title)" }
    private var source: String { document.organisation }

    /// About the record.
    var record: String {
        let record = document.record
        var content = [
            identification(stamp.number), .text("naam", title),
            concept("aggregatieniveau", "Archiefstuk", "Begrippenlijst Aggregatieniveaus MDTO"),
        ]
        content += record.activities.map { .text("trefwoord", $0.label) }
        if let question = record.details.question?.text { content.append(.text("omschrijving", question)) }
        if let address = document.address {
            content.append(.element("raadpleeglocatie", [.text("raadpleeglocatieOnline", address)]))
        }
        content += (record.place.municipalities + record.place.settlements).map {
            reference("dekkingInRuimte", $0.name)
        }
        content.append(.text("taal", document.house.language))
        content.append(
            .element(
                "event",
                [
                    concept("eventType", "Publicatie", "Begrippenlijst Kompas"),
                    .text("eventTijd", stamp.publishedAt), reference("eventVerantwoordelijkeActor", source),
                ]))
        content.append(
            concept("waardering", "Blijvend te bewaren", code: "B", "Begrippenlijst Waarderingen MDTO"))
        content += files.map { reference("heeftRepresentatie", $0.name, $0.name) }
        if let earlier = stamp.supersedes {
            content.append(
                .element(
                    "gerelateerdInformatieobject",
                    [
                        reference("gerelateerdInformatieobjectVerwijzing", "Afweging \(earlier)", earlier),
                        concept("gerelateerdInformatieobjectTypeRelatie", "Vervangt", "Begrippenlijst Kompas"),
                    ]))
        }
        content.append(reference("archiefvormer", document.organisation))
        content.append(
            .element(
                "beperkingGebruik",
                [
                    concept("beperkingGebruikType", "Openbaar", "Begrippenlijst Kompas"),
                    .text(
                        "beperkingGebruikNadereBeschrijving",
                        "Openbaar gemaakt op de site van \(document.organisation). Namen van personen staan er niet in."
                    ),
                ]))
        return XMLText.document("informatieobject", content)
    }

    /// About a file.
    func sidecar(of file: ArchiveFile) -> String {
        let sum = SHA256.hash(data: file.content).map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
        return XMLText.document(
            "bestand",
            [
                identification("\(stamp.number)/\(file.name)"), .text("naam", file.name),
                .text("omvang", String(file.content.count)),
                concept("bestandsformaat", file.format.label, code: file.format.code, "PRONOM-register"),
                .element(
                    "checksum",
                    [
                        concept("checksumAlgoritme", "SHA-256", "Begrippenlijst ChecksumAlgoritme MDTO"),
                        .text("checksumWaarde", sum), .text("checksumDatum", stamp.publishedAt),
                    ]), reference("isRepresentatieVan", title, stamp.number),
            ])
    }

    private func identification(_ id: String, as name: StaticString = "identificatie") -> XMLText {
        .element(name, [.text("identificatieKenmerk", id), .text("identificatieBron", source)])
    }

    private func reference(_ name: StaticString, _ title: String, _ id: String? = nil) -> XMLText {
        .element(
            name,
            [.text("verwijzingNaam", title)]
                + (id.map { [identification($0, as: "verwijzingIdentificatie")] } ?? []))
    }

    private func concept(
        _ name: StaticString, _ label: String, code: String? = nil, _ list: String
    ) -> XMLText {
        .element(
            name,
            [.text("begripLabel", label)] + (code.map { [.text("begripCode", $0)] } ?? [])
                + [reference("begripBegrippenlijst", list)])
    }
}

/// An element of XML; names come from the source code, texts are escaped.
indirect enum XMLText {
    case text(StaticString, String)
    case element(StaticString, [XMLText])

    /// A document by MDTO.
    static func document(_ name: StaticString, _ content: [XMLText]) -> String {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <MDTO xmlns="https://www.nationaalarchief.nl/mdto" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
        xsi:schemaLocation="https://www.nationaalarchief.nl/mdto https://www.nationaalarchief.nl/mdto/MDTO-XML1.0.1.xsd">
        \(XMLText.element(name, content).markup(1))</MDTO>

        """
    }

    private func markup(_ depth: Int) -> String {
        let indent = String(repeating: "  ", count: depth)
        switch self {
        case .text(let name, let text): return "\(indent)<\(name)>\(Self.escaped(text))</\(name)>\n"
        case .element(let name, let content):
            return "\(indent)<\(name)>\n\(content.map { $0.markup(depth + 1) }.joined())\(indent)</\(name)>\n"
        }
    }

    /// Characters that XML cannot hold are left out.
    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\t", "\n": result.unicodeScalars.append(scalar)
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
