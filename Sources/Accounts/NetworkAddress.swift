import Foundation

/// Who asks, as far as an address tells.
public enum NetworkAddress {
    /// What counts as one visitor: an IPv4 address, or the first 64 bits of an IPv6 address, because who has one address
    /// has all of such a network. An IPv4 address written as IPv6 counts as itself. A port behind it, brackets around it
    /// and a zone are left out; a text that is no address stays as it is.
    public static func network(of address: String) -> String {
        for text in spellings(address.trimmingCharacters(in: .whitespaces)) {
            if let bytes = bytes(text, family: AF_INET, count: 4) { return plain(bytes[...]) }
            guard let bytes = bytes(text, family: AF_INET6, count: 16) else { continue }
            let mapped: [UInt8] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF]
            if bytes.starts(with: mapped) { return plain(bytes[12...]) }
            let groups = stride(from: 0, to: 8, by: 2).map { place in
                String(Int(bytes[place]) << 8 | Int(bytes[place + 1]), radix: 16)
            }
            return groups.joined(separator: ":") + "::/64"
        }
        return address
    }

    /// The text itself, and what is left of it without a zone, brackets or a port.
    private static func spellings(_ text: String) -> [String] {
        var bare = text[...]
        if bare.first == "[" { bare = bare.dropFirst().prefix { $0 != "]" } }
        let withoutZone = String(bare.prefix { $0 != "%" })
        let pieces = text.split(separator: ":", omittingEmptySubsequences: false)
        return [withoutZone] + (pieces.count == 2 ? [String(pieces[0])] : [])
    }

    private static func plain(_ bytes: ArraySlice<UInt8>) -> String {
        bytes.map { String($0) }.joined(separator: ".")
    }

    private static func bytes(_ text: String, family: Int32, count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        // Returns 1 for an address of this family.
        return inet_pton(family, text, &bytes) == 1 ? bytes : nil
    }
}
