public import CanonicalJSON

/// The program and its planes for a witness in another language.
extension CompiledActivity {
    /// Planes, instructions and outputs by number: `["and", target, left, right]`, where an operand is `p3`, `r2`, `0` or `1`.
    package func exported() -> JSONValue {
        let program = program
        func word(_ operand: PlaneProgram.Operand) -> JSONValue {
            switch operand {
            case .plane(let number): .string("p\(number)")
            case .register(let number): .string("r\(number)")
            case .constant(let value): .string(value ? "1" : "0")
            }
        }
        func operation(_ operation: PlaneProgram.Operation) -> String {
            switch operation {
            case .and: "and"
            case .or: "or"
            case .andNot: "and-not"
            case .orNot: "or-not"
            case .not: "not"
            }
        }
        return [
            "planes": .array(program.sources.map { .string($0.description) }),
            "registers": .number(Double(program.registerCount)),
            "instructions": .array(
                program.instructions.map { item in
                    [
                        .string(operation(item.operation)), .number(Double(item.target)), word(item.left),
                        word(item.right),
                    ]
                }),
            "outputs": .array(program.outputs.map(word)),
            "ready": .array(program.outputsReady.map { .array($0.map { .number(Double($0)) }) }),
            "classes": .array(outputs.map { .string($0.kind.id) }),
        ]
    }

    /// The planes in the order of the program.
    package var orderedSources: [PlaneSource] { program.sources }

    /// How large the program is.
    package var size: (planes: Int, instructions: Int, outputs: Int) {
        let program = program
        return (program.sources.count, program.instructions.count, program.outputs.count)
    }
}

extension BitPlane {
    /// All words, row after row, little-endian: the first cell is the lowest bit.
    package func packedBytes() -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(grid.wordsPerRow * grid.rows * 8)
        for row in 0..<grid.rows {
            for number in 0..<grid.wordsPerRow {
                let word = word(grid.place(row: row, word: number))
                for shift in stride(from: 0, to: 64, by: 8) {
                    bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
                }
            }
        }
        return bytes
    }
}
