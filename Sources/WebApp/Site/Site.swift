public import Accounts
public import Assessment
public import Foundation
public import Intake
public import MapLayers
public import NormEngine
public import PolicyContent
public import PolicyModel
public import Publication
public import Reporting
public import Store

/// Everything that pages are made from: one value, made at the start and shared by all requests.
public struct Site: Sendable {
    public let house: SiteHouse
    public let store: Store
    public let settings: SiteSettings
    public let renderer: PageRenderer
    public let assets: AssetFiles
    public let cache: PageCache
    public let passwords: PasswordWorker
    /// Receives forms with a file, and takes in what the file holds.
    public let uploads: UploadReceiver
    public let intake: Intake
    /// Published records, ready to be shown.
    public let records: RecordShelf
    /// Assessments of plans.
    public let sheets = SheetCache()
    /// Maps of opportunities and of claims.
    let maps: MapRoom
    /// The program that reads and writes foreign formats.
    let importer: URL?
    /// The folder with the store and everything that is kept beside it.
    public let dataFolder: URL
    /// What time it is; tests set it.
    public let now: @Sendable () -> Date

    public init(
        house: SiteHouse, store: Store, settings: SiteSettings, resources: URL, vendor: URL?, dataFolder: URL,
        importer: URL? = Importer.find(), pdf: PDFMaker? = PDFMaker.find(), reloadsResources: Bool = false,
        now: @escaping @Sendable () -> Date = { Date() }
    ) throws {
        self.house = house
        self.store = store
        self.settings = settings
        self.dataFolder = dataFolder
        self.now = now
        assets = try AssetFiles(
            folder: resources.appending(path: "Assets", directoryHint: .isDirectory),
            styles: ["css/report.css": SheetStyles.text, "css/record.css": RecordStyles.text], vendor: vendor,
            reloads: reloadsResources)
        renderer = try PageRenderer(
            folder: resources.appending(path: "Templates", directoryHint: .isDirectory), reloads: reloadsResources)
        cache = PageCache(isEnabled: !reloadsResources) { DutchTime.day(of: now()) }
        passwords = PasswordWorker()
        var limits = IntakeLimits()
        limits.uploadBytes = settings.limits.uploadBytes
        let received = dataFolder.appending(path: "ontvangen", directoryHint: .isDirectory)
        uploads = try UploadReceiver(folder: received, limit: limits.uploadBytes)
        records = RecordShelf(folder: RecordShelf.folder(in: dataFolder), maker: pdf)
        maps = MapRoom(
            house: house, folder: dataFolder.appending(path: "kaartvlakken", directoryHint: .isDirectory),
            megabytes: settings.maps.memoryMegabytes)
        self.importer = importer
        intake = Intake(importer: importer, limits: limits, quarantine: received)
    }

    /// The day it is where the house is.
    public var today: PolicyDate { DutchTime.day(of: now()) }
}

/// The policy house and its layers, as the server uses them.
public struct SiteHouse: Sendable {
    /// The folder of the house.
    public let folder: URL
    public let index: HouseIndex
    /// SHA-256 of the content.
    public let hash: String
    public let layers: MapLayers
    public let assessor: Assessor
    /// Demonstration layers are used.
    public let usesDemonstration: Bool
    /// The folder with the texts of the documents, if they are at hand.
    public let sources: URL?
    /// The words of the documents, as far as they are at hand.
    public let passages: PassageLibrary
    /// The layers as a legend.
    public let catalogue: LayerCatalogue
    /// The places of the house by name.
    public let places: PlaceDirectory
    /// Its records, what has to do with what, and search.
    public let book: HouseBook

    public var house: PolicyHouse { index.house }

    public init(
        folder: URL, index: HouseIndex, hash: String, layers: MapLayers, assessor: Assessor, usesDemonstration: Bool,
        sources: URL?
    ) {
        self.folder = folder
        self.index = index
        self.hash = hash
        self.layers = layers
        self.assessor = assessor
        self.usesDemonstration = usesDemonstration
        self.sources = sources
        passages = PassageLibrary(house: folder, sources: sources)
        catalogue = LayerCatalogue(index: index, layers: layers, strata: assessor.strata)
        places = PlaceDirectory(index: index, layers: layers)
        book = HouseBook(index, folder: folder)
    }

    /// Lines of the layers in use are sketched or drawn roughly: then no answer is about a plot.
    public var isRough: Bool {
        layers.layers.contains { $0.precision.kind == .indicative || $0.basis == LayerBinding.Basis.schematic.rawValue }
    }
}
