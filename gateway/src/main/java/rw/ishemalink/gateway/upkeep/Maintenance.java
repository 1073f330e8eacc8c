package rw.ishemalink.gateway.upkeep;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import rw.ishemalink.gateway.route.GatewayConfig;

/** What is in maintenance now, as this instance knows. Safe for many threads; asked by every request. */
@Singleton
public class Maintenance {

    private final List<String> open;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Notice> byItself = new ConcurrentHashMap<>();
    private volatile List<Notice> byHand = List.of();

    Maintenance(GatewayConfig config) {
        this.open = List.copyOf(config.upkeep().open());
    }

    /** What keeps a request from its service, if anything does. Logging in is open while the suite is not. */
    public Optional<Notice> find(String service, String path) {
        if (byHand.isEmpty() && byItself.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return list().stream()
                .filter(notice -> notice.isInForce(now))
                .filter(notice ->
                        notice.scope().equals(service) || (notice.scope().equals(Notice.SUITE) && !isAlwaysOpen(path)))
                .findFirst();
    }

    /** Everything, the whole suite first. */
    public List<Notice> list() {
        return Stream.concat(byHand.stream(), byItself.values().stream())
                .sorted(Comparator.comparing(Notice::scope))
                .toList();
    }

    /** What the instances were told by hand. */
    public void putByHand(List<Notice> notices) {
        byHand = List.copyOf(notices);
    }

    void begin(String service, String reason) {
        byItself.put(service, new Notice(service, reason, Optional.empty(), Optional.empty(), clock.instant()));
    }

    void end(String service) {
        byItself.remove(service);
    }

    boolean isByItself(String service) {
        return byItself.containsKey(service);
    }

    private boolean isAlwaysOpen(String path) {
        return open.stream().anyMatch(free -> path.equals(free) || path.startsWith(free + "/"));
    }
}
