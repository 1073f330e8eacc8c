package rw.ishemalink.tracking.detect;

import org.jspecify.annotations.Nullable;
import rw.ishemalink.schemas.tracking.SealState;
import rw.ishemalink.tracking.detect.TripMemory.Seal;
import rw.ishemalink.tracking.position.Position;

/** What an electronic seal says of itself, whenever it says something else than before. */
final class SealDetector implements Detector {

    @Override
    public Step detect(TripPlan plan, TripMemory memory, Position position) {
        SealState state = position.sealState();
        if (state == null || state == SealState.UNKNOWN) {
            return Step.of(memory);
        }
        Seal before = memory.seal();
        Seal now = new Seal(state, number(position.sealNumber(), before));
        if (now.equals(before)) {
            return Step.of(memory);
        }
        TripMemory next = memory.with(now);
        boolean isNews = before != null || state == SealState.TAMPERED;
        return isNews ? Step.of(next, finding(Sighting.of(position), now)) : Step.of(next);
    }

    /** A seal that does not say its number is the one from before. */
    private static @Nullable String number(@Nullable String said, @Nullable Seal before) {
        return said != null || before == null ? said : before.number();
    }

    private static Finding finding(Sighting seen, Seal seal) {
        return switch (seal.state()) {
            case OPEN -> new Finding.SealOpened(seen, seal.number());
            case CLOSED -> new Finding.SealClosed(seen, seal.number());
            case TAMPERED -> new Finding.SealTampered(seen, seal.number());
            case UNKNOWN -> throw new IllegalStateException("a seal that says nothing");
        };
    }
}
