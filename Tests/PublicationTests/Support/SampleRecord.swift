import Accounts
import Assessment
import CanonicalJSON
import Foundation
import KompasTesting
import MapLayers
import NormEngine
import PolicyContent
import PolicyModel
import Publication
import Reporting
import Testing

@testable import Casework

/// The weighing of a pier in the invented water town: a dossier with one of each thing that a record can hold. Salts are
/// fixed, so that the same record comes out every time.
struct SampleRecord {
    struct House: Sendable {
        let house: PolicyHouse
        let layers: MapLayers
        let assessor: Assessor
    }

    static let opened = Result {
        let folder = PackageRoot.url("Tests/Fixtures/house-test", file: #filePath)
        let loader = HouseLoader(folder: folder, schemas: PackageRoot.url("content/schema", file: #filePath))
        let house = try #require(loader.load().house)
        let layers = try MapLayers(house: house, folder: folder)
        let assessor = Assessor(
            index: HouseIndex(house), houseHash: "0123456789abcdef", normaliser: "1", facts: HouseLayers(layers))
        return House(house: house, layers: layers, assessor: assessor)
    }

    /// Half on the fairway.
    private static let pier = """
        {"type":"Feature","crs":"EPSG:28992","geometry":{"type":"Polygon","coordinates":[[[203000,503850],[203100,503850],
        [203100,503950],[203000,503950],[203000,503850]]]},"properties":{"activities":["steiger"],"phase":"aanleg",
        "depth":{"use":[0,2]},"lengte":{"value":12.5,"unit":"m"}}}
        """

    private static let anna = CaseActor(account: "a", name: "Anna", roles: [.official])
    private static let carla = CaseActor(account: "c", name: "Carla", roles: [.secondReader])

    private var events: [CaseEvent] = []
    private var texts: [String: PersonalText] = [:]
    /// 20 November 2026, 09:30 UTC; a minute passes with each event.
    private var clock = Date(timeIntervalSince1970: 1_795_167_000)
    private let context: CaseContext
    let report: AssessmentReport
    let house: House

    init() throws {
        house = try Self.opened.get()
        report = try house.assessor.assess(
            AssessmentRequest(input: try JSONValue.parse(Self.pier)), on: try #require(PolicyDate("2026-11-20")))
        context = CaseContext(report: report.json, house: house.house)
    }

    private func dossier() throws -> Dossier { try #require(Dossier(events: events, texts: texts)) }

    private mutating func add(_ drafts: [EventDraft]) throws {
        for draft in drafts {
            let number = events.count
            let salt = String(repeating: String(number % 10), count: 64)
            let (event, texts) = try CaseEvent.seal(
                draft, after: events.last?.head ?? .start, rules: RetentionRules(), salt: { salt })
            events.append(event)
            for text in texts { self.texts[text.id] = text }
            clock += 60
        }
    }

    private mutating func does(_ actor: CaseActor, _ decide: (CaseRules) throws -> [EventDraft]) throws {
        try add(try decide(CaseRules(dossier: try dossier(), context: context, actor: actor, now: clock)))
    }

    /// Weighed, sent back once, approved; not yet published.
    mutating func weigh(title: String = "Steiger <b>aan</b> de plas") throws {
        try add([
            EventDraft(
                dossier: "plan",
                fact: .dossierOpened(
                    CaseFact.DossierOpened(
                        planVersion: 1, day: "2026-11-20", isDemonstration: false, isOwnInitiative: true)),
                at: clock, actor: Self.anna, roles: [.official], texts: [TextDraft("title", .title, title)])
        ])
        try does(Self.anna) {
            try $0.saveCell(
                Self.cell("rust", "rust-oever"),
                CellContent(
                    contributes: true, contributesArgument: "Het riet blijft staan.\nDe kade ook.", strains: true,
                    strainsArgument: "In de zomer komen er boten bij."), basedOn: 0)
        }
        try does(Self.anna) {
            try $0.saveCell(
                Self.cell("ruimte", "ruimte-varen"),
                CellContent(strains: true, strainsArgument: "De vaarweg wordt smaller."), basedOn: 0)
        }
        try does(Self.anna) {
            try $0.addItem(.dilemma, ItemContent(text: "Rust op de oever of ruimte voor wie wil varen?"))
        }
        try does(Self.anna) {
            try $0.addItem(
                .condition,
                ItemContent(
                    text: "De steiger is niet langer dan tien meter.", who: "de initiatiefnemer", when: "bij de bouw"))
        }
        try does(Self.anna) {
            try $0.saveOutcome(
                OutcomeContent(
                    frame: "rust-en-ruimte", outcome: "past",
                    argument: "Met een kortere steiger past het.\n\nHet riet blijft."),
                basedOn: 0)
        }
        try does(Self.anna) {
            try $0.saveDetails(
                DetailsContent(
                    question: "Past een steiger op deze plek?", legalCharacter: "Een afweging, geen besluit.",
                    decidedBy: "het bestuur van Meerstad", mandate: "Mandaatregeling 2026",
                    remedies: "Tegen deze afweging staat geen bezwaar open."), basedOn: 0)
        }
        try does(Self.anna) { try $0.askReading(of: Self.carla) }
        try does(Self.carla) { try $0.refuse(noInterest: true, comment: "Noem ook de vaarweg.") }
        try does(Self.anna) { try $0.askReading(of: Self.carla) }
        try does(Self.carla) { try $0.approve(noInterest: true, comment: "", isCurrent: true) }
    }

    private static func cell(_ principle: String, _ question: String) -> CellAddress {
        CellAddress(frame: "rust-en-ruimte", principle: principle, question: question)
    }

    /// Takes a text away as a lawful erasure does.
    mutating func erase(_ name: String) {
        for id in texts.keys where id.hasSuffix("." + name) {
            texts[id]?.text = nil
            texts[id]?.salt = nil
            texts[id]?.erasure = Erasure(at: clock, by: "archivaris", ground: "verzoek van betrokkene")
        }
    }

    /// The record; with a number unless it is a preview.
    func record(number: String? = "2026-0001", supersedes: String? = nil) throws -> PublicRecord {
        let stamp = number.map {
            PublicRecord.Stamp(
                number: $0, publishedAt: Instant.text(clock), anchor: events.last?.head ?? .start,
                supersedes: supersedes)
        }
        return try PublicRecord(dossier: try dossier(), report: report.json, house: house.house, stamp: stamp)
    }

    func document(_ record: PublicRecord) throws -> RecordDocument {
        var document = try RecordDocument(
            record: record, report: report.json, house: house.house, organisation: "gemeente Meerstad",
            address: "https://kompas.example.nl/afwegingen/\(record.stamp?.number ?? "")")
        document.map = MapSketch(report, house: house.house, layers: house.layers)
        return document
    }

    /// The published record as a document.
    static func document() throws -> RecordDocument {
        var sample = try SampleRecord()
        try sample.weigh()
        return try sample.document(try sample.record())
    }
}

/// Independent programs.
enum Witness {
    static let hasPython = FileManager.default.isExecutableFile(atPath: OtherProgram.python.path)
    static let maker = PDFMaker(
        python: OtherProgram.python,
        script: PackageRoot.url("Sources/Publication/Resources/pdf/make_pdf.py", file: #filePath))

    struct Failed: Error { var message: String }

    /// What a program says.
    static func run(_ program: URL, _ arguments: [String]) async throws -> String {
        let ending = try await OtherProgram.run(program, arguments)
        guard ending.code == 0 else { throw Failed(message: "\(program.path) \(arguments): \(ending.err)") }
        return ending.out
    }

    /// What a PDF is, by pikepdf.
    static func describe(_ pdf: Data) async throws -> JSONValue {
        try await TemporaryFolder.use { folder in
            let file = folder.appending(path: "x.pdf")
            try pdf.write(to: file)
            let script = PackageRoot.url("Tests/Oracles/describe_pdf.py", file: #filePath).path
            return try JSONValue.parse(try await run(OtherProgram.python, [script, file.path]))
        }
    }

    /// The text of a PDF in reading order, by poppler.
    static func text(_ pdf: Data) async throws -> String {
        try await TemporaryFolder.use { folder in
            let file = folder.appending(path: "x.pdf")
            try pdf.write(to: file)
            return try await run(URL(filePath: "/usr/bin/env"), ["pdftotext", "-raw", file.path, "-"])
        }
    }
}
