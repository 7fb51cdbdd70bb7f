/// What two maps on one grid say otherwise of where a plan fits.
public struct FitDifference: Sendable {
    /// Cells where it fits in the second map alone, and in the first alone.
    public let gained: BitPlane
    public let lost: BitPlane
    /// Other cells of which some class changes.
    public let other: BitPlane

    /// - Parameter difference: of the same two maps.
    public init(before: OpportunityResult, after: OpportunityResult, difference: MapDifference) {
        let (old, new, changed) = (before.fitting, after.fitting, difference.plane)
        gained = BitPlane.combine(before.grid) { new.word($0) & ~old.word($0) }
        lost = BitPlane.combine(before.grid) { old.word($0) & ~new.word($0) }
        other = BitPlane.combine(before.grid) { changed.word($0) & ~(new.word($0) ^ old.word($0)) }
    }

    public var gainedHectares: Double { gained.hectares }
    public var lostHectares: Double { lost.hectares }
}
