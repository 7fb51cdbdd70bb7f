/// Runs a program over one tile after another. Belongs to one thread.
///
/// First it finds out of which values the tile is all alike, then, backwards from the outcomes, which of the others are asked
/// for at all; only those are computed.
final class TileRun {
    private typealias Words = UnsafeMutablePointer<UInt64>
    private enum Kind {
        static let zeros = BitPlane.Chunk.zeros
        static let ones = BitPlane.Chunk.ones
        static let mixed = BitPlane.Chunk.mixed
    }

    private static let size = BitPlane.chunkWords
    private let steps: TileSteps
    private let planes: [BitPlane]
    private let domain: BitPlane
    private let outputs: [BitPlane]
    private let states: UnsafeMutablePointer<UInt8>
    private let words: UnsafeMutablePointer<Words>
    private let isAsked: UnsafeMutablePointer<Bool>
    /// Words of values, in the order in which they are computed.
    private let room: Words
    private let slotCount: Int
    /// How many cells of every output were one so far.
    private(set) var counts: [Int]

    init(steps: TileSteps, planes: [BitPlane], domain: BitPlane, outputs: [BitPlane]) {
        self.steps = steps
        self.planes = planes
        self.domain = domain
        self.outputs = outputs
        slotCount = steps.ones + 1
        states = .allocate(capacity: slotCount)
        words = .allocate(capacity: slotCount)
        isAsked = .allocate(capacity: slotCount)
        room = BitPlane.allocate(max(1, steps.steps.count) * Self.size)
        states.initialize(repeating: Kind.zeros, count: slotCount)
        words.initialize(repeating: room, count: slotCount)
        isAsked.initialize(repeating: false, count: slotCount)
        states[steps.ones] = Kind.ones
        counts = Array(repeating: 0, count: outputs.count)
    }

    deinit {
        states.deallocate()
        words.deallocate()
        isAsked.deallocate()
        UnsafeMutableRawPointer(room).deallocate()
    }

    func run(_ chunk: Int) {
        if domain.states[chunk] == Kind.zeros {
            for output in outputs { output.states[chunk] = Kind.zeros }
            return
        }
        for (number, plane) in planes.enumerated() {
            states[number] = plane.states[chunk]
            words[number] = plane.words + chunk * Self.size
        }
        let isMixed = findStates()
        if isMixed { compute() }
        for (number, output) in outputs.enumerated() {
            let value = Int(steps.outputs[number])
            counts[number] += store(states[value], words[value], in: output, chunk)
        }
    }

    /// Which values are all alike; tells whether any that an output asks for is not.
    private func findStates() -> Bool {
        let first = steps.firstValue
        steps.steps.withUnsafeBufferPointer { steps in
            for number in steps.indices {
                let step = steps[number]
                let (left, right) = (states[Int(step.left)], states[Int(step.right)])
                states[first + number] = Self.state(step.operation, left, right)
            }
        }
        return steps.outputs.contains { states[Int($0)] == Kind.mixed }
    }

    @inline(__always)
    private static func state(_ operation: PlaneProgram.Operation, _ left: UInt8, _ right: UInt8) -> UInt8 {
        switch operation {
        case .not: left == Kind.mixed ? Kind.mixed : 1 - left
        case .and:
            left == Kind.zeros || right == Kind.zeros
                ? Kind.zeros : left == Kind.ones && right == Kind.ones ? Kind.ones : Kind.mixed
        case .or:
            left == Kind.ones || right == Kind.ones
                ? Kind.ones : left == Kind.zeros && right == Kind.zeros ? Kind.zeros : Kind.mixed
        case .andNot:
            left == Kind.zeros || right == Kind.ones
                ? Kind.zeros : left == Kind.ones && right == Kind.zeros ? Kind.ones : Kind.mixed
        case .orNot:
            left == Kind.ones || right == Kind.zeros
                ? Kind.ones : left == Kind.zeros && right == Kind.ones ? Kind.zeros : Kind.mixed
        }
    }

    private func compute() {
        let first = steps.firstValue
        isAsked.update(repeating: false, count: slotCount)
        for output in steps.outputs { isAsked[Int(output)] = true }
        steps.steps.withUnsafeBufferPointer { steps in
            for number in steps.indices.reversed() where isAsked[first + number] && states[first + number] == Kind.mixed
            {
                isAsked[Int(steps[number].left)] = true
                isAsked[Int(steps[number].right)] = true
            }
            var free = room
            for number in steps.indices where isAsked[first + number] && states[first + number] == Kind.mixed {
                if let (state, found) = Self.compute(
                    steps[number].operation, states[Int(steps[number].left)], words[Int(steps[number].left)],
                    states[Int(steps[number].right)], words[Int(steps[number].right)], free)
                {
                    states[first + number] = state
                    words[first + number] = found
                    if found == free { free += Self.size }
                }
            }
        }
    }

    /// The value of a step: words of one of both sides, or words written at `target`.
    @inline(__always)
    private static func compute(
        _ operation: PlaneProgram.Operation, _ leftState: UInt8, _ left: Words, _ rightState: UInt8, _ right: Words,
        _ target: Words
    ) -> (UInt8, Words)? {
        let isLeftAlike = leftState != Kind.mixed
        let isRightAlike = rightState != Kind.mixed
        switch operation {
        case .not:
            if isLeftAlike { return (1 - leftState, target) }
            TileWords.invert(left, target)
        case .and:
            if isLeftAlike { return leftState == Kind.zeros ? (Kind.zeros, target) : (rightState, right) }
            if isRightAlike { return rightState == Kind.zeros ? (Kind.zeros, target) : (leftState, left) }
            if TileWords.and(left, right, target) { return (Kind.zeros, target) }
        case .or:
            if isLeftAlike { return leftState == Kind.ones ? (Kind.ones, target) : (rightState, right) }
            if isRightAlike { return rightState == Kind.ones ? (Kind.ones, target) : (leftState, left) }
            TileWords.or(left, right, target)
        case .andNot:
            if isRightAlike { return rightState == Kind.ones ? (Kind.zeros, target) : (leftState, left) }
            if leftState == Kind.zeros { return (Kind.zeros, target) }
            if leftState == Kind.ones {
                TileWords.invert(right, target)
            } else if TileWords.andNot(left, right, target) {
                return (Kind.zeros, target)
            }
        case .orNot:
            if isRightAlike { return rightState == Kind.zeros ? (Kind.ones, target) : (leftState, left) }
            if leftState == Kind.ones { return (Kind.ones, target) }
            if leftState == Kind.zeros {
                TileWords.invert(right, target)
            } else {
                TileWords.orNot(left, right, target)
            }
        }
        return (Kind.mixed, target)
    }

    /// Writes a tile of an output, limited to the domain, and counts its cells.
    private func store(_ state: UInt8, _ words: Words, in output: BitPlane, _ chunk: Int) -> Int {
        let base = chunk * Self.size
        let limit = domain.words + base
        let target = output.words + base
        if state == Kind.zeros {
            output.states[chunk] = Kind.zeros
            return 0
        }
        if state == Kind.ones {
            if domain.states[chunk] == Kind.ones {
                output.states[chunk] = Kind.ones
                return TileWords.count(limit)
            }
            target.update(from: limit, count: Self.size)
        } else if TileWords.and(words, limit, target) {
            output.states[chunk] = Kind.zeros
            return 0
        }
        output.states[chunk] = Kind.mixed
        return TileWords.count(target)
    }
}
