package rw.ishemalink.booking.lifecycle;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of a booking, by a person ({@link Act}) or by what another part of the platform found ({@link Fact}). */
public sealed interface Command {

    /** What a person does. */
    sealed interface Act extends Command {}

    /** What payment or compliance found out; only the platform itself may say so. */
    sealed interface Fact extends Command {}

    /** The sender agrees; payment is asked for. */
    record Confirm() implements Act {}

    /** A dispatcher asks for a driver, or a driver accepts a ride. */
    record RequestAssignment(Assignment asked) implements Act {

        public RequestAssignment {
            if (asked.clearanceId() != null) {
                throw new IllegalArgumentException("who asks for a driver cannot clear the dispatch");
            }
        }
    }

    /** The driver has it. */
    record PickUp() implements Act {}

    /** Customs hold it at the border. */
    record ArriveAtBorder(@Nullable String why) implements Act {}

    /** Customs let it go. */
    record LeaveBorder() implements Act {}

    /** The receiver has it. */
    record Deliver() implements Act {}

    /** It shall not happen. */
    record Cancel(String why) implements Act {}

    /** The money moved. */
    record RecordPayment(Instant paidAt) implements Fact {}

    /** There is a receipt, official or locally signed. */
    record RecordReceipt(Receipt receipt) implements Fact {}

    /** That driver with that vehicle may move it. */
    record ClearDispatch(UUID decisionId, UUID driverId, UUID vehicleId) implements Fact {}

    /** That driver with that vehicle may not move it. */
    record RefuseDispatch(UUID driverId, UUID vehicleId, String why) implements Fact {}

    /** Nobody paid in time. */
    record Fail(String why) implements Fact {}

    /** Why, in words, where the command says so. */
    default Optional<String> findReason() {
        return switch (this) {
            case ArriveAtBorder(var why) -> Optional.ofNullable(why);
            case Cancel(var why) -> Optional.of(why);
            case RefuseDispatch refusal -> Optional.of(refusal.why());
            case Fail(var why) -> Optional.of(why);
            case Confirm _,
                    RequestAssignment _,
                    PickUp _,
                    LeaveBorder _,
                    Deliver _,
                    RecordPayment _,
                    RecordReceipt _,
                    ClearDispatch _ -> Optional.empty();
        };
    }
}
