package rw.ishemalink.tracking.device.api;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import rw.ishemalink.tracking.position.api.ExpressLane;

/** The express lane of devices, which carry no token: their key is the proof. */
@Singleton
final class DeviceLane {

    private static final Set<HttpMethod> METHODS = Set.of(HttpMethod.GET, HttpMethod.POST);
    private static final int UNDERSTOOD = 200;

    private final ExpressLane lane;
    private final OsmAndReports reports;

    DeviceLane(ExpressLane lane, OsmAndReports reports) {
        this.lane = lane;
        this.reports = reports;
    }

    void register(@Observes Filters filters) {
        filters.register(this::take, ExpressLane.PRIORITY);
    }

    private void take(RoutingContext context) {
        if (isReport(context.request())) {
            Map<String, List<String>> parameters = parameters(context.request());
            lane.serve(
                    context, UNDERSTOOD, body -> reports.take(parameters, body).thenApply(_ -> Buffer.buffer()));
        } else {
            context.next();
        }
    }

    private static boolean isReport(HttpServerRequest request) {
        return OsmAndResource.PATH.equals(request.path())
                && METHODS.contains(request.method())
                && ExpressLane.isOrdinary(request);
    }

    private static Map<String, List<String>> parameters(HttpServerRequest request) {
        MultiMap given = request.params();
        Map<String, List<String>> parameters = new HashMap<>();
        given.names().forEach(name -> parameters.put(name, given.getAll(name)));
        return parameters;
    }
}
