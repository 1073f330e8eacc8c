package rw.ishemalink.analytics.report.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A link cannot say what it accepts: its {@code format} says it, and counts more than the header. */
@Singleton
final class FormatInAddress {

    private static final int BEFORE_RESOURCES = 900;

    private static final String JSON = "json";

    private static final Map<String, String> MEDIA_TYPES =
            Map.of(JSON, MediaType.APPLICATION_JSON, "csv", ReportResource.CSV, "pdf", ReportResource.PDF);

    void register(@Observes Filters filters) {
        filters.register(FormatInAddress::carryOver, BEFORE_RESOURCES);
    }

    private static void carryOver(RoutingContext request) {
        if (ReportResource.PATH.equals(request.normalizedPath())) {
            String format = request.request().getParam("format");
            if (format != null || acceptsAll(request.request().getHeader(HttpHeaders.ACCEPT))) {
                // One that is unknown is said by the resource.
                String mediaType = MEDIA_TYPES.getOrDefault(format == null ? JSON : format, MediaType.APPLICATION_JSON);
                request.request().headers().set(HttpHeaders.ACCEPT, mediaType);
            }
        }
        request.next();
    }

    private static boolean acceptsAll(@Nullable String accept) {
        return accept == null || accept.contains(MediaType.WILDCARD);
    }
}
