/// Which activities a norm is about.
public enum ActivityScope: Sendable, Hashable {
    /// These and everything narrower, but not some of what is narrower.
    case these([String], except: [String] = [])
    /// Every activity but these and what is narrower.
    case any(except: [String])
}

extension ActivityScope: Codable {
    private struct AnyExcept: Codable { var any: Bool; @OrEmpty var except: [String] }
    private struct TheseExcept: Codable { var these: [String]; @OrEmpty var except: [String] }

    public init(from decoder: any Decoder) throws {
        if let list = try? [String](from: decoder) {
            self = .these(list)
        } else if let word = try? String(from: decoder), word == "any" {
            self = .any(except: [])
        } else if let some = try? TheseExcept(from: decoder) {
            self = .these(some.these, except: some.except)
        } else {
            self = .any(except: try AnyExcept(from: decoder).except)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .these(let list, let except) where except.isEmpty: try list.encode(to: encoder)
        case .these(let list, let except): try TheseExcept(these: list, except: except).encode(to: encoder)
        case .any(let except): try AnyExcept(any: true, except: except).encode(to: encoder)
        }
    }
}

/// A condition attached to a norm.
public struct NormCondition: Sendable, Hashable, Codable, Identifiable {
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// A test decides it.
        case measurable
        /// A person decides it.
        case open
        /// Another document or body decides it; always open here.
        case external
    }

    public var id: String
    public var source: SourceReference?
    /// What must be so, in our own words.
    public var text: String
    public var kind: Kind
    /// For `measurable`.
    public var test: Test?
    /// For `open` and `external`: the question to ask.
    public var question: String?
    public var asks: String?
}

/// A statement of policy that can be evaluated.
public struct Norm: Sendable, Hashable, Codable, Identifiable {
    public var id: String
    public var title: String
    /// What the passage says, in our own plain words.
    public var summary: String
    public var source: SourceReference
    /// Groups the same norm in several documents.
    public var sameAs: String?
    public var activities: ActivityScope
    /// Kinds of change the norm is about; empty means every kind.
    @OrEmpty public var change: [ChangeKind]
    /// Phases the norm is about; empty means every phase.
    @OrEmpty public var phase: [Phase]
    public var `where`: Test?
    public var depth: DepthCondition?
    public var when: Test?
    public var effect: Effect
    /// All must be met.
    @OrEmpty public var conditions: [NormCondition]
    /// Who should act.
    public var bearer: String?
    /// Who is legally bound; by default whom the document binds.
    public var binds: String?
    public var competentAuthority: String?
    /// Lower than the document's own force, where the text says so.
    public var force: BindingForce?
    /// Goals that the norm protects or advances.
    @OrEmpty public var advances: [String]
    /// Cells per frame of judgement.
    @OrEmpty public var frames: [String: [FrameCell]]
    /// Norms that go before this one: when one of them applies, this one does not.
    @OrEmpty public var yieldsTo: [String]
    public var valid: Validity?
    /// For `regulated-elsewhere`: the document that holds the rule, and where in it.
    public var target: Target?
    /// For `assess-as`: the kind of change to assess as.
    public var assessAs: ChangeKind?
    public var note: String?

    public struct FrameCell: Sendable, Hashable, Codable {
        public var principle: String
        public var question: String

        public init(principle: String, question: String) {
            self.principle = principle
            self.question = question
        }
    }

    public struct Validity: Sendable, Hashable, Codable {
        public var from: PolicyDate?
        /// First day on which the norm no longer holds.
        public var until: PolicyDate?
        public var note: String?
    }

    public struct Target: Sendable, Hashable, Codable {
        public var document: String
        public var chapter: String?
    }

    private enum CodingKeys: String, CodingKey {
        case id, title, summary, source, sameAs, activities, change, phase, `where`, depth, when, effect, conditions
        case bearer, binds, competentAuthority, force, advances, frames
        case yieldsTo = "yields-to"
        case valid, target
        case assessAs = "assess-as"
        case note
    }
}
