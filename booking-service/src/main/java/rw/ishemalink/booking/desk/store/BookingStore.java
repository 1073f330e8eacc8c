package rw.ishemalink.booking.desk.store;

import static rw.ishemalink.kit.problem.ProblemException.conflict;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import rw.ishemalink.booking.config.BookingConfig;
import rw.ishemalink.booking.config.BookingConfig.Patience;
import rw.ishemalink.booking.lifecycle.Assignment;
import rw.ishemalink.booking.lifecycle.Booking;
import rw.ishemalink.booking.lifecycle.Buyer;
import rw.ishemalink.booking.lifecycle.Change;
import rw.ishemalink.booking.lifecycle.Consignee;
import rw.ishemalink.booking.lifecycle.Order;
import rw.ishemalink.booking.lifecycle.Proof;
import rw.ishemalink.booking.lifecycle.Receipt;
import rw.ishemalink.booking.lifecycle.Receiver;
import rw.ishemalink.booking.quote.store.TermsJson;
import rw.ishemalink.booking.saga.Step;
import rw.ishemalink.kit.outbox.OutboxRow;

/** Writes bookings: the booking, its row of history and its event in one statement, so that a change costs one round trip. */
@ApplicationScoped
public class BookingStore {

    private static final String ONE_TRIP_PER_DRIVER = "one_trip_per_driver";

    private static final String REMEMBER_AND_TELL = """
            , remembered as (
            insert into booking_transition (booking_id, sequence, tenant, change, from_status, to_status,
                                            actor_id, actor_role, reason, occurred_at)
            select booking_id, :version, :tenant, :change, :from, :status, cast(:actorId as uuid), :actorRole, :reason,
                   cast(:occurredAt as timestamptz)
            from written)
            """ + OutboxRow.INSERT_IF_WRITTEN;

    private static final String UPDATE = """
            with written as (
              update booking set status = :status, version = :version, driver_id = :driverId, vehicle_id = :vehicleId,
                vehicle_plate = :vehiclePlate, operator_id = :operatorId, clearance_id = :clearanceId,
                receipt_number = :receiptNumber, receipt_issued_at = :receiptIssuedAt,
                receipt_locally_signed = :receiptLocallySigned, last_refusal = :lastRefusal,
                confirmed_at = :confirmedAt, paid_at = :paidAt, manifest_accepted_at = :manifestAcceptedAt,
                picked_up_at = :pickedUpAt, delivered_at = :deliveredAt, stars = :stars,
                customs = cast(:customs as jsonb), open_holds = :openHolds, step = :step,
                step_deadline = case when step = :step then step_deadline
                                     else greatest(now(), cast(:stepStart as timestamptz))
                                          + make_interval(secs => :stepSeconds) end,
                step_attempts = case when step = :step then step_attempts else 0 end,
                step_error = case when step = :step then step_error end
              where tenant = :tenant and booking_id = :bookingId and version = :version - 1
              returning booking_id)
            """ + REMEMBER_AND_TELL;

    private static final String REWRITE = """
            update booking set kind = :kind, payer_phone = :payerPhone, terms = cast(:terms as jsonb),
              consignee_name = :consigneeName, consignee_address = :consigneeAddress,
              declared_value_rwf = :declaredValueRwf, receiver_name = :receiverName, receiver_phone = :receiverPhone,
              buyer_tin = :buyerTin, buyer_name = :buyerName, buyer_purchase_code = :buyerPurchaseCode,
              scheduled_for = :scheduledFor
            where tenant = :tenant and booking_id = :bookingId and status = 'DRAFT'""";

    private static final String REQUOTE = """
            update booking set quote_id = :quoteId
            where tenant = :tenant and booking_id = :bookingId and status = 'DRAFT'""";

    private static final String KEEP_PROOF = """
            insert into booking_proof (booking_id, stage, tenant, recorded_at, code_given, photo_sha256)
            values (:bookingId, :stage, :tenant, :recordedAt, :codeGiven, :photoSha256)""";

    private static final String NOTE = """
            update booking set step_attempts = step_attempts + 1, step_error = :error
            where tenant = :tenant and booking_id = :bookingId and step = any(:steps)""";

    private final BookingSeal seal;
    private final Patience patience;

    BookingStore(BookingSeal seal, BookingConfig config) {
        this.seal = seal;
        this.patience = config.patience();
    }

    /**
     * Writes the booking as it is after a change, and the change's event.
     *
     * @throws rw.ishemalink.kit.problem.ProblemException 409 when the driver is on another trip
     * @throws IllegalStateException when somebody else changed it since it was read; callers hold its row lock
     */
    public void update(Handle sql, Booking booking, Transition transition, OutboxRow told) {
        Update update = told.bindTo(sql.createUpdate(UPDATE))
                .bind("tenant", booking.order().tenant())
                .bind("bookingId", booking.bookingId())
                .bind("lastRefusal", booking.lastRefusal())
                .bind("stars", booking.stars())
                .bind("customs", CustomsJson.write(booking.customs()))
                .bind("openHolds", booking.customs().listOpenHolds().size());
        bindTransition(update, transition);
        bindAssignment(update, booking.assignment());
        bindReceipt(update, booking.receipt());
        bindMilestones(update, booking);
        bindStep(update, booking);
        if (execute(update) != 1) {
            throw new IllegalStateException("booking " + booking.bookingId() + " was changed by somebody else");
        }
    }

    /** The index one_trip_per_driver decides between two bookings that ask for a driver at the same moment. */
    private static int execute(Update update) {
        try {
            return update.execute();
        } catch (UnableToExecuteStatementException e) {
            boolean busy = e.getCause() instanceof PSQLException postgres
                    && postgres.getServerErrorMessage() != null
                    && ONE_TRIP_PER_DRIVER.equals(
                            postgres.getServerErrorMessage().getConstraint());
            throw busy ? conflict("driver-busy") : e;
        }
    }

    /** Writes the order of a draft anew. */
    public void rewrite(Handle sql, Order order) {
        Update rewrite = sql.createUpdate(REWRITE).configure(SqlStatements.class, s -> s.setUnusedBindingAllowed(true));
        bindOrder(rewrite, seal.seal(order));
        rewrite.execute();
    }

    /** Notes which quote a draft's price is now; null where the journey was priced without one. */
    public void requote(Handle sql, Order order, @Nullable UUID quoteId) {
        sql.createUpdate(REQUOTE)
                .bind("tenant", order.tenant())
                .bind("bookingId", order.bookingId())
                .bind("quoteId", quoteId)
                .execute();
    }

    /** Keeps what proves the change. */
    public void keep(Handle sql, Booking booking, Change stage, Proof proof) {
        sql.createUpdate(KEEP_PROOF)
                .bind("bookingId", booking.bookingId())
                .bind("stage", stage)
                .bind("tenant", booking.order().tenant())
                .bind("recordedAt", proof.recordedAt())
                .bind("codeGiven", proof.code() == Proof.Code.RIGHT)
                .bind("photoSha256", proof.photoSha256())
                .execute();
    }

    /** Notes that something failed while the booking waits in one of the steps; in another step it no longer matters. */
    public void note(Handle sql, String tenant, UUID bookingId, String error, Step... steps) {
        sql.createUpdate(NOTE)
                .bind("tenant", tenant)
                .bind("bookingId", bookingId)
                .bind("error", error)
                .bind("steps", Arrays.stream(steps).map(Step::name).toArray(String[]::new))
                .execute();
    }

    private static void bindOrder(Update insert, Order order) {
        Optional<Consignee> consignee = Optional.ofNullable(order.consignee());
        Optional<Receiver> receiver = Optional.ofNullable(order.receiver());
        Optional<Buyer> buyer = Optional.ofNullable(order.buyer());
        insert.bind("bookingId", order.bookingId())
                .bind("tenant", order.tenant())
                .bind("trackingCode", order.trackingCode())
                .bind("kind", order.kind())
                .bind("senderId", order.sender().personId())
                .bind("senderPhone", order.sender().phone())
                .bind("senderEmail", order.sender().email())
                .bind("senderLanguage", order.sender().language())
                .bind("payerPhone", order.payerPhone())
                .bind("terms", TermsJson.write(order.terms()))
                .bind("consigneeName", consignee.map(Consignee::name).orElse(null))
                .bind("consigneeAddress", consignee.map(Consignee::address).orElse(null))
                .bind("declaredValueRwf", order.declaredValueRwf())
                .bind("receiverName", receiver.map(Receiver::name).orElse(null))
                .bind("receiverPhone", receiver.map(Receiver::phone).orElse(null))
                .bind("buyerTin", buyer.map(Buyer::tin).orElse(null))
                .bind("buyerName", buyer.map(Buyer::name).orElse(null))
                .bind("buyerPurchaseCode", buyer.map(Buyer::purchaseCode).orElse(null))
                .bind("scheduledFor", order.scheduledFor())
                .bind("syncId", order.syncId())
                .bind("offlineCreated", order.offlineCreated())
                .bind("createdAt", order.createdAt());
    }

    private static void bindTransition(Update statement, Transition transition) {
        statement
                .bind("version", transition.sequence())
                .bind("change", transition.change())
                .bind("from", transition.from())
                .bind("status", transition.to())
                .bind("actorId", transition.actorId())
                .bind("actorRole", transition.actorRole())
                .bind("reason", transition.reason())
                .bind("occurredAt", transition.occurredAt());
    }

    private static void bindAssignment(Update update, @Nullable Assignment assignment) {
        Optional<Assignment> asked = Optional.ofNullable(assignment);
        update.bind("driverId", asked.map(Assignment::driverId).orElse(null))
                .bind("vehicleId", asked.map(Assignment::vehicleId).orElse(null))
                .bind("vehiclePlate", asked.map(Assignment::vehiclePlate).orElse(null))
                .bind("operatorId", asked.map(Assignment::operatorId).orElse(null))
                .bind("clearanceId", asked.map(Assignment::clearanceId).orElse(null));
    }

    private static void bindReceipt(Update update, @Nullable Receipt recorded) {
        Optional<Receipt> receipt = Optional.ofNullable(recorded);
        update.bind("receiptNumber", receipt.map(Receipt::number).orElse(null))
                .bind("receiptIssuedAt", receipt.map(Receipt::issuedAt).orElse(null))
                .bind(
                        "receiptLocallySigned",
                        receipt.map(Receipt::locallySigned).orElse(null));
    }

    private static void bindMilestones(Update update, Booking booking) {
        update.bind("confirmedAt", booking.milestones().confirmedAt())
                .bind("paidAt", booking.milestones().paidAt())
                .bind("manifestAcceptedAt", booking.milestones().manifestAcceptedAt())
                .bind("pickedUpAt", booking.milestones().pickedUpAt())
                .bind("deliveredAt", booking.milestones().deliveredAt());
    }

    private void bindStep(Update update, Booking booking) {
        Step step = Step.of(booking);
        update.bind("step", step)
                .bind("stepStart", step.findStart(booking).orElse(null))
                .bind(
                        "stepSeconds",
                        step.findLimit(patience)
                                .map(Duration::toSeconds)
                                .map(Long::doubleValue)
                                .orElse(null));
    }
}
