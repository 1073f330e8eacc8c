package rw.ishemalink.gateway.route;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** All routes; the longest prefix wins. */
public record RouteTable(List<Route> routes) {

    public RouteTable {
        routes = List.copyOf(routes);
    }

    /** Who answers the path, if anybody does. A path that is not normal (dot segments, doubled or encoded slashes) is nobody's. */
    public Optional<Route> findRoute(String path) {
        return isNormal(path)
                ? routes.stream()
                        .filter(route -> route.coverage(path) > 0)
                        .max(Comparator.comparingInt(route -> route.coverage(path)))
                : Optional.empty();
    }

    /** Services may read an encoded slash or dot another way than the table does, so none passes. */
    private static boolean isNormal(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return !lower.contains("//")
                && !(lower + "/").contains("/./")
                && !(lower + "/").contains("/../")
                && !lower.contains("%2f")
                && !lower.contains("%2e")
                && !lower.contains("%5c")
                && !lower.contains("\\")
                && !lower.contains(";");
    }
}
