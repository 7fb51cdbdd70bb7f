internal import Synchronization

/// Runs a program over planes, tile by tile, on all cores: what stands between planes and outcomes never leaves the cache.
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
        let parts = Cores.ranges(domain.chunkCount, parts: 64)
        let next = Atomic(0)
        let sums = Mutex([Int](repeating: 0, count: outputs.count))
        let steps = TileSteps(program)
        // Each worker has registers of its own and takes part after part.
        try Cores.forEach(Cores.count, work: work) { (_) throws(OpportunityError) in
            let tile = TileRun(steps: steps, planes: planes, domain: domain, outputs: outputs)
            while true {
                let part = next.add(1, ordering: .relaxed).oldValue
                guard part < parts.count else { break }
                if work.isCancelled() { throw .cancelled }
                for chunk in parts[part] { tile.run(chunk) }
            }
            sums.withLock { sums in
                for output in sums.indices { sums[output] += tile.counts[output] }
            }
        }
        return Output(planes: outputs, counts: sums.withLock { $0 })
    }
}

/// A program with all that it reads and writes in one row of numbers: planes, values, and the two constants.
struct TileSteps: Sendable {
    struct Step: Sendable {
        var operation: PlaneProgram.Operation
        var left: Int32
        var right: Int32
    }

    let steps: [Step]
    let outputs: [Int32]
    /// The first value; planes come before it.
    let firstValue: Int
    let zeros: Int
    let ones: Int

    init(_ program: PlaneProgram) {
        let first = program.sources.count
        let (zeros, ones) = (first + program.instructions.count, first + program.instructions.count + 1)
        // Registers are used again; here each value has a place of its own, so that one may stand for another.
        var places: [Int: Int] = [:]
        func place(_ operand: PlaneProgram.Operand) -> Int32 {
            switch operand {
            case .plane(let number): Int32(number)
            case .register(let number): Int32(places[number] ?? zeros)
            case .constant(let value): Int32(value ? ones : zeros)
            }
        }
        var steps: [Step] = []
        var outputs = [Int32](repeating: Int32(zeros), count: program.outputs.count)
        for (number, instruction) in program.instructions.enumerated() {
            for output in program.outputsReady[number] { outputs[output] = place(program.outputs[output]) }
            steps.append(
                Step(
                    operation: instruction.operation, left: place(instruction.left), right: place(instruction.right)))
            places[instruction.target] = first + number
        }
        for output in program.outputsReady[program.instructions.count] {
            outputs[output] = place(program.outputs[output])
        }
        self.steps = steps
        self.outputs = outputs
        firstValue = first
        self.zeros = zeros
        self.ones = ones
    }
}
