/// Operations on the words of one tile, eight at a time.
enum TileWords {
    typealias Words = UnsafeMutablePointer<UInt64>
    private typealias Eight = SIMD8<UInt64>
    private static let count = BitPlane.chunkWords / Eight.scalarCount

    @inline(__always)
    private static func eights(_ words: Words) -> UnsafeMutablePointer<Eight> {
        // Planes and rooms of values begin at a multiple of 64 bytes, and so does every tile.
        UnsafeMutableRawPointer(words).assumingMemoryBound(to: Eight.self)
    }

    /// Whether nothing is left.
    @inline(__always)
    static func and(_ left: Words, _ right: Words, _ target: Words) -> Bool {
        let (left, right, target) = (eights(left), eights(right), eights(target))
        var any = Eight.zero
        for place in 0..<count {
            let word = left[place] & right[place]
            target[place] = word
            any |= word
        }
        return any == .zero
    }

    /// Whether nothing is left.
    @inline(__always)
    static func andNot(_ left: Words, _ right: Words, _ target: Words) -> Bool {
        let (left, right, target) = (eights(left), eights(right), eights(target))
        var any = Eight.zero
        for place in 0..<count {
            let word = left[place] & ~right[place]
            target[place] = word
            any |= word
        }
        return any == .zero
    }

    @inline(__always)
    static func or(_ left: Words, _ right: Words, _ target: Words) {
        let (left, right, target) = (eights(left), eights(right), eights(target))
        for place in 0..<count { target[place] = left[place] | right[place] }
    }

    @inline(__always)
    static func orNot(_ left: Words, _ right: Words, _ target: Words) {
        let (left, right, target) = (eights(left), eights(right), eights(target))
        for place in 0..<count { target[place] = left[place] | ~right[place] }
    }

    @inline(__always)
    static func invert(_ words: Words, _ target: Words) {
        let (words, target) = (eights(words), eights(target))
        for place in 0..<count { target[place] = ~words[place] }
    }

    /// How many bits are one: words are added up bit by bit, eight at a time, before their bits are counted.
    static func count(_ words: Words) -> Int {
        let words = eights(words)
        var (ones, twos, fours) = (Eight.zero, Eight.zero, Eight.zero)
        var eights = Eight.zero
        @inline(__always)
        func add(_ sum: inout Eight, _ one: Eight, _ other: Eight) -> Eight {
            let half = sum ^ one
            let carry = sum & one | half & other
            sum = half ^ other
            return carry
        }
        var place = 0
        while place < count {
            let first = add(&ones, words[place], words[place + 1])
            let second = add(&ones, words[place + 2], words[place + 3])
            let third = add(&twos, first, second)
            let fourth = add(&ones, words[place + 4], words[place + 5])
            let fifth = add(&ones, words[place + 6], words[place + 7])
            let sixth = add(&twos, fourth, fifth)
            eights &+= bits(add(&fours, third, sixth))
            place += 8
        }
        let sum = (eights &<< 3) &+ (bits(fours) &<< 2) &+ (bits(twos) &<< 1) &+ bits(ones)
        return Int(sum.wrappedSum())
    }

    /// How many bits of every word are one.
    @inline(__always)
    private static func bits(_ words: Eight) -> Eight {
        let pairs = words &- ((words &>> 1) & Eight(repeating: 0x5555_5555_5555_5555))
        let four = Eight(repeating: 0x3333_3333_3333_3333)
        let nibbles = (pairs & four) &+ ((pairs &>> 2) & four)
        let bytes = (nibbles &+ (nibbles &>> 4)) & Eight(repeating: 0x0F0F_0F0F_0F0F_0F0F)
        // Adds up the bytes without multiplying, which not every processor does for words side by side.
        let halves = bytes &+ (bytes &>> 8)
        let quarters = halves &+ (halves &>> 16)
        return (quarters &+ (quarters &>> 32)) & Eight(repeating: 0x7F)
    }
}
