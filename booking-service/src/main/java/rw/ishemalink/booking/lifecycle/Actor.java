package rw.ishemalink.booking.lifecycle;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.caller.Role;

/** Who acts. */
public sealed interface Actor {

    /** The person's id; empty when the platform itself acts. */
    Optional<UUID> findPersonId();

    /**
     * Somebody with a token.
     *
     * @param operatorId whose fleet the person runs or drives for; null for most
     */
    record Person(UUID personId, Set<Role> roles, @Nullable UUID operatorId) implements Actor {

        public Person {
            roles = Set.copyOf(roles);
        }

        @Override
        public Optional<UUID> findPersonId() {
            return Optional.of(personId);
        }
    }

    /** The platform: a fact of another service. */
    record Platform() implements Actor {

        @Override
        public Optional<UUID> findPersonId() {
            return Optional.empty();
        }
    }
}
