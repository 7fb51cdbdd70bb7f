extension PolicyHouse {
    /// Roles of initiators that some rule makes a difference for, each once, in alphabetical order.
    public var initiatorRoles: [String] {
        var roles: Set<String> = []
        for test in allTests { test.visit { if case .initiator(let role) = $0 { roles.insert(role) } } }
        return roles.sorted()
    }

    /// Properties on which the triggers of frames rest, each once, in the order of the frames.
    public var propertiesOfTriggers: [String] {
        var properties: [String] = []
        for trigger in frames.flatMap(\.triggers) {
            properties += trigger.when.propertiesAsked.filter { !properties.contains($0) }
        }
        return properties
    }
}

extension Test {
    /// Every test in this one, itself included.
    func visit(_ body: (Test) -> Void) {
        body(self)
        switch self {
        case .all(let tests), .any(let tests): for test in tests { test.visit(body) }
        case .not(let inner): inner.visit(body)
        default: break
        }
    }
}

extension Test {
    /// The declared properties that this test compares with, each once.
    public var propertiesAsked: [String] {
        var properties: [String] = []
        visit {
            if case .property(let test) = $0, !properties.contains(test.property) { properties.append(test.property) }
        }
        return properties
    }
}
