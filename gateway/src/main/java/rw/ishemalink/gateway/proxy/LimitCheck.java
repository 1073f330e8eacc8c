package rw.ishemalink.gateway.proxy;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import rw.ishemalink.gateway.answer.Refusal;
import rw.ishemalink.gateway.limit.BucketKey;
import rw.ishemalink.gateway.limit.ClientAddresses;
import rw.ishemalink.gateway.limit.RateLimits;
import rw.ishemalink.gateway.limit.RequestClasses;
import rw.ishemalink.gateway.limit.Verdict;

/** Asks the limits of a request, first without and then with the person. */
@ApplicationScoped
class LimitCheck {

    private final RequestClasses classes;
    private final RateLimits limits;
    private final ClientAddresses addresses;
    private final MeterRegistry meters;

    LimitCheck(RequestClasses classes, RateLimits limits, ClientAddresses addresses, MeterRegistry meters) {
        this.classes = classes;
        this.limits = limits;
        this.addresses = addresses;
        this.meters = meters;
    }

    /** Where the request comes from. */
    String address(HttpServerRequest request) {
        return addresses.of(request.remoteAddress().hostAddress(), request.getHeader("X-Forwarded-For"));
    }

    /** Fails with {@link TurnedAwayException} when the address, or everybody together, asked too often. */
    Future<Void> askForAddress(HttpServerRequest request, String path, String address) {
        Optional<RequestClasses.Match> match = classes.find(request.method().name(), path);
        Optional<BucketKey> ofAddress = addresses.isOurOwn(address)
                ? Optional.empty()
                : match.flatMap(found -> found.ofAddress(ClientAddresses.bucketOwner(address)));
        return spend(request, ofAddress).compose(_ -> spend(request, match.flatMap(RequestClasses.Match::ofEverybody)));
    }

    /** Fails with {@link TurnedAwayException} when the person asked too often. */
    Future<Void> askForPerson(HttpServerRequest request, String path, String person) {
        return spend(request, classes.find(request.method().name(), path).flatMap(found -> found.ofPerson(person)));
    }

    private Future<Void> spend(HttpServerRequest request, Optional<BucketKey> bucket) {
        return bucket.isEmpty()
                ? Future.succeededFuture()
                : here(limits.spend(bucket.get())).compose(verdict -> obey(request, verdict));
    }

    /** An answer that another request waited for too comes on that one's thread. */
    private static Future<Verdict> here(Future<Verdict> answer) {
        Context context = Vertx.currentContext();
        if (answer.isComplete() || context == null) {
            return answer;
        }
        return Future.future(promise -> answer.onComplete(result -> context.runOnContext(_ -> promise.handle(result))));
    }

    private Future<Void> obey(HttpServerRequest request, Verdict verdict) {
        if (verdict.admitted()) {
            request.response().putHeader("RateLimit-Policy", verdict.policy()).putHeader("RateLimit", verdict.state());
            return Future.succeededFuture();
        }
        meters.counter("ishema.gateway.too.often", "requests", verdict.key().requests())
                .increment();
        return Future.failedFuture(new TurnedAwayException(
                Refusal.TOO_OFTEN,
                Map.of(
                        "Retry-After", Long.toString(verdict.waitSeconds()),
                        "RateLimit-Policy", verdict.policy(),
                        "RateLimit", verdict.state())));
    }
}
