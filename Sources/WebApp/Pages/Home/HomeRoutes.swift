import Hummingbird
import PolicyModel

struct HomeRoutes {
    let site: Site

    struct Model { var houseTitle: String }

    func add(to router: Router<KompasRequestContext>) {
        router.get("/") { request, context in
            try await site.cache.page(request, context) {
                try site.page(
                    PageSpec("home/page", title: "Begin", model: Model(houseTitle: site.house.house.title)), request,
                    context)
            }
        }
    }
}
