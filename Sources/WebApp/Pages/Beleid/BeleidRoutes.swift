import Hummingbird

struct BeleidRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {}
}
