import Assessment
import NormEngine
import PolicyModel
import Testing

@testable import Reporting

@Suite("The reading order of a sheet")
struct SheetOrderTests {
    private let forces: [BindingForce] = [.binding, .selfBinding, .agreed, .guiding, .none]

    @Test("Status goes before force, force before state, in every example", arguments: Examples.names)
    func order(_ name: String) throws {
        let house = try OpenedTestHouse.pv22()
        let findings = SheetOrder(house.index).sorted(try house.report(try Examples.text(name)).findings)
        let keys = findings.map { finding in
            [
                house.index.readingPosition(
                    status: DocumentStatus(rawValue: finding.documentStatus), effect: finding.effect
                ).band,
                forces.firstIndex(of: finding.force) ?? 9, finding.state == .applies ? 0 : 1,
            ]
        }
        for (key, next) in zip(keys, keys.dropFirst()) { #expect(!next.lexicographicallyPrecedes(key)) }
    }

    @Test("The order of the input does not matter")
    func stable() throws {
        let house = try OpenedTestHouse.pv22()
        let findings = try house.report(try Examples.text("zonnepark.json")).findings
        let order = SheetOrder(house.index)
        #expect(order.sorted(findings) == order.sorted(findings.reversed()))
    }

    @Test("The page says the bands of the house in their order")
    func words() throws {
        let text = SheetOrder(try OpenedTestHouse.pv22().index).explanation
        #expect(
            text.hasPrefix(
                "De volgorde: eerst geldend beleid, dan toe aan herziening, dan nog niet vastgesteld, dan niet meer geldig."
            ))
    }
}
