import Hummingbird

struct WorklistRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {}
}
