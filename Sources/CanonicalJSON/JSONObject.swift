/// The members of a JSON object, in the order in which they were added. Names are unique.
public struct JSONObject: Sendable {
    public private(set) var members: [(key: String, value: JSONValue)] = []
    /// Places of the names; kept only for an object with more members than are quickly looked through.
    private var places: [String: Int] = [:]

    private static let quicklyLookedThrough = 32

    public init() {}

    /// A name that comes back replaces the earlier value and keeps its place.
    public init(_ members: [(String, JSONValue)]) {
        self.members.reserveCapacity(members.count)
        for (key, value) in members { self[key] = value }
    }

    public var count: Int { members.count }
    public var isEmpty: Bool { members.isEmpty }
    public var keys: [String] { members.map(\.key) }

    /// The value of that name. Setting `nil` removes the member.
    public subscript(key: String) -> JSONValue? {
        get { place(of: key).map { members[$0].value } }
        set {
            switch (place(of: key), newValue) {
            case (let place?, let value?): members[place].value = value
            case (let place?, nil):
                members.remove(at: place)
                reindex()
            case (nil, let value?): append(key, value)
            case (nil, nil): break
            }
        }
    }

    func place(of key: String) -> Int? {
        if places.isEmpty { return members.firstIndex { $0.key == key } }
        return places[key]
    }

    /// Adds a member whose name is known to be new.
    mutating func append(_ key: String, _ value: JSONValue) {
        members.append((key, value))
        if !places.isEmpty {
            places[key] = members.count - 1
        } else if members.count > Self.quicklyLookedThrough {
            reindex()
        }
    }

    private mutating func reindex() {
        places.removeAll()
        guard members.count > Self.quicklyLookedThrough else { return }
        for (place, member) in members.enumerated() { places[member.key] = place }
    }
}

extension JSONObject: Hashable {
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.count == right.count && left.members.allSatisfy { right[$0.key] == $0.value }
    }

    public func hash(into hasher: inout Hasher) {
        var mixed = 0
        for (key, value) in members {
            var one = Hasher()
            one.combine(key)
            one.combine(value)
            mixed ^= one.finalize()
        }
        hasher.combine(count)
        hasher.combine(mixed)
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// The names of a literal are known to be different; they are not compared.
    public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(distinct: elements) }

    init(distinct elements: [(String, JSONValue)]) { members = elements.map { (key: $0.0, value: $0.1) } }
}
