import Foundation

extension CharacterSet {
    /// What may stand in the value of a query as it is.
    static let urlQueryValue = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")
}
