extension PolicyDate {
    private static let months = [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
        "december",
    ]

    /// The day as people in the Netherlands write it, for example "21 november 2026".
    public var inDutch: String { "\(day) \(Self.months[month - 1]) \(year)" }
}
