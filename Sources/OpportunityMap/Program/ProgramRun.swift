/// Runs a program over planes, chunk by chunk, on all cores. A chunk in which a plane is all alike costs next to nothing.
struct ProgramRun {
    let program: PlaneProgram
    let planes: [BitPlane]
    /// Cells outside it are zero in every output.
    let domain: BitPlane
    let work: Work

    /// Planes to write in, one per output, and how many cells of each are one.
    struct Output {
        var planes: [BitPlane]
        var counts: [Int]
    }

    func run(into reused: [BitPlane]? = nil) throws(OpportunityError) -> Output {
        let grid = domain.grid
        let kept = (reused ?? []).prefix(program.outputs.count)
        let outputs =
            Array(kept) + (kept.count..<program.outputs.count).map { _ in BitPlane(grid: grid, zeroed: false) }
        let parts = Cores.ranges(domain.chunkCount, parts: 16)
        let counts = UnsafeMutablePointer<Int>.allocate(capacity: max(1, parts.count * outputs.count))
        counts.initialize(repeating: 0, count: max(1, parts.count * outputs.count))
        defer { counts.deallocate() }
        let table = SharedCounts(pointer: counts)
        try Cores.forEach(parts.count, work: work) { (part) throws(OpportunityError) in
            run(parts[part], outputs, table.pointer + part * outputs.count)
        }
        let sums = outputs.indices.map { output in
            parts.indices.reduce(0) { $0 + counts[$1 * outputs.count + output] }
        }
        return Output(planes: outputs, counts: sums)
    }

    /// Each part of the work writes in a row of its own.
    private struct SharedCounts: @unchecked Sendable { let pointer: UnsafeMutablePointer<Int> }

    private func run(_ chunks: Range<Int>, _ outputs: [BitPlane], _ counts: UnsafeMutablePointer<Int>) {
        let size = BitPlane.chunkWords
        let registers = UnsafeMutablePointer<UInt64>.allocate(capacity: max(1, program.registerCount) * size)
        let states = UnsafeMutablePointer<UInt8>.allocate(capacity: max(1, program.registerCount))
        defer {
            registers.deallocate()
            states.deallocate()
        }
        let sources = planes.map { ($0.words, $0.states) }
        for chunk in chunks {
            @inline(__always)
            func look(_ operand: PlaneProgram.Operand) -> (state: UInt8, words: UnsafeMutablePointer<UInt64>) {
                switch operand {
                case .plane(let number):
                    return (sources[number].1[chunk], sources[number].0 + chunk * size)
                case .register(let number): return (states[number], registers + number * size)
                case .constant(let value): return (value ? BitPlane.Chunk.ones : BitPlane.Chunk.zeros, registers)
                }
            }
            func write(_ numbers: [Int]) {
                for number in numbers {
                    let value = look(program.outputs[number])
                    counts[number] += store(value.state, value.words, in: outputs[number], chunk)
                }
            }
            if domain.states[chunk] == BitPlane.Chunk.zeros {
                for output in outputs { output.states[chunk] = BitPlane.Chunk.zeros }
                continue
            }
            for (place, instruction) in program.instructions.enumerated() {
                write(program.outputsReady[place])
                let left = look(instruction.left)
                let right = look(instruction.right)
                let target = registers + instruction.target * size
                states[instruction.target] = Self.compute(
                    instruction.operation, left.state, left.words, right.state, right.words, target)
            }
            write(program.outputsReady[program.instructions.count])
        }
    }

    private static func compute(
        _ operation: PlaneProgram.Operation, _ leftState: UInt8, _ left: UnsafeMutablePointer<UInt64>,
        _ rightState: UInt8, _ right: UnsafeMutablePointer<UInt64>, _ target: UnsafeMutablePointer<UInt64>
    ) -> UInt8 {
        let (zeros, ones, mixed) = (BitPlane.Chunk.zeros, BitPlane.Chunk.ones, BitPlane.Chunk.mixed)
        let size = BitPlane.chunkWords
        func copy(_ words: UnsafeMutablePointer<UInt64>) -> UInt8 {
            if words != target { target.update(from: words, count: size) }
            return mixed
        }
        func inverted(_ words: UnsafeMutablePointer<UInt64>) -> UInt8 {
            for place in 0..<size { target[place] = ~words[place] }
            return mixed
        }
        switch operation {
        case .not:
            if leftState == mixed { return inverted(left) }
            return leftState == zeros ? ones : zeros
        case .and:
            if leftState == zeros || rightState == zeros { return zeros }
            if leftState == ones { return rightState == ones ? ones : copy(right) }
            if rightState == ones { return copy(left) }
            var any: UInt64 = 0
            for place in 0..<size {
                let word = left[place] & right[place]
                target[place] = word
                any |= word
            }
            return any == 0 ? zeros : mixed
        case .or:
            if leftState == ones || rightState == ones { return ones }
            if leftState == zeros { return rightState == zeros ? zeros : copy(right) }
            if rightState == zeros { return copy(left) }
            for place in 0..<size { target[place] = left[place] | right[place] }
            return mixed
        case .andNot:
            if leftState == zeros || rightState == ones { return zeros }
            if rightState == zeros { return leftState == ones ? ones : copy(left) }
            if leftState == ones { return inverted(right) }
            var any: UInt64 = 0
            for place in 0..<size {
                let word = left[place] & ~right[place]
                target[place] = word
                any |= word
            }
            return any == 0 ? zeros : mixed
        case .orNot:
            if leftState == ones || rightState == zeros { return ones }
            if rightState == ones { return leftState == zeros ? zeros : copy(left) }
            if leftState == zeros { return inverted(right) }
            for place in 0..<size { target[place] = left[place] | ~right[place] }
            return mixed
        }
    }

    /// Writes a chunk of an output, limited to the domain, and counts its cells.
    private func store(
        _ state: UInt8, _ words: UnsafeMutablePointer<UInt64>, in output: BitPlane, _ chunk: Int
    ) -> Int {
        let size = BitPlane.chunkWords
        let base = chunk * size
        let limit = domain.words + base
        let target = output.words + base
        if state == BitPlane.Chunk.zeros {
            output.states[chunk] = BitPlane.Chunk.zeros
            return 0
        }
        if state == BitPlane.Chunk.ones {
            if domain.states[chunk] == BitPlane.Chunk.ones {
                output.states[chunk] = BitPlane.Chunk.ones
                return domainCount(chunk)
            }
            target.update(from: limit, count: size)
        } else {
            // The words of the domain are always there.
            var any: UInt64 = 0
            for place in 0..<size {
                let word = words[place] & limit[place]
                target[place] = word
                any |= word
            }
            if any == 0 {
                output.states[chunk] = BitPlane.Chunk.zeros
                return 0
            }
        }
        output.states[chunk] = BitPlane.Chunk.mixed
        return BitCount.count(target)
    }

    private func domainCount(_ chunk: Int) -> Int { BitCount.count(domain.words + chunk * BitPlane.chunkWords) }
}

/// Counts the bits of a chunk: words are added up bit by bit, eight at a time, before their bits are counted.
enum BitCount {
    static func count(_ words: UnsafeMutablePointer<UInt64>) -> Int {
        var (ones, twos, fours): (UInt64, UInt64, UInt64) = (0, 0, 0)
        var eights = 0
        @inline(__always)
        func add(_ sum: inout UInt64, _ one: UInt64, _ other: UInt64) -> UInt64 {
            let half = sum ^ one
            let carry = sum & one | half & other
            sum = half ^ other
            return carry
        }
        var place = 0
        while place < BitPlane.chunkWords {
            let first = add(&ones, words[place], words[place + 1])
            let second = add(&ones, words[place + 2], words[place + 3])
            let third = add(&twos, first, second)
            let fourth = add(&ones, words[place + 4], words[place + 5])
            let fifth = add(&ones, words[place + 6], words[place + 7])
            let sixth = add(&twos, fourth, fifth)
            eights += add(&fours, third, sixth).nonzeroBitCount
            place += 8
        }
        return 8 * eights + 4 * fours.nonzeroBitCount + 2 * twos.nonzeroBitCount + ones.nonzeroBitCount
    }
}
