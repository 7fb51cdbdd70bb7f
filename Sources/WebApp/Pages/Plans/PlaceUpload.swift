import Casework
import Geometry
import Hummingbird
import Intake

/// Takes the place of a part from a file.
struct PlaceUpload {
    let site: Site

    /// What became of a file.
    enum Outcome {
        case taken(Plan, notes: [String])
        case refused(IntakeRefused)
    }

    func send(_ request: Request, _ context: KompasRequestContext) async throws -> Response {
        let plan = try await PlanAccess(site: site).own(context)
        guard plan.state == .draft else { throw PlanAccessProblem.handedIn }
        let outcome = try await site.uploads.receive(request, context) { upload in
            try await take(upload, plan)
        }
        let part = outcome.part
        switch outcome.result {
        case .taken(_, let notes):
            context.session.notify(
                (["De plek uit het bestand is overgenomen. Kijk op de kaart of zij klopt."] + notes)
                    .joined(separator: " "))
            return .redirect(to: PlanAddress.step(.place, of: plan.id, part: part))
        case .refused(let refused):
            return try await StepHandler(site: site).showRefusedFile(refused, part: part, request, context)
        }
    }

    private func take(_ upload: Upload, _ plan: Plan) async throws -> (part: String, result: Outcome) {
        let draft = PlanDraft(plan.input)
        let part = draft.part(upload.form["onderdeel"]).id
        guard let file = upload.file, upload.bytes > 0 else {
            return (
                part,
                .refused(
                    IntakeRefused(.empty, "U koos nog geen bestand.", help: "Kies een bestand en probeer het opnieuw."))
            )
        }
        do {
            let result = try await site.intake.read(
                file: file, name: upload.name, layer: upload.form["laag"],
                crs: upload.form["stelsel"].flatMap(CRS.init(rawValue:)))
            guard let geometry = try? result.whole?.geoJSON(in: .rd) else {
                return (
                    part,
                    .refused(
                        IntakeRefused(
                            .wrongGeometry, "In het bestand staan punten, lijnen en vlakken door elkaar.",
                            help:
                                "Bewaar één soort in een bestand. Voor de andere soort kunt u een onderdeel toevoegen.")
                    )
                )
            }
            let saved = try await PlanSaver(site: site).change(plan) { draft in
                draft.changePart(part) { part in
                    part.geometry = geometry
                    part.placeNote = nil
                }
            }
            guard case .saved(let plan) = saved else { throw PageRefused.notFound }
            return (part, .taken(plan, notes: result.notes.filter { $0.code != .mixedKinds }.map(\.text)))
        } catch let refused as IntakeRefused {
            return (part, .refused(refused))
        }
    }
}
