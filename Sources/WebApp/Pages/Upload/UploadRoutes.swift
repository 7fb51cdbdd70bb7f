import Hummingbird

struct UploadRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {}
}
