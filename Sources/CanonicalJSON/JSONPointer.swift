/// Pointers into a JSON document by RFC 6901.
public enum JSONPointer {
    /// A pointer to a member or item below another one; `""` is the whole document.
    public static func appending(_ token: String, to pointer: String) -> String {
        var text = pointer + "/"
        for character in token.unicodeScalars {
            switch character {
            case "~": text += "~0"
            case "/": text += "~1"
            default: text.unicodeScalars.append(character)
            }
        }
        return text
    }

    /// A pointer to an item of an array.
    public static func appending(_ index: Int, to pointer: String) -> String { "\(pointer)/\(index)" }
}
