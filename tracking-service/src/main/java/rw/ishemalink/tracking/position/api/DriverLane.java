package rw.ishemalink.tracking.position.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Caller;
import rw.ishemalink.kit.caller.CallerFromToken;
import rw.ishemalink.kit.caller.RememberedTokens;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.tracking.device.Reporters;
import rw.ishemalink.tracking.position.Reporter;
import rw.ishemalink.tracking.position.Reporting;

/** The express lane of drivers: JSON with a token that was verified within the last minute, of somebody who is remembered. */
@Singleton
final class DriverLane {

    private static final String BEARER = "Bearer ";
    private static final String JSON = "application/json";
    private static final String ANYTHING = "*/*";
    private static final int ACCEPTED = 202;

    private final ExpressLane lane;
    private final RememberedTokens tokens;
    private final CallerFromToken callers;
    private final Reporters reporters;
    private final Reporting reporting;
    private final FixReader reader;
    private final ObjectMapper json;

    DriverLane(
            ExpressLane lane,
            RememberedTokens tokens,
            CallerFromToken callers,
            Reporters reporters,
            Reporting reporting,
            FixReader reader,
            ObjectMapper json) {
        this.lane = lane;
        this.tokens = tokens;
        this.callers = callers;
        this.reporters = reporters;
        this.reporting = reporting;
        this.reader = reader;
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::take, ExpressLane.PRIORITY);
    }

    private void take(RoutingContext context) {
        Optional<Reporter> driver = find(context.request());
        if (driver.isEmpty()) {
            context.next();
            return;
        }
        lane.serve(context, ACCEPTED, body -> reporting
                .report(driver.get(), reader.read(body))
                .thenApply(PositionsResource::answer)
                .thenApply(this::text));
    }

    private Optional<Reporter> find(HttpServerRequest request) {
        return HttpMethod.POST.equals(request.method())
                        && PositionsResource.PATH.equals(request.path())
                        && isForJson(request.getHeader(HttpHeaders.CONTENT_TYPE))
                        && isForJson(request.getHeader(HttpHeaders.ACCEPT))
                        && ExpressLane.isOrdinary(request)
                ? Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
                        .filter(header -> header.startsWith(BEARER))
                        .flatMap(header -> tokens.find(header.substring(BEARER.length())))
                        .filter(token -> token.getGroups().contains(Role.Names.DRIVER))
                        .flatMap(this::findDriver)
                : Optional.empty();
    }

    private static boolean isForJson(@Nullable String header) {
        return header == null || header.equals(ANYTHING) || header.startsWith(JSON);
    }

    private Optional<Reporter> findDriver(JsonWebToken token) {
        try {
            Caller caller = callers.of(token);
            return reporters.recallDriver(caller.tenant(), caller.personId());
        } catch (UnauthorizedException e) {
            return Optional.empty();
        }
    }

    private Buffer text(Taken taken) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(taken));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was taken is always JSON", e);
        }
    }
}
