package rw.ishemalink.identity.recovery.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.identity.people.Phone;
import rw.ishemalink.identity.recovery.Recovery;
import rw.ishemalink.identity.recovery.RecoveryState;
import rw.ishemalink.identity.recovery.WaitingRecovery;

/**
 * A recovery.
 *
 * @param name of the person, for staff
 * @param newPhoneEnding the last three digits of the new phone
 * @param movesAfter until when the old phone may refuse, at least
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RecoveryView(
        UUID recoveryId,
        UUID personId,
        @Nullable String name,
        @Nullable String newPhoneEnding,
        RecoveryState state,
        Instant askedAt,
        Instant movesAfter,
        Instant expiresAt) {

    private static final int SHOWN = 3;

    static RecoveryView of(Recovery recovery) {
        return of(recovery, null);
    }

    static RecoveryView of(WaitingRecovery waiting) {
        return of(waiting.recovery(), waiting.person().name().orElse(null));
    }

    private static RecoveryView of(Recovery recovery, @Nullable String name) {
        return new RecoveryView(
                recovery.recoveryId(),
                recovery.personId(),
                name,
                recovery.newPhone().map(RecoveryView::ending).orElse(null),
                recovery.state(),
                recovery.askedAt(),
                recovery.movesAfter(),
                recovery.expiresAt());
    }

    private static String ending(Phone phone) {
        return phone.value().substring(phone.value().length() - SHOWN);
    }

    /** Never the name: this text could reach logs. */
    @Override
    public String toString() {
        return "RecoveryView[" + recoveryId + "]";
    }
}
