/// One place as people type it: RD (`233000, 556000`, `233.000 556.000`) or degrees (`52.99, 6.56`, `52,99 6,56`,
/// `52°59'24" N 6°33'36" O`). Points and commas mean more than one thing, so the numbers are tried in turn against where
/// the Netherlands lie; the ranges of x, y, latitude and longitude do not overlap, so the order does not matter.
public struct TypedPlace: Sendable, Hashable {
    /// In RD.
    public var position: Position
    /// ``CRS/rd``, or ``CRS/crs84`` when degrees were typed.
    public var crs: CRS

    /// `nil` for what is no place in the Netherlands.
    public init?(_ text: String, transformer: Transformer = .standard) {
        if let degrees = TypedAngles.degrees(text) {
            self.init(degrees: degrees, transformer)
            return
        }
        for (first, second) in TypedNumbers.pairs(text) {
            if Self.x.contains(first), Self.y.contains(second) {
                self.init(position: Position(x: first, y: second), crs: .rd)
                return
            }
            if Self.y.contains(first), Self.x.contains(second) {
                self.init(position: Position(x: second, y: first), crs: .rd)
                return
            }
            if Self.latitude.contains(first), Self.longitude.contains(second) {
                self.init(degrees: Position(x: second, y: first), transformer)
                return
            }
            if Self.longitude.contains(first), Self.latitude.contains(second) {
                self.init(degrees: Position(x: first, y: second), transformer)
                return
            }
        }
        return nil
    }

    init(position: Position, crs: CRS) {
        self.position = position
        self.crs = crs
    }

    /// - Parameter degrees: longitude and latitude.
    private init?(degrees: Position, _ transformer: Transformer) {
        guard let moved = transformer.transform([degrees], from: .crs84, to: .rd)?.first else { return nil }
        self.init(position: Position(x: Self.centimetres(moved.x), y: Self.centimetres(moved.y)), crs: .crs84)
    }

    private static func centimetres(_ metres: Double) -> Double { (metres * 100).rounded() / 100 }

    private static let x = 7_000.0...300_000
    private static let y = 300_000.0...650_000
    static let latitude = 50.0...54
    static let longitude = 3.0...8

    /// Whether a text looks as if a place in numbers was meant: it holds a digit and no word.
    public static func isMeant(by text: String) -> Bool {
        let letters = text.uppercased().filter(\.isLetter)
        let marks = ["RD", "NB", "OL", "N", "O", "E"]
        var rest = letters[...]
        while let mark = marks.first(where: { rest.hasPrefix($0) }) { rest = rest.dropFirst(mark.count) }
        return rest.isEmpty && text.contains(where: \.isNumber)
    }
}

/// Every way in which a text can be two numbers, the likeliest first.
enum TypedNumbers {
    static func pairs(_ text: String) -> [(Double, Double)] {
        guard let (first, second) = halves(text) else { return [] }
        let seconds = numbers(second)
        return numbers(first).flatMap { one in seconds.map { (one, $0) } }
    }

    private static func halves(_ text: String) -> (Substring, Substring)? {
        var plain = text[...].drop(while: \.isWhitespace)
        if plain.prefix(2).uppercased() == "RD" {
            plain = plain.dropFirst(2).drop { $0.isWhitespace || $0 == ":" }
        }
        // A comma divides when white space follows it.
        var parts: [Substring] = []
        for part in plain.split(whereSeparator: { $0.isWhitespace || $0 == ";" || $0 == "/" }) {
            parts.append(part.last == "," ? part.dropLast() : part)
        }
        parts.removeAll { $0.isEmpty || $0 == "," }
        if parts.count == 2 { return (parts[0], parts[1]) }
        guard parts.count == 1 else { return nil }
        let pieces = parts[0].split(separator: ",", omittingEmptySubsequences: false)
        switch pieces.count {
        case 2: return (pieces[0], pieces[1])
        case 4: return (pieces[0] + "," + pieces[1], pieces[2] + "," + pieces[3])
        default: return nil
        }
    }

    /// `52.99` is a fraction, `233.000` a fraction or a number cut into thousands: both are tried.
    private static func numbers(_ text: some StringProtocol) -> [Double] {
        let digits: (Substring) -> Bool = { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
        let text = Substring(text)
        var numbers: [Double] = []
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        if parts.count <= 2, parts.allSatisfy(digits), let number = Double(text.map { $0 == "," ? "." : $0 }) {
            numbers.append(number)
        }
        let halves = text.split(separator: ",", omittingEmptySubsequences: false)
        let groups = halves[0].split(separator: ".", omittingEmptySubsequences: false)
        if halves.count <= 2, groups.count > 1, groups.allSatisfy(digits), (1...3).contains(groups[0].count),
            groups.dropFirst().allSatisfy({ $0.count == 3 }), halves.count == 1 || digits(halves[1]),
            let number = Double(groups.joined() + (halves.count == 2 ? "." + halves[1] : ""))
        {
            numbers.append(number)
        }
        return numbers
    }
}

extension Double {
    fileprivate init?(_ characters: [Character]) { self.init(String(characters)) }
}

/// Two angles in degrees, with minutes and seconds when they are given.
enum TypedAngles {
    private struct Angle {
        var value: Double
        /// N for latitude, E for longitude.
        var side: Character?
    }

    /// Longitude and latitude; `nil` when the text holds no two angles in the Netherlands.
    static func degrees(_ text: String) -> Position? {
        guard text.contains("°"), let angles = angles(text), angles.count == 2 else { return nil }
        let isTurned = angles[0].side == "E" || angles[1].side == "N"
        let (latitude, longitude) = isTurned ? (angles[1], angles[0]) : (angles[0], angles[1])
        guard latitude.side != "E", longitude.side != "N", TypedPlace.latitude.contains(latitude.value),
            TypedPlace.longitude.contains(longitude.value)
        else { return nil }
        return Position(x: longitude.value, y: latitude.value)
    }

    private static func angles(_ text: String) -> [Angle]? {
        var angles: [Angle] = []
        // A letter that comes first says that letters stand before their angles.
        var waiting: Character?
        var isBefore = false
        var number = ""
        var rest = Substring(text.uppercased().replacing("NB", with: "N").replacing("OL", with: "E"))
        rest = Substring(rest.replacing("''", with: "\""))
        while let character = rest.popFirst() {
            switch character {
            case "0"..."9": number.append(character)
            case ",", ".":
                // Between digits it is a fraction; elsewhere it divides.
                if !number.isEmpty, rest.first?.isNumber == true { number.append(".") }
            case "°":
                guard let value = Double(number) else { return nil }
                angles.append(Angle(value: value, side: waiting))
                (number, waiting) = ("", nil)
            case "'", "\u{2032}", "\u{2019}", "\"", "\u{2033}", "\u{201D}":
                let isMinutes = ["'", "\u{2032}", "\u{2019}"].contains(character)
                guard let value = Double(number), value < 60, !angles.isEmpty else { return nil }
                angles[angles.count - 1].value += value / (isMinutes ? 60 : 3600)
                number = ""
            case "N", "E", "O":
                let side: Character = character == "N" ? "N" : "E"
                if angles.isEmpty { isBefore = true }
                if isBefore { waiting = side } else { angles[angles.count - 1].side = side }
            case _ where character.isWhitespace || character == ";" || character == "/": break
            default: return nil
            }
        }
        return number.isEmpty ? angles : nil
    }
}
