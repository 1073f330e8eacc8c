package rw.ishemalink.analytics.report.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;

/** A link cannot say what it accepts: its {@code format} says it, and counts more than the header. */
@Singleton
final class FormatInAddress {

    private static final int BEFORE_RESOURCES = 900;

    private static final Map<String, String> MEDIA_TYPES =
            Map.of("json", "application/json", "csv", ReportResource.CSV, "pdf", ReportResource.PDF);

    void register(@Observes Filters filters) {
        filters.register(FormatInAddress::carryOver, BEFORE_RESOURCES);
    }

    private static void carryOver(RoutingContext request) {
        if (ReportResource.PATH.equals(request.normalizedPath())) {
            String format = request.request().getParam("format");
            // One that is unknown is said by the resource.
            String mediaType = format == null ? null : MEDIA_TYPES.getOrDefault(format, "application/json");
            if (mediaType != null) {
                request.request().headers().set(HttpHeaders.ACCEPT, mediaType);
            }
        }
        request.next();
    }
}
