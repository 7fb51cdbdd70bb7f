internal import PolicyModel

/// The smallest passages of a document: sentences, undivided items, cells, legend entries. Headings are not counted.
struct LeafPassages {
    struct Leaf {
        var passage: Passage
        /// The item or row that the passage is a part of; the passage itself when it is none.
        var whole: Passage
        /// It is all that its whole has.
        var isAlone: Bool
    }

    let leaves: [Leaf]

    init(_ passages: [Passage]) {
        var leaves: [Leaf] = []
        var whole: Passage?
        var parts: [Passage] = []
        func close() {
            guard let current = whole else { return }
            let found = parts.isEmpty && current.unit != .heading ? [current] : parts
            leaves += found.map { Leaf(passage: $0, whole: current, isAlone: found.count == 1) }
        }
        for passage in passages {
            if passage.isPart, whole != nil {
                parts.append(passage)
            } else {
                close()
                whole = passage
                parts = []
            }
        }
        close()
        self.leaves = leaves
    }
}
