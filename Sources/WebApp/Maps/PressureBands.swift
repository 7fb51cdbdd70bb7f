import OpportunityMap
import PolicyModel

/// Numbers of claims gathered in a few bands, so that a legend can be read.
struct PressureBands: Sendable, Hashable {
    struct Band: Sendable, Hashable {
        var counts: ClosedRange<Int>
        var hectares: Double = 0
        var label: String {
            counts.lowerBound == counts.upperBound
                ? "\(counts.lowerBound)" : "\(counts.lowerBound)–\(counts.upperBound)"
        }
    }

    /// More steps of one colour cannot be told apart.
    private static let most = 6
    private static let widths = [1, 2, 3, 5, 10, 20, 25, 50, 100]

    /// From 1 claim up.
    var bands: [Band]

    init(_ counts: [Int16]) {
        let highest = Int(counts.max() ?? 0)
        let width = Self.widths.first { $0 * Self.most >= highest } ?? (highest + Self.most - 1) / Self.most
        bands = stride(from: 1, through: max(1, highest), by: width).map {
            Band(counts: $0...min($0 + width - 1, max(1, highest)))
        }
    }

    /// The place of the band that holds a number; 0 for none, bands from 1.
    func number(of count: Int) -> Int {
        guard count > 0, let first = bands.first else { return 0 }
        let width = first.counts.count
        return min((count - 1) / width + 1, bands.count)
    }

    /// From light to dark, with marks that grow denser.
    static let looks: [CellPicture.Look] = [
        CellPicture.Look(Palette.Colour(226, 222, 238), .plain),
        CellPicture.Look(Palette.Colour(200, 190, 222), .fewDots),
        CellPicture.Look(Palette.Colour(172, 152, 204), .rising),
        CellPicture.Look(Palette.Colour(143, 112, 181), .level),
        CellPicture.Look(Palette.Colour(112, 72, 152), .squares),
        CellPicture.Look(Palette.Colour(76, 36, 112), .crossed),
    ]

    /// The place in ``looks`` of a band, from 1: the first and the last are always the lightest and the darkest.
    func lookNumber(_ number: Int) -> Int {
        guard bands.count > 1 else { return Self.looks.count / 2 }
        let place = Double(number - 1) / Double(bands.count - 1) * Double(Self.looks.count - 1)
        return min(Self.looks.count - 1, max(0, Int(place.rounded())))
    }

    /// The look with that number as an address says it.
    static func look(named name: String) -> CellPicture.Look? {
        Int(name).flatMap { looks.indices.contains($0) ? looks[$0] : nil }
    }
}

extension KeptPressure {
    var picture: CellPicture {
        CellPicture(
            grid: pressure.grid, cells: counts.map { $0 < 0 ? 255 : UInt8(bands.number(of: Int($0))) },
            looks: [CellPicture.Look(Palette().nothing, .plain)]
                + bands.bands.indices.map {
                    PressureBands.looks[bands.lookNumber($0 + 1)]
                })
    }
}
