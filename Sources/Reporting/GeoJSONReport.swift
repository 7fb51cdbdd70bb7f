public import Assessment
public import CanonicalJSON
import PolicyModel

/// The assessment as a FeatureCollection in RD: one Feature per part with its findings, for a GIS.
public struct GeoJSONReport {
    let report: AssessmentReport

    public init(_ report: AssessmentReport) { self.report = report }

    public var json: JSONValue {
        [
            "type": "FeatureCollection", "coordRefSys": "http://www.opengis.net/def/crs/EPSG/0/28992",
            "title": report.initiative.title.map(JSONValue.string) ?? .null, "asOf": .string(report.asOf.description),
            "features": .array(report.initiative.parts.map(feature)),
        ]
    }

    private func feature(_ part: InitiativeSummary.Part) -> JSONValue {
        let findings = report.findings.filter { $0.parts.contains(part.id) }
        return [
            "type": "Feature", "id": .string(part.id), "geometry": part.geometry,
            "properties": [
                "activities": .array(part.activities.map { .string($0.id) }),
                "findings": .array(
                    findings.map { finding in
                        [
                            "id": .string(finding.id), "state": .string(finding.state.rawValue),
                            "effect": .string(finding.effect.rawValue), "label": .string(finding.label),
                            "title": .string(finding.title), "documentStatus": .string(finding.documentStatus),
                        ]
                    }),
            ],
        ]
    }
}
