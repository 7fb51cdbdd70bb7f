/// Brings together what two people wrote from the same beginning. Nothing of either is lost.
enum Merge {
    /// - Parameters:
    ///   - base: what both began with; `nil` when there was nothing.
    static func text(base: String?, mine: String, theirs: String) -> String {
        let base = base ?? ""
        if mine == theirs || theirs == base { return mine }
        if mine == base || theirs.contains(mine) { return theirs }
        if mine.contains(theirs) { return mine }
        return theirs + "\n\n" + mine
    }

    /// A tick that either changed is changed: with two values both cannot have changed it differently.
    static func tick(base: Bool?, mine: Bool, theirs: Bool) -> Bool { mine == (base ?? false) ? theirs : mine }

    /// One of several: `nil` when both chose another one, so that a person must choose.
    static func choice(base: String?, mine: String, theirs: String) -> String? {
        if mine == theirs || theirs == base { return mine }
        return mine == base ? theirs : nil
    }
}
