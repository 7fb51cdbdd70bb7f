import Hummingbird

struct DeliberationRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {}
}
