package rw.ishemalink.payment.collecting;

import java.util.UUID;

/**
 * A movement that one worker took up.
 *
 * @param movement as it was before the claim, its tries already counted
 * @param payment as it was at the claim
 */
public record Claim(Movement movement, Payment payment, MovementRules.Step step) implements Errands.Errand {

    @Override
    public UUID reference() {
        return movement.reference();
    }
}
