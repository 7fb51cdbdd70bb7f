public import Accounts
import CanonicalJSON

/// Somebody who did something, as far as that is still known.
public struct Person: Sendable, Hashable {
    public var roles: [Role]
    /// `nil` when it was erased.
    public var account: String?
    /// `nil` when it was erased. Never in a public record.
    public var name: String?

    public init(roles: [Role], account: String?, name: String?) {
        self.roles = roles
        self.account = account
        self.name = name
    }

    init(roles: [Role], identity: RecordedText?) {
        let value = identity?.text.flatMap { try? JSONValue.parse(Array($0.utf8)) }
        self.init(roles: roles, account: value?["account"]?.string, name: value?["name"]?.string)
    }

    /// The text that is kept of who somebody is.
    static func identity(of actor: CaseActor) throws -> String {
        try JSONValue.object(["account": .string(actor.account), "name": .string(actor.name)]).canonicalString
    }

    public func isSame(as actor: CaseActor) -> Bool { account == actor.account }
}
