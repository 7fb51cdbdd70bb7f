import NormEngine
import PolicyModel
import Reporting

extension HouseBook {
    /// Where a record or a part of one is shown. What a text says in a cell of a frame stands on the page of its principle.
    func address(of key: RecordKey) -> String {
        guard let owner = key.owner, case .frame(let frame)? = records[RecordKey(.frame, owner)]?.value else {
            return PolicyAddress.page(key)
        }
        let principle =
            switch key.kind {
            case .statement: frame.statements.first { $0.id == key.id }?.principle
            case .criterion: frame.criteria.first { $0.id == key.id }?.principle
            default: nil as String?
            }
        guard let principle else { return PolicyAddress.page(key) }
        return PolicyAddress.principle(principle, of: owner) + "#" + PolicyAddress.anchor(key)
    }
}
