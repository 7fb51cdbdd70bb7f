extension Test: Codable {
    private enum Key: String, CodingKey, CaseIterable {
        case all, any, not, anywhere, `in`, within, feature, attribute, share, towards
        case openPlace = "open-place"
        case property, activity, change, phase, initiator
        case functionChange = "function-change"
        case interestsCollide = "interests-collide"
        case otherPart = "other-part"
        case open
    }

    private struct Within: Codable { var designation: String; var metres: Double }
    private struct Feature: Codable { var designation: String; var name: String }
    private struct Attribute: Codable {
        var designation: String
        var name: String
        var `is`: Comparison
        var value: PropertyValue
    }
    private struct Share: Codable { var designation: String; var `is`: Comparison; var value: Double }
    private struct Towards: Codable { var settlement: String; var designation: String; var metres: Double }
    private struct Initiator: Codable { var role: String }
    private struct OtherPart: Codable {
        @OrEmpty var activities: [String]
        @OrEmpty var phase: [Phase]
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        // A property test carries its own keys beside `property`; every other test has one key.
        guard let key = Key.allCases.first(where: { container.contains($0) }) else {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: decoder.codingPath,
                    debugDescription: "a test needs one of the keys \(Key.allCases.map(\.rawValue))"))
        }
        switch key {
        case .all: self = .all(try container.decode([Test].self, forKey: key))
        case .any: self = .any(try container.decode([Test].self, forKey: key))
        case .not: self = .not(try container.decode(Test.self, forKey: key))
        case .anywhere: self = .anywhere
        case .in: self = .inside(designation: try container.decode(String.self, forKey: key))
        case .within:
            let value = try container.decode(Within.self, forKey: key)
            self = .within(designation: value.designation, metres: value.metres)
        case .feature:
            let value = try container.decode(Feature.self, forKey: key)
            self = .feature(designation: value.designation, name: value.name)
        case .attribute:
            let value = try container.decode(Attribute.self, forKey: key)
            self = .attribute(
                designation: value.designation, name: value.name, comparison: value.is, value: value.value)
        case .share:
            let value = try container.decode(Share.self, forKey: key)
            self = .share(designation: value.designation, comparison: value.is, value: value.value)
        case .towards:
            let value = try container.decode(Towards.self, forKey: key)
            self = .towards(settlement: value.settlement, designation: value.designation, metres: value.metres)
        case .openPlace: self = .openPlace(try container.decode(OpenQuestion.self, forKey: key))
        case .property: self = .property(try PropertyTest(from: decoder))
        case .activity: self = .activity(try container.decode([String].self, forKey: key))
        case .change: self = .change(try container.decode([ChangeKind].self, forKey: key))
        case .phase: self = .phase(try container.decode([Phase].self, forKey: key))
        case .initiator: self = .initiator(role: try container.decode(Initiator.self, forKey: key).role)
        case .functionChange: self = .functionChange
        case .interestsCollide: self = .interestsCollide
        case .otherPart:
            let value = try container.decode(OtherPart.self, forKey: key)
            self = .otherPart(activities: value.activities, phase: value.phase)
        case .open: self = .open(try container.decode(OpenQuestion.self, forKey: key))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        if case .property(let test) = self { return try test.encode(to: encoder) }
        var container = encoder.container(keyedBy: Key.self)
        switch self {
        case .all(let tests): try container.encode(tests, forKey: .all)
        case .any(let tests): try container.encode(tests, forKey: .any)
        case .not(let test): try container.encode(test, forKey: .not)
        case .anywhere: try container.encode(true, forKey: .anywhere)
        case .inside(let designation): try container.encode(designation, forKey: .in)
        case .within(let designation, let metres):
            try container.encode(Within(designation: designation, metres: metres), forKey: .within)
        case .feature(let designation, let name):
            try container.encode(Feature(designation: designation, name: name), forKey: .feature)
        case .attribute(let designation, let name, let comparison, let value):
            try container.encode(
                Attribute(designation: designation, name: name, is: comparison, value: value), forKey: .attribute)
        case .share(let designation, let comparison, let value):
            try container.encode(Share(designation: designation, is: comparison, value: value), forKey: .share)
        case .towards(let settlement, let designation, let metres):
            try container.encode(
                Towards(settlement: settlement, designation: designation, metres: metres), forKey: .towards)
        case .openPlace(let question): try container.encode(question, forKey: .openPlace)
        case .property: break
        case .activity(let activities): try container.encode(activities, forKey: .activity)
        case .change(let kinds): try container.encode(kinds, forKey: .change)
        case .phase(let phases): try container.encode(phases, forKey: .phase)
        case .initiator(let role): try container.encode(Initiator(role: role), forKey: .initiator)
        case .functionChange: try container.encode(true, forKey: .functionChange)
        case .interestsCollide: try container.encode(true, forKey: .interestsCollide)
        case .otherPart(let activities, let phase):
            try container.encode(OtherPart(activities: activities, phase: phase), forKey: .otherPart)
        case .open(let question): try container.encode(question, forKey: .open)
        }
    }
}
