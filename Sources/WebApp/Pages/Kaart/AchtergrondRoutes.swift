import Foundation
import Hummingbird
import NIOCore

/// The base map, when the settings have one: tiles come through this server, so that no visitor is known to another host.
struct AchtergrondRoutes {
    let site: Site
    private let shelf: TileShelf?

    init(site: Site) {
        self.site = site
        let settings = site.settings.baseMap
        shelf =
            settings.isOn
            ? TileShelf(
                template: settings.tiles,
                folder: site.dataFolder.appending(path: "achtergrond", directoryHint: .isDirectory), now: site.now)
            : nil
    }

    func add(to router: Router<KompasRequestContext>) {
        guard let shelf else { return }
        router.get("/achtergrond/:z/:x/:file") { request, context in
            let parameters = context.parameters
            guard
                let tile = BaseMapTile(
                    level: try parameters.require("z"), column: try parameters.require("x"),
                    file: try parameters.require("file")),
                let picture = await shelf.picture(tile), let type = TilePicture.contentType(of: picture)
            else { throw PageRefused.notFound }
            return StaticAnswer.response(
                plain: ByteBuffer(bytes: picture), gzip: nil, etag: EntityTag.of(picture), contentType: type,
                cacheControl: "public, max-age=604800", to: request)
        }
    }
}
