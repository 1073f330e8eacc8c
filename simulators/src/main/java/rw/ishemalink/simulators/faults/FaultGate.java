package rw.ishemalink.simulators.faults;

import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Stands before every {@link Outside} resource and makes it misbehave as ordered; waiting holds no thread. */
@Singleton
public class FaultGate {

    private static final Duration SLOW = Duration.ofSeconds(3);
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final FaultDesk desk;
    private final Dialects dialects;

    public FaultGate(FaultDesk desk, Dialects dialects) {
        this.desk = desk;
        this.dialects = dialects;
    }

    @ServerRequestFilter
    public Uni<Response> before(SimpleResourceInfo resource, HttpServerRequest http) {
        return findDoor(resource).map(door -> admit(door, http)).orElseGet(() -> Uni.createFrom()
                .nullItem());
    }

    private Uni<Response> admit(Outside door, HttpServerRequest http) {
        OutsideSystem system = door.value();
        FaultOrder order = desk.order(system);
        if (door.counted() && desk.takeError(system)) {
            return Uni.createFrom().item(() -> dialects.get(system).failure());
        }
        return switch (order.mode()) {
            case OK -> Uni.createFrom().nullItem();
            case ERROR -> Uni.createFrom().item(() -> dialects.get(system).failure());
            case SLOW -> after(order.delayOr(SLOW));
            case DOWN -> hangUp(http);
            case TIMEOUT -> after(order.delayOr(TIMEOUT)).chain(() -> hangUp(http));
        };
    }

    @ServerResponseFilter
    public Uni<Void> after(
            ContainerRequestContext question,
            ContainerResponseContext answer,
            SimpleResourceInfo resource,
            HttpServerRequest http) {
        Optional<Outside> door = findDoor(resource).filter(Outside::counted);
        if (door.isEmpty() || HttpMethod.GET.equals(question.getMethod())) {
            return Uni.createFrom().voidItem();
        }
        OutsideSystem system = door.get().value();
        FaultOrder order = desk.order(system);
        if (!dialects.get(system).reportsWork(answer) || !desk.takeLostReply(system)) {
            return Uni.createFrom().voidItem();
        }
        return switch (order.lostAs()) {
            case CLOSED -> hangUp(http);
            case GATEWAY_TIMEOUT -> {
                answer.setStatus(Response.Status.GATEWAY_TIMEOUT.getStatusCode());
                answer.setEntity(null);
                yield Uni.createFrom().voidItem();
            }
        };
    }

    private static Uni<Response> after(Duration delay) {
        return Uni.createFrom().<Response>nullItem().onItem().delayIt().by(delay);
    }

    /** Closes the connection; the request is never answered. */
    private static <T> Uni<T> hangUp(HttpServerRequest http) {
        http.connection().close();
        return Uni.createFrom().nothing();
    }

    private static Optional<Outside> findDoor(SimpleResourceInfo resource) {
        return Optional.ofNullable(resource)
                .map(SimpleResourceInfo::getResourceClass)
                .map(type -> type.getAnnotation(Outside.class));
    }
}
