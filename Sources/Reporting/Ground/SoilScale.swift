import Assessment
import PolicyModel

/// How depth becomes height in a drawing: even down to the break, and even but much denser below it.
public struct SoilScale: Sendable, Hashable {
    /// Metres below ground level at which the axis is broken.
    public static let breakMetres = 500.0

    /// Metres at the bottom of the drawing.
    public var bottomMetres: Double
    /// Height of ground level, of the break and of the bottom in the drawing.
    public static let top = 40.0
    public static let breakY = 360.0
    public static let bottomY = 560.0

    /// Deep enough for everything that is drawn, in whole kilometres.
    init(_ profile: SoilProfile, _ plan: [DepthInterval]) {
        let intervals = profile.bands.map(\.interval) + plan
        let deepest = intervals.map { $0.to ?? $0.from + 500 }.max() ?? 0
        bottomMetres = max(2_000, (deepest / 1_000).rounded(.up) * 1_000)
    }

    func y(_ metres: Double) -> Double {
        if metres <= Self.breakMetres {
            return Self.top + max(0, metres) / Self.breakMetres * (Self.breakY - Self.top)
        }
        let share = (min(metres, bottomMetres) - Self.breakMetres) / (bottomMetres - Self.breakMetres)
        return Self.breakY + share * (Self.bottomY - Self.breakY)
    }

    /// Depths that are written beside the axis.
    var ticks: [Double] {
        let step = bottomMetres > 4_000 ? 2_000.0 : 1_000.0
        let deep = stride(from: step, through: bottomMetres, by: step)
        return [0, 100, 200, 300, 400, 500] + deep
    }
}
