public import Geometry
public import PolicyModel

extension MapLayers {
    /// How a place lies to every designation, and the other facts asked for. Never throws: what cannot be known is a
    /// fact with the state `failed`.
    public func facts(for place: Shape, needs: FactNeeds = FactNeeds()) -> SpatialFacts {
        let wanted = wantedDesignations(needs)
        let prepared: Place
        do throws(GeometryError) {
            prepared = try Place(place)
        } catch {
            return failedFacts(wanted, needs, why: LayerFailure(error).why)
        }
        let house = contents(of: outline)?.first
        var facts: [String: [LayerFact]] = [:]
        for designation in wanted {
            let search = needs.searchMetres[designation] ?? 0
            guard let layers = byDesignation[designation] else {
                facts[designation] = [
                    LayerFact(
                        designation: designation, layer: nil, state: .noLayer, certain: false,
                        why: "voor dit gebied is geen kaartlaag geladen", searchMetres: search, searchIsCovered: false)
                ]
                continue
            }
            facts[designation] = layers.map {
                LayerFactMaker(
                    layer: $0, place: prepared, searchMetres: search, outline: house,
                    isOutline: designation == outline
                ).fact()
            }
        }
        var towards: [TowardsKey: Truth] = [:]
        for key in needs.towards { towards[key] = self.towards(key, prepared) }
        return SpatialFacts(layers: facts, towards: towards, outsideShare: outsideShare(prepared, house))
    }

    private func wantedDesignations(_ needs: FactNeeds) -> [String] {
        let all = Set(designations.keys).union(byDesignation.keys).union(needs.searchMetres.keys)
        return (needs.designations ?? all).sorted()
    }

    private func failedFacts(_ wanted: [String], _ needs: FactNeeds, why: String) -> SpatialFacts {
        var facts: [String: [LayerFact]] = [:]
        for designation in wanted {
            facts[designation] = [
                LayerFact(
                    designation: designation, layer: nil, state: .failed, certain: false, why: why,
                    searchMetres: needs.searchMetres[designation] ?? 0, searchIsCovered: false)
            ]
        }
        let unknown = needs.towards.map { ($0, Truth.unknown) }
        return SpatialFacts(layers: facts, towards: Dictionary(unknown) { first, _ in first })
    }

    /// 0 when the outline cannot be used: its own fact then tells that nothing is known.
    func outsideShare(_ place: Place, _ house: LayerContents?) -> Double {
        guard let house, place.measure > 0 else { return 0 }
        let overlay = Overlay(place: place, contents: house)
        guard let shares = try? overlay.shares() else { return 0 }
        guard shares.contains(where: { overlay.isOverlap($0) }) else { return 1 }
        guard let inside = try? overlay.union(of: shares)?.share else { return 0 }
        let outside = 1 - inside
        return outside * place.measure > place.sliverLimit(place.kindOfMeasure) ? outside : 0
    }
}

extension Place {
    /// How this place itself is measured.
    var kindOfMeasure: OverlapMeasure.Kind { dimension == 2 ? .area : dimension == 1 ? .length : .point }
}
