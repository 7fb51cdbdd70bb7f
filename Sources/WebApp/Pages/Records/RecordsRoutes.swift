import Hummingbird

struct RecordsRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {}
}
