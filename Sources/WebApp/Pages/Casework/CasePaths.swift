import Casework

/// The addresses of a dossier.
struct CasePaths: Sendable {
    let sheet: String
    var weighing: String { sheet + "/afweging" }
    var reading: String { sheet + "/meelezen" }
    var publishing: String { sheet + "/publiceren" }
    var history: String { weighing + "/geschiedenis" }
    var outcome: String { weighing + "/uitkomst" }
    var details: String { weighing + "/verslag" }
    var asking: String { weighing + "/tweede-lezer" }
    var closing: String { weighing + "/sluiten" }
    var renewing: String { weighing + "/vernieuwen" }
    var superseding: String { sheet + "/vervangen" }

    init(_ dossier: String) { sheet = "/toets/" + dossier }

    func cell(_ cell: CellAddress) -> String {
        "\(weighing)/\(Self.step(cell.frame))/\(Self.step(cell.principle))/\(Self.step(cell.question))"
    }

    /// The place of a cell on the page of the weighing.
    func place(of cell: CellAddress) -> String { weighing + "#" + Self.anchor(cell) }

    static func anchor(_ cell: CellAddress) -> String { "vak-\(cell.frame)-\(cell.principle)-\(cell.question)" }

    func item(_ kind: ListedItem.Kind, _ id: String) -> String { "\(weighing)/\(Self.word(kind))/\(Self.step(id))" }

    func newItem(_ kind: ListedItem.Kind) -> String { item(kind, "nieuw") }

    static func word(_ kind: ListedItem.Kind) -> String { kind == .dilemma ? "dilemma" : "voorwaarde" }

    func contest(_ finding: String) -> String { "\(weighing)/betwisten/\(Self.step(finding))" }

    func question(_ id: String) -> String { "\(weighing)/vraag/\(Self.step(id))" }

    func deviation(_ document: String) -> String { "\(weighing)/afwijking/\(Self.step(document))" }

    /// A finding of the assessment that the dossier holds.
    func finding(_ id: String) -> String { "\(weighing)/bevinding/\(Self.step(id))" }

    /// The sheet of that assessment.
    var frozenSheet: String { weighing + "/toetsblad" }

    private static func step(_ text: String) -> String {
        PlanAddress.encoded(text)
    }
}
