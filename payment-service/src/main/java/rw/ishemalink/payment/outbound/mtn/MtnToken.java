package rw.ishemalink.payment.outbound.mtn;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.ProviderUnavailableException;

/** One product's bearer token: fetched once, used until shortly before it ends or until MTN refuses it. */
final class MtnToken {

    private static final Duration MARGIN = Duration.ofSeconds(30);

    private record Held(String text, Instant usableUntil) {}

    private final InstantSource clock;
    private final Supplier<Reply> fetch;
    private @Nullable Held held;

    MtnToken(InstantSource clock, Supplier<Reply> fetch) {
        this.clock = clock;
        this.fetch = fetch;
    }

    /**
     * The token.
     *
     * @throws ProviderUnavailableException when MTN gives none
     */
    synchronized String get() {
        Held current = held;
        if (current == null || !clock.instant().isBefore(current.usableUntil())) {
            current = fetched();
            held = current;
        }
        return current.text();
    }

    /** MTN refused it; the next caller fetches another, unless someone already has. */
    synchronized void forget(String refused) {
        held = Optional.ofNullable(held)
                .filter(current -> !current.text().equals(refused))
                .orElse(null);
    }

    private Held fetched() {
        Reply reply = fetch.get();
        String text = reply.json().path("access_token").asText("");
        if (!reply.ok() || text.isEmpty()) {
            throw new ProviderUnavailableException("no token, HTTP " + reply.status());
        }
        Duration life = Duration.ofSeconds(reply.json().path("expires_in").asLong(0));
        Duration usable = life.compareTo(MARGIN.multipliedBy(2)) > 0 ? life.minus(MARGIN) : life.dividedBy(2);
        return new Held(text, clock.instant().plus(usable));
    }
}
