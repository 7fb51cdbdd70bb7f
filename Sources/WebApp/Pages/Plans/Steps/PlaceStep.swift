import NormEngine
import Assessment
import CanonicalJSON
import Casework
import Geometry
import MapLayers
import PolicyModel
import Reporting

/// Step 2: where it is, and how deep.
struct PlaceStep: StepPage {
    let site: Site
    /// Layers of a file to choose from, and whether its owner must say in which CRS it is.
    var layers: [String] = []
    var asksForCRS = false
    let step = PlanStep.place

    init(site: Site) { self.site = site }

    static let largestRadius = 100_000.0

    struct Model {
        var step: StepFrame
        var place: FieldModel
        var radius: FieldModel
        var depths: [FieldModel]
        /// Fields of depth are open: something is told there, or asked.
        var asksDepth: Bool
        /// What is kept now, in words.
        var current: String?
        /// The shape is too large for the field and is kept as it is.
        var isLarge: Bool
        var name: String
        var candidates: [PlaceChoice.Candidate]
        var nameProblem: String?
        /// What the map shows first; `nil` for the plan or the whole house.
        var view: String?
        /// A shape that is too large for the field, to be shown only.
        var shape: String?
        /// The column of soil with its table, as markup.
        var column: String
        var upload: String?
        var fileError: String?
        var fileLayers: [String]
        var asksForCRS: Bool
        /// Largest file, in words.
        var largest: String
    }

    func fields(_ draft: PlanDraft, part id: String) -> [FieldModel] {
        let part = draft.part(id)
        let number = { (value: Double?) in value.map(DutchNumber.text) ?? "" }
        return [
            FieldModel(
                .area, "plekken", "De plek als lijst",
                hint:
                    "Eén plek per regel, in RD of in graden: bijvoorbeeld 233000, 556000 of 52.99, 6.56. Eén regel is een punt, twee zijn een "
                    + "lijn, meer zijn een vlak. GeoJSON in RD plakken kan ook.", value: text(part) ?? ""),
            FieldModel(
                .number, "straal", "Neem een cirkel om de plek",
                hint: "Bij een punt is dit de grootte van het plan. Laat leeg als u een vlak tekende.", unit: "m"),
            FieldModel(.number, "diepte-van", "Van", value: number(part.use?.from), unit: "m", depth: "from"),
            FieldModel(.number, "diepte-tot", "Tot", value: number(part.use?.to), unit: "m", depth: "to"),
            FieldModel(.number, "reikt-van", "Reikt van", value: number(part.reach?.from), unit: "m"),
            FieldModel(.number, "reikt-tot", "Reikt tot", value: number(part.reach?.to), unit: "m"),
        ]
    }

    private func shape(_ part: PlanDraft.Part) -> Shape? {
        part.hasPlace ? try? GeometryReader(crs: .rd).read(part.geometry) : nil
    }

    private func text(_ part: PlanDraft.Part) -> String? { shape(part).flatMap(PlaceText.text) }

    func apply(_ form: Form, to draft: inout PlanDraft, part id: String) -> [FieldError] {
        var errors: [FieldError] = []
        let before = draft.part(id)
        var geometry = before.geometry
        var note = before.placeNote
        if form["actie"] == "neem" {
            let choice = form["plaats-keuze"].flatMap { PlaceAddress(Form(urlencoded: $0)) }
            if let place = choice, let found = ChosenPlace(place, in: site.house) {
                (geometry, note) = (json(found.shape), found.note)
            } else {
                errors.append(FieldError("Kies een van de plekken, of zoek opnieuw.", field: "plaats"))
            }
        } else if form["vorm"] != "bewaard", form.isTicked("plekken"),
            form.text("plekken").trimmed != text(before) ?? ""
        {
            do {
                geometry = try PlaceText.shape(from: form.text("plekken")).map(json) ?? .null
                note = nil
            } catch {
                errors += error.texts.map { FieldError($0, field: "plekken") }
            }
        }
        if let text = form["straal"] {
            grow(&geometry, &note, by: text, &errors)
        }
        let use = DepthFields.interval(form, "diepte", before.use, &errors)
        let reach = DepthFields.interval(form, "reikt", before.reach, &errors)
        draft.changePart(id) { part in
            part.geometry = geometry
            part.placeNote = note
            part.use = use
            part.reach = reach
        }
        if errors.isEmpty, geometry.isNull {
            errors.append(
                FieldError("Wijs aan waar het plan komt: een punt, een lijn of een vlak.", field: "plekken"))
        }
        return errors
    }

    private func json(_ shape: Shape) -> JSONValue { (try? shape.geoJSON(in: .rd)) ?? .null }

    private func grow(
        _ geometry: inout JSONValue, _ note: inout String?, by text: String, _ errors: inout [FieldError]
    ) {
        guard let radius = DutchNumber.parse(text), radius > 0, radius <= Self.largestRadius else {
            errors.append(
                FieldError("De straal is een getal in meters, van meer dan 0 tot 100.000.", field: "straal"))
            return
        }
        guard !geometry.isNull, let shape = try? GeometryReader(crs: .rd).read(geometry) else {
            errors.append(FieldError("Wijs eerst een plek aan; daaromheen komt de cirkel.", field: "straal"))
            return
        }
        guard (try? CircleWork.isTooMuch(shape, radius: radius)) == false,
            let grown = try? shape.buffer(metres: radius), grown.vertexCount <= CircleWork.mostGrown
        else {
            errors.append(
                FieldError(
                    "De plek heeft te veel punten voor een cirkel van deze grootte. Kies een kleinere straal, of wijs de plek met minder punten aan.",
                    field: "straal"))
            return
        }
        note = "\(note.map { "\($0), met" } ?? "Met") een straal van \(Numbers.length(radius))"
        geometry = json(grown)
    }

    func spec(_ state: StepState) -> PageSpec {
        let fields = state.filled(self)
        let part = state.draft.part(state.part)
        let name = state.form?.words("plaats") ?? ""
        let search = state.form?["actie"] == "zoek" && !name.isEmpty ? PlaceChoice(name, in: site.house) : nil
        let isLarge = part.hasPlace && text(part) == nil
        let depths = Array(fields.dropFirst(2))
        let model = Model(
            step: state.frame, place: fields[0], radius: fields[1], depths: depths,
            asksDepth: depths.contains { !$0.value.isEmpty || $0.error != nil } || drills(part),
            current: current(part), isLarge: isLarge, name: name,
            candidates: search?.candidates ?? [], nameProblem: search?.problem, view: search?.view,
            shape: isLarge ? shape(part).map { json($0).compact() } : nil, column: column(part),
            upload: state.plan.map { PlanAddress.page("waar/bestand", of: $0.id) },
            fileError: state.errors.text(for: "bestand"), fileLayers: layers, asksForCRS: asksForCRS,
            largest: "\(site.settings.limits.uploadBytes / 1_000_000) MB")
        return PageSpec("plans/place", title: "Waar komt uw plan?", model: model).with(
            styles: ["css/report.css", "css/map.css", "css/soil.css", "css/plek.css"],
            scripts: ["js/map/kompas-map.js", "js/depth-slider.js", "js/place-field.js", "js/place-step.js"])
    }

    private func column(_ part: PlanDraft.Part) -> String {
        let profile = shape(part).map { site.house.assessor.ground(below: $0, on: site.today) } ?? SoilProfile()
        return SoilColumn(profile, use: part.use, reach: part.reach) { band in
            band.norms.first.map(PolicyAddress.norm) ?? band.designation.map(PolicyAddress.designation)
        }.figure.markup
    }

    private func drills(_ part: PlanDraft.Part) -> Bool {
        part.activities.contains { id in
            site.house.index.reach(of: id).contains {
                let activity = site.house.index.activities[$0]
                return activity?.drills == true || activity?.belowGround == true
            }
        }
    }

    /// What is kept, in words.
    private func current(_ part: PlanDraft.Part) -> String? {
        guard let shape = shape(part) else { return nil }
        let size =
            switch shape.kind.dimension {
            case 2: "Een vlak van \(Numbers.area(shape.areaSquareMetres))"
            case 1: "Een lijn van \(Numbers.length(shape.lengthMetres))"
            default: shape.partCount > 1 ? "\(shape.partCount) punten" : "Een punt"
            }
        return size + (part.placeNote.map { " (\($0))" } ?? "") + "."
    }
}
