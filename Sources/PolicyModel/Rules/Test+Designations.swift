extension Test {
    /// The designations that the test asks about.
    public var designations: Set<String> {
        switch self {
        case .all(let tests), .any(let tests): tests.reduce(into: []) { $0.formUnion($1.designations) }
        case .not(let test): test.designations
        case .inside(let designation), .within(let designation, _), .feature(let designation, _),
            .attribute(let designation, _, _, _), .share(let designation, _, _), .towards(_, let designation, _):
            [designation]
        case .anywhere, .openPlace, .property, .activity, .change, .phase, .initiator, .functionChange,
            .interestsCollide, .otherPart, .open:
            []
        }
    }
}

extension PolicyHouse {
    /// The designations that frames, orders and inconsistencies ask about, whatever the plan.
    public var designationsOfEveryPlan: Set<String> {
        testsOfEveryPlan.reduce(into: []) { $0.formUnion($1.designations) }
    }
}

extension Norm {
    /// The designations that its tests ask about.
    public var designations: Set<String> {
        ([`where`, when] + conditions.map(\.test)).compactMap { $0 }.reduce(into: []) { $0.formUnion($1.designations) }
    }
}
