package rw.ishemalink.notification.sending;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import rw.ishemalink.notification.config.NotificationConfig;

/** Which providers carry whose SMS where, in the order in which they are tried. Pure. */
record SmsRoutes(List<Route> routes, List<String> usual) {

    /**
     * One way.
     *
     * @param tenant empty: every tenant's
     * @param prefix of the phone, e.g. +256; empty: every phone
     */
    record Route(Optional<String> tenant, String prefix, List<String> providers) {

        private boolean fits(String whose, String phone) {
            return tenant.map(whose::equals).orElse(true) && phone.startsWith(prefix);
        }
    }

    SmsRoutes {
        routes = List.copyOf(routes);
        usual = List.copyOf(usual);
    }

    /** The routes as they are set; a provider that there is not is said so at the start. */
    static SmsRoutes of(NotificationConfig.Sms config, Set<String> known) {
        SmsRoutes routes = new SmsRoutes(
                config.routes().stream()
                        .map(route -> new Route(route.tenant(), route.prefix().orElse(""), route.providers()))
                        .toList(),
                config.providers());
        routes.check(known);
        return routes;
    }

    /** The tenant's own route before those of all, and of these the one with the longest prefix. */
    List<String> providersFor(String tenant, String phone) {
        return routes.stream()
                .filter(route -> route.fits(tenant, phone))
                .max(Comparator.<Route, Boolean>comparing(
                                route -> route.tenant().isPresent())
                        .thenComparing(route -> route.prefix().length()))
                .map(Route::providers)
                .orElse(usual);
    }

    private void check(Set<String> known) {
        routes.forEach(route -> check(route.providers(), known));
        check(usual, known);
    }

    private static void check(List<String> providers, Set<String> known) {
        if (providers.isEmpty() || !known.containsAll(providers)) {
            throw new IllegalStateException("SMS providers are of " + known + ", not " + providers);
        }
    }
}
