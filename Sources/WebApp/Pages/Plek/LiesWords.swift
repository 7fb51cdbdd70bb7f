import Reporting

/// How surely something lies here, and how far off what lies near is, no more precise than its line.
enum LiesWords {
    static func remark(_ lies: PlaceAnswer.Lies) -> String? {
        let width = lies.widthMetres > 0 ? Numbers.length(lies.widthMetres) : nil
        guard let metres = lies.distanceMetres else {
            if lies.isCertain { return nil }
            return width.map { "De lijn is niet precies: hij kan \($0) verschillen." } ?? "De lijn is niet precies."
        }
        if !lies.isCertain, let width {
            return "Misschien hier: op de kaart \(distance(metres)), en de lijn kan \(width) verschillen."
        }
        let place = metres < 1 ? "Ernaast" : "Op \(Numbers.length(metres))"
        return width.map { "\(place); de lijn kan \($0) verschillen." } ?? "\(place)."
    }

    private static func distance(_ metres: Double) -> String {
        metres < 1 ? "ernaast" : "\(Numbers.length(metres)) verderop"
    }
}
