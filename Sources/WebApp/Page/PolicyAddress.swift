import Foundation
import PolicyModel

/// Addresses of the pages of the policy house.
enum PolicyAddress {
    static func norm(_ id: String) -> String { "/beleid/normen/" + encoded(id) }
    static func designation(_ id: String) -> String { "/beleid/aanduidingen/" + encoded(id) }
    static func agreement(_ id: String) -> String { "/beleid/afspraken/" + encoded(id) }
    static func term(_ id: String) -> String { "/begrippen/" + encoded(id) }

    private static func encoded(_ id: String) -> String {
        id.addingPercentEncoding(withAllowedCharacters: .urlQueryValue) ?? ""
    }
}
