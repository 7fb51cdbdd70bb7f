import Assessment
public import Casework

extension Site {
    /// What people do with dossiers, on this house and this store.
    public var casework: CaseworkService {
        let assessor = house.assessor
        return CaseworkService(
            store: store, house: house.house, assess: { try assessor.assess($0, on: $1) }, now: now)
    }
}
