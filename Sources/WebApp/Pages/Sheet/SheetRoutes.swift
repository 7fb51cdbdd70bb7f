import Hummingbird

struct SheetRoutes {
    let site: Site

    func add(to router: Router<KompasRequestContext>) {}
}
