import Hummingbird

struct KaartDataRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {}
}
