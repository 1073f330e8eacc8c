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

    /** The sender changes a draft; what it becomes has the same ids, sender and time of creation. */
    record Edit(Order to) implements Act {}

    /** A dispatcher asks for a driver, or a driver accepts a ride. */
    record RequestAssignment(Assignment asked) implements Act {

        public RequestAssignment {
            if (asked.clearanceId() != null) {
                throw new IllegalArgumentException("who asks for a driver cannot clear the dispatch");
            }
        }
    }

    /** The driver has read what is carried, by the phone's clock. */
    record AcceptManifest(Instant recordedAt) implements Act {}

    /** The driver has it. */
    record PickUp(Proof proof) implements Act {}

    /** What customs, and the declarant, do with an export. */
    sealed interface CustomsAct extends Act {}

    /** The exporter or declarant gives the number of the transit guarantee; a new one takes the place of the old. */
    record GiveCarnet(String reference) implements CustomsAct {}

    /** A seal is put on. */
    record PlaceSeal(String number, SealKind kind) implements CustomsAct {}

    /**
     * A seal was broken.
     *
     * @param replacement number of the seal that is put on in its place; null where there is none
     * @param kind of the replacement; null: the same
     */
    record BreakSeal(
            String number,
            String why,
            @Nullable String replacement,
            @Nullable SealKind kind) implements CustomsAct {

        SealKind replacementKind(SealKind broken) {
            return kind == null ? broken : kind;
        }
    }

    /** It has come to the border, where customs look at it. */
    record ArriveAtBorder(@Nullable String why) implements CustomsAct {}

    /** Customs keep it there, for one more reason. */
    record HoldAtBorder(UUID holdId, String why) implements CustomsAct {}

    /** One of the reasons is gone. */
    record ReleaseHold(UUID holdId, String why) implements CustomsAct {}

    /** Customs let it go. */
    record LeaveBorder(@Nullable String why) implements CustomsAct {}

    /** The receiver has it. */
    record Deliver(Proof proof) implements Act {}

    /** The sender says what they think of the driver. */
    record Rate(int stars) implements Act {

        public Rate {
            if (stars < 1 || stars > 5) {
                throw new IllegalArgumentException("1 to 5 stars");
            }
        }
    }

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

    /** What was cleared no longer holds, before anything moved. */
    record LapseClearance(String why) implements Fact {}

    /** Nobody paid in time. */
    record Fail(String why) implements Fact {}

    /** Why, in words, where the command says so. */
    default Optional<String> findReason() {
        return switch (this) {
            case CustomsAct act -> CustomsReason.find(act);
            case Cancel(var why) -> Optional.of(why);
            case RefuseDispatch refusal -> Optional.of(refusal.why());
            case LapseClearance(var why) -> Optional.of(why);
            case Fail(var why) -> Optional.of(why);
            case Confirm _,
                    Edit _,
                    RequestAssignment _,
                    AcceptManifest _,
                    PickUp _,
                    Deliver _,
                    Rate _,
                    RecordPayment _,
                    RecordReceipt _,
                    ClearDispatch _ -> Optional.empty();
        };
    }

    /** What proves that something changed hands, where the command says so. */
    default Optional<Proof> findProof() {
        return switch (this) {
            case PickUp(var proof) -> Optional.of(proof);
            case Deliver(var proof) -> Optional.of(proof);
            case Act _, Fact _ -> Optional.empty();
        };
    }
}
