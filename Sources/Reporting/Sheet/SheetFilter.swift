public import Assessment
public import PolicyModel

/// Which findings a reader asks to see; an empty set asks for all.
public struct SheetFilter: Sendable, Hashable {
    /// Signs of what findings do when they apply.
    public var marks: Set<Mark>
    public var forces: Set<BindingForce>
    /// Principles of the main frame, by id.
    public var principles: Set<String>

    public init(marks: Set<Mark> = [], forces: Set<BindingForce> = [], principles: Set<String> = []) {
        self.marks = marks
        self.forces = forces
        self.principles = principles
    }

    public var isEmpty: Bool { marks.isEmpty && forces.isEmpty && principles.isEmpty }

    /// - Parameter frame: the main frame, by id.
    public func keeps(_ finding: ReportFinding, frame: String?) -> Bool {
        (marks.isEmpty || marks.contains(Mark(finding.effect)))
            && (forces.isEmpty || forces.contains(finding.force))
            && (principles.isEmpty
                || finding.frames.contains { $0.frame == frame && principles.contains($0.principle) })
    }
}

extension Frame {
    /// The frame by whose groups of questions findings are shown: the first with groups that is about every plan, else the
    /// first with groups.
    public static func main(of house: PolicyHouse) -> Frame? {
        let grouped = house.frames.filter { !$0.groups.isEmpty }
        return grouped.first { $0.appliesWhen == nil } ?? grouped.first
    }
}
