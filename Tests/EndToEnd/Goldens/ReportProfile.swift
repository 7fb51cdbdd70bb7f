import KompasTesting
import CanonicalJSON

/// What a golden file keeps of a report: everything without what changes with versions, or the outcome in short.
struct ReportProfile {
    let report: Report

    /// Changes with the program, its libraries or any word of the content; says nothing about the outcome.
    private static let versions = [
        "engine", "geos", "proj", "rdGrid", "houseHash", "layerHashes", "inputHash", "resultHash",
    ]

    /// The report, the receipt without versions and hashes.
    var whole: String {
        guard var object = report.tree.value.object, var receipt = object["receipt"]?.object else { return "" }
        for member in Self.versions { receipt[member] = .null }
        object["receipt"] = .object(receipt)
        return JSONValue.object(object).pretty() + "\n"
    }

    /// The outcome in short: one line per finding, edge, rung, trigger and inconsistency.
    var short: String {
        var lines = ["exit \(report.ending.code)"]
        lines += section(
            "findings",
            report["findings"].list.map {
                "\(word($0["id"])) \(word($0["state"])) \(word($0["effect"])) \(word($0["conditionsState"]))"
            })
        lines += section(
            "undecided because",
            report["findings"].list.flatMap { finding in
                causes(finding).map { "\(word(finding["id"])) \($0)" }
            })
        lines += section(
            "not applied", report["notApplied"].list.map { "\(word($0["norm"])) \(word($0["because"]))" })
        lines += section("edges", report["useRankings"].list.flatMap(edges))
        lines += section("rungs", report["placeLadders"].list.flatMap(rungs))
        lines += section("triggers", report["triggers"].list.map { "\(word($0["id"])) \(word($0["state"]))" })
        lines += section("inconsistencies", report["inconsistencies"].list.map { word($0["id"]) })
        lines += section("warnings", report["warnings"].texts)
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ title: String, _ rows: [String]) -> [String] { ["", "# \(title)"] + rows.sorted() }

    private func edges(_ ranking: Tree) -> [String] {
        ["preferredHere", "yieldingHere", "unknownClaims"].flatMap { member in
            ranking[member].list.map {
                "\(word(ranking["ranking"])) \(member) \(word($0["edge"])) \(word($0["activity"]))"
            }
        }
    }

    private func rungs(_ ladder: Tree) -> [String] {
        let name = word(ladder["ladder"])
        return ["\(name) on \(word(ladder["rung"]))"]
            + ladder["higherRungs"].texts.map { "\(name) examine \($0) first" }
            + ladder["missing"].texts.map { "\(name) undecided because \($0)" }
    }

    private func word(_ tree: Tree) -> String { tree.text ?? "-" }
}
