package rw.ishemalink.payment.outbound;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.payment.collecting.ProviderUnavailableException;

/** A bearer token: fetched once, used until shortly before it ends or until the provider refuses it. */
public final class BearerToken {

    private static final Duration MARGIN = Duration.ofSeconds(30);

    private record Held(String text, Instant usableUntil) {

        @Override
        public String toString() {
            return "Held[until " + usableUntil + "]";
        }
    }

    private final InstantSource clock;
    private final Supplier<Reply> fetch;
    private @Nullable Held held;

    /** {@code fetch} asks for {@code {access_token, expires_in}}, seconds as number or text. */
    public BearerToken(InstantSource clock, Supplier<Reply> fetch) {
        this.clock = clock;
        this.fetch = fetch;
    }

    /**
     * The token.
     *
     * @throws ProviderUnavailableException when the provider gives none; what it was wanted for was then not sent
     */
    synchronized String get() {
        Held current = held;
        if (current == null || !clock.instant().isBefore(current.usableUntil())) {
            current = fetched();
            held = current;
        }
        return current.text();
    }

    /** The provider refused it; the next caller fetches another, unless someone already has. */
    synchronized void forget(String refused) {
        held = Optional.ofNullable(held)
                .filter(current -> !current.text().equals(refused))
                .orElse(null);
    }

    private Held fetched() {
        Reply reply = ask();
        String text = reply.text("/access_token");
        if (!reply.ok() || text.isEmpty()) {
            throw ProviderUnavailableException.notSent("no token, HTTP " + reply.status());
        }
        Duration life = Duration.ofSeconds(reply.json().path("expires_in").asLong(0));
        Duration usable = life.compareTo(MARGIN.multipliedBy(2)) > 0 ? life.minus(MARGIN) : life.dividedBy(2);
        return new Held(text, clock.instant().plus(usable));
    }

    private Reply ask() {
        try {
            return fetch.get();
        } catch (ProviderUnavailableException e) {
            throw ProviderUnavailableException.notSent("no token: " + e.getMessage());
        }
    }
}
