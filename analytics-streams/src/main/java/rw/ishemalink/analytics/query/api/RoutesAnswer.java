package rw.ishemalink.analytics.query.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.analytics.facts.Place;
import rw.ishemalink.analytics.query.Freshness;
import rw.ishemalink.analytics.standings.Route;
import rw.ishemalink.analytics.standings.Standing;

/** The routes with most deliveries, the first first. */
record RoutesAnswer(@JsonUnwrapped Freshness freshness, List<RankedRoute> routes) {

    RoutesAnswer {
        routes = List.copyOf(routes);
    }

    /**
     * A route.
     *
     * @param deliveries bookings delivered on it
     * @param weightKg what they weighed
     * @param revenueFrancs what was paid for bookings on it, delivered or not
     */
    record RankedRoute(int rank, End origin, End destination, long deliveries, long weightKg, long revenueFrancs) {

        static RankedRoute of(int rank, Standing standing) {
            Route route = Route.parse(standing.id());
            return new RankedRoute(
                    rank,
                    End.of(route.origin()),
                    End.of(route.destination()),
                    standing.tally().deliveries(),
                    standing.tally().weightKg(),
                    standing.tally().revenueFrancs());
        }
    }

    /**
     * Where a route begins or ends.
     *
     * @param country ISO 3166-1 alpha-2
     * @param district district code 11…57; left out abroad and where only a point is known
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record End(String country, @Nullable String district) {

        static End of(Place place) {
            return new End(place.country(), place.district());
        }
    }
}
