import Foundation
internal import PolicyModel

extension PolicyHouse {
    /// A house without a name or records, to collect records in before `house.yaml` has been read.
    static func placeholder() throws -> PolicyHouse {
        let text = """
            {"id": "", "title": "", "authority": {"name": ""}, "language": "", "crs": "", "outline": "",
            "nearbyMetres": 0, "readingOrder": {"bands": [], "effects": []}}
            """
        return try JSONDecoder().decode(PolicyHouse.self, from: Data(text.utf8))
    }

    /// Takes over all records of another house, and nothing of the house itself.
    mutating func takeRecords(of other: PolicyHouse) {
        documents = other.documents
        norms = other.norms
        designations = other.designations
        layers = other.layers
        activities = other.activities
        properties = other.properties
        functions = other.functions
        terms = other.terms
        goals = other.goals
        roles = other.roles
        frames = other.frames
        useRankings = other.useRankings
        placeLadders = other.placeLadders
        labels = other.labels
        contradictions = other.contradictions
        agreements = other.agreements
        contributions = other.contributions
        inconsistencies = other.inconsistencies
        signposts = other.signposts
        figures = other.figures
        issues = other.issues
        programmes = other.programmes
        instruments = other.instruments
        indicators = other.indicators
        cycle = other.cycle
        verified = other.verified
    }
}
