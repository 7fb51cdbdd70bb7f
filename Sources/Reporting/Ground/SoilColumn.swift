public import Assessment
public import PolicyModel

/// The ground below a place as a drawing with ground level at the top, and the same in a table.
///
/// Bands carry the numbers of the rows of the table. What a plan uses is solid, what it passes through hatched. A script may
/// move both: the drawing tells its scale, see ``SoilScale``.
public struct SoilColumn: Sendable {
    let profile: SoilProfile
    let use: DepthInterval?
    let reach: DepthInterval?
    let scale: SoilScale
    let links: @Sendable (SoilProfile.Band) -> String?

    /// - Parameters:
    ///   - use: where a plan happens; `reach`: what it passes through.
    ///   - links: the address of the page about a band, beginning with `/`.
    public init(
        _ profile: SoilProfile, use: DepthInterval? = nil, reach: DepthInterval? = nil,
        links: @escaping @Sendable (SoilProfile.Band) -> String? = { _ in nil }
    ) {
        self.profile = profile
        self.use = use
        self.reach = reach
        self.links = links
        scale = SoilScale(profile, [use, reach].compactMap { $0 })
    }

    /// The drawing and its table.
    public var figure: HTML {
        tag("figure", .class("soil")) {
            tag("div", .class("soil-picture")) { drawing }
            tag("div", .class("soil-text")) {
                table
                remarks
            }
        }
    }

    /// Bands side by side where they share a depth: each in the first lane that has room.
    func lanes() -> [(band: SoilProfile.Band, lane: Int)] {
        var ends: [[DepthInterval]] = []
        return profile.bands.map { band in
            let lane = ends.firstIndex { lane in !lane.contains { $0.overlaps(band.interval) } } ?? ends.count
            if lane == ends.count { ends.append([]) }
            ends[lane].append(band.interval)
            return (band, lane)
        }
    }

    /// For the ear: how many bands, and where the table is.
    var spoken: String {
        let count = profile.bands.count
        let bands =
            count == 0
            ? "Er is geen laag met een bekende diepte."
            : "Er \(count == 1 ? "is 1 laag" : "zijn \(count) lagen") met een bekende diepte; de tabel ernaast noemt ze."
        let plan = use.map { " Het plan gebruikt de grond \(Self.words($0))." } ?? ""
        return "Een kolom van de bodem, van het maaiveld tot \(Numbers.length(scale.bottomMetres)) diep. " + bands
            + plan
    }

    static func words(_ interval: DepthInterval, isEndKnown: Bool = true) -> String {
        let from = Numbers.decimal(interval.from, digits: interval.from == interval.from.rounded() ? 0 : 1)
        guard let to = interval.to, isEndKnown || interval.to != nil else {
            return isEndKnown ? "vanaf \(from) m" : "vanaf \(from) m, tot hoe diep is niet bekend"
        }
        return "van \(from) tot \(Numbers.decimal(to, digits: to == to.rounded() ? 0 : 1)) m"
    }
}
