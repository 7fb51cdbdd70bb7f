/// A compiled list of instructions over planes: every needed expression once, in an order in which registers are soon free.
struct PlaneProgram: Sendable {
    enum Operation: UInt8, Sendable { case and, or, andNot, orNot, not }

    /// A plane that is read, or a register.
    enum Operand: Sendable, Hashable {
        case plane(Int)
        case register(Int)
        case constant(Bool)
    }

    struct Instruction: Sendable, Hashable {
        var operation: Operation
        var target: Int
        var left: Operand
        var right: Operand
    }

    let sources: [PlaneSource]
    let instructions: [Instruction]
    let outputs: [Operand]
    /// After how many instructions each output is ready, in the order of the program.
    let outputsReady: [[Int]]
    let registerCount: Int

    init(_ graph: BooleanGraph, outputs nodes: [Node]) {
        var emitter = Emitter(graph: graph)
        for (number, node) in nodes.enumerated() { emitter.emit(node, output: number) }
        let allocation = emitter.allocate(nodes)
        sources = emitter.sources
        instructions = allocation.instructions
        outputs = allocation.outputs
        outputsReady = allocation.ready
        registerCount = allocation.registers
    }
}

/// Puts a graph in order and gives every value a register.
private struct Emitter {
    let graph: BooleanGraph
    var sources: [PlaneSource] = []
    private var sourceNumbers: [PlaneSource: Int] = [:]
    private var values: [Node: PlaneProgram.Operand] = [:]
    private var code: [PlaneProgram.Instruction] = []
    /// Outputs, by the number of instructions after which they are ready.
    private var ready: [Int: [Int]] = [:]

    init(graph: BooleanGraph) { self.graph = graph }

    mutating func emit(_ node: Node, output: Int) {
        _ = value(of: node)
        ready[code.count, default: []].append(output)
    }

    private mutating func value(of node: Node) -> PlaneProgram.Operand {
        if let known = values[node] { return known }
        let operand: PlaneProgram.Operand
        switch graph[node] {
        case .no: operand = .constant(false)
        case .yes: operand = .constant(true)
        case .plane(let source):
            if let number = sourceNumbers[source] {
                operand = .plane(number)
            } else {
                sources.append(source)
                sourceNumbers[source] = sources.count - 1
                operand = .plane(sources.count - 1)
            }
        case .not(let inner):
            let value = value(of: inner)
            operand = append(.not, value, value)
        case .and(let left, let right): operand = pair(left, right, .and, .andNot)
        case .or(let left, let right): operand = pair(left, right, .or, .orNot)
        }
        values[node] = operand
        return operand
    }

    /// A negated side needs no instruction of its own.
    private mutating func pair(
        _ left: Node, _ right: Node, _ plain: PlaneProgram.Operation, _ negated: PlaneProgram.Operation
    ) -> PlaneProgram.Operand {
        if case .not(let inner) = graph[right], values[right] == nil {
            let one = value(of: left)
            return append(negated, one, value(of: inner))
        }
        if case .not(let inner) = graph[left], values[left] == nil {
            let one = value(of: right)
            return append(negated, one, value(of: inner))
        }
        let one = value(of: left)
        return append(plain, one, value(of: right))
    }

    private mutating func append(
        _ operation: PlaneProgram.Operation, _ left: PlaneProgram.Operand, _ right: PlaneProgram.Operand
    ) -> PlaneProgram.Operand {
        code.append(PlaneProgram.Instruction(operation: operation, target: code.count, left: left, right: right))
        return .register(code.count - 1)
    }

    struct Allocation {
        var instructions: [PlaneProgram.Instruction]
        var outputs: [PlaneProgram.Operand]
        var ready: [[Int]]
        var registers: Int
    }

    /// Registers are used again after the last instruction, or the last output, that reads them.
    func allocate(_ nodes: [Node]) -> Allocation {
        var lastUse: [Int: Int] = [:]
        func use(_ operand: PlaneProgram.Operand, at place: Int) {
            if case .register(let value) = operand { lastUse[value] = max(lastUse[value] ?? 0, place) }
        }
        for (place, instruction) in code.enumerated() {
            use(instruction.left, at: place)
            use(instruction.right, at: place)
        }
        let outputs = nodes.map { values[$0] ?? .constant(false) }
        // An output is read before the instruction that follows its being ready.
        for (place, numbers) in ready { for number in numbers { use(outputs[number], at: place) } }
        var free: [Int] = []
        var count = 0
        var registers: [Int: Int] = [:]
        var ending: [Int: [Int]] = [:]
        for (value, place) in lastUse { ending[place, default: []].append(value) }
        func placed(_ operand: PlaneProgram.Operand) -> PlaneProgram.Operand {
            if case .register(let value) = operand { return .register(registers[value] ?? 0) }
            return operand
        }
        var instructions: [PlaneProgram.Instruction] = []
        var placedOutputs = outputs
        var readyLists: [[Int]] = []
        for place in 0...code.count {
            let numbers = ready[place] ?? []
            readyLists.append(numbers)
            for number in numbers { placedOutputs[number] = placed(outputs[number]) }
            guard place < code.count else { break }
            let instruction = code[place]
            let (left, right) = (placed(instruction.left), placed(instruction.right))
            let target = free.popLast() ?? count
            if target == count { count += 1 }
            registers[place] = target
            instructions.append(
                PlaneProgram.Instruction(operation: instruction.operation, target: target, left: left, right: right))
            for value in (ending[place] ?? []).sorted() where value != place {
                if let register = registers[value] { free.append(register) }
            }
            // A value that nobody reads any more than here.
            if lastUse[place] == nil { free.append(target) }
        }
        return Allocation(instructions: instructions, outputs: placedOutputs, ready: readyLists, registers: count)
    }
}

extension PlaneProgram {
    /// The program in words: one line per instruction, then one per output.
    func text(outputNames: [String]) -> String {
        var lines = sources.enumerated().map { "p\($0.offset) = \($0.element)" }
        for instruction in instructions {
            let (left, right) = (word(instruction.left), word(instruction.right))
            let expression =
                switch instruction.operation {
                case .and: "\(left) & \(right)"
                case .or: "\(left) | \(right)"
                case .andNot: "\(left) & ~\(right)"
                case .orNot: "\(left) | ~\(right)"
                case .not: "~\(left)"
                }
            lines.append("r\(instruction.target) = \(expression)")
        }
        var ready: [String] = []
        for (place, numbers) in outputsReady.enumerated() {
            for number in numbers where outputNames.indices.contains(number) {
                ready.append("\(outputNames[number]) = \(word(outputs[number]))  [after \(place)]")
            }
        }
        return (lines + ready).joined(separator: "\n")
    }

    private func word(_ operand: Operand) -> String {
        switch operand {
        case .plane(let number): "p\(number)"
        case .register(let number): "r\(number)"
        case .constant(let value): value ? "1" : "0"
        }
    }
}
