package rw.ishemalink.compliance.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.compliance.casefile.CaseFile;
import rw.ishemalink.compliance.config.ComplianceConfig;
import rw.ishemalink.kit.outbox.Correlation;
import rw.ishemalink.kit.outbox.TimeOrderedId;

/**
 * The assignments that were asked for; one per booking is open at most, the latest. An open one is due once the booking is
 * paid and its receipt is there, or is known not to come.
 */
@ApplicationScoped
public class DispatchRequests {

    private static final String WITHDRAW = """
            update dispatch_request set state = 'WITHDRAWN' where booking_id = :bookingId and state = 'OPEN'""";

    private static final String ASK = """
            insert into dispatch_request (request_id, booking_id, tenant, booking_sequence, driver_id, vehicle_id,
                                          vehicle_plate, operator_id, correlation_id)
            values (:requestId, :bookingId, :tenant, :bookingSequence, :driverId, :vehicleId, :vehiclePlate,
                    :operatorId, :correlationId)""";

    private static final String CLAIM = """
            with due as materialized (
              select request_id from dispatch_request r join case_file c using (booking_id)
               where r.state = 'OPEN' and r.due_at <= now() and (r.claimed_until is null or r.claimed_until <= now())
                 and c.status = 'PAID'
                 and exists (select from receipt_job j
                              where j.booking_id = r.booking_id and j.kind = 'SALE'
                                and (j.state <> 'OPEN'
                                     or exists (select from fiscal_receipt f where f.job_id = j.job_id)))
               order by r.due_at limit 1 for no key update of r skip locked)
            update dispatch_request r
               set claim_token = :token, claimed_until = now() + :claim * interval '1 millisecond'
              from due where r.request_id = due.request_id
            returning r.*""";

    private static final String HOLD = """
            select request_id from dispatch_request
             where request_id = :requestId and claim_token = :token and state = 'OPEN' for no key update""";

    private static final String CLOSE =
            "update dispatch_request set state = :verdict, claim_token = null, claimed_until = null where request_id = :requestId";

    private static final String ASK_AGAIN_LATER = """
            update dispatch_request
               set claim_token = null, claimed_until = null, told_to_wait = true, attempts = attempts + 1,
                   due_at = now() + least(:longest, :first * power(2, least(attempts, 20))) * (0.75 + random() / 2)
                                    * interval '1 millisecond'
             where request_id = :requestId""";

    private static final String RELEASE =
            "update dispatch_request set claim_token = null, claimed_until = null where request_id = :requestId";

    private final ComplianceConfig.Dispatch config;

    DispatchRequests(ComplianceConfig config) {
        this.config = config.dispatch();
    }

    /** An assignment is asked for; whatever was asked for before is off. */
    public void ask(Handle sql, CaseFile file, Asked asked) {
        withdraw(sql, file.bookingId());
        sql.createUpdate(ASK)
                .bindMethods(asked)
                .bind("requestId", TimeOrderedId.next())
                .bind("bookingId", file.bookingId())
                .bind("tenant", file.tenant())
                .bind("bookingSequence", file.bookingSequence())
                .bind("correlationId", Correlation.currentId())
                .execute();
    }

    /** Nobody asks any more. */
    public void withdraw(Handle sql, UUID bookingId) {
        sql.createUpdate(WITHDRAW).bind("bookingId", bookingId).execute();
    }

    Optional<DispatchRequest> claim(Handle sql, UUID token) {
        return sql.createQuery(CLAIM)
                .bind("token", token)
                .bind("claim", config.claim().toMillis())
                .map(ConstructorMapper.of(DispatchRequest.class))
                .findOne();
    }

    /** Whether it is still open and ours; holds it until the transaction ends. */
    boolean stillHolds(Handle sql, DispatchRequest request, UUID token) {
        return sql.createQuery(HOLD)
                .bind("requestId", request.requestId())
                .bind("token", token)
                .mapTo(UUID.class)
                .findOne()
                .isPresent();
    }

    void close(Handle sql, DispatchRequest request, Decision.Verdict verdict) {
        sql.createUpdate(CLOSE)
                .bind("verdict", verdict)
                .bind("requestId", request.requestId())
                .execute();
    }

    void askAgainLater(Handle sql, DispatchRequest request) {
        sql.createUpdate(ASK_AGAIN_LATER)
                .bind("requestId", request.requestId())
                .bind("first", (double) config.firstPause().toMillis())
                .bind("longest", (double) config.longestPause().toMillis())
                .execute();
    }

    /** The facts have changed meanwhile: it is decided anew at once. */
    void release(Handle sql, DispatchRequest request) {
        sql.createUpdate(RELEASE).bind("requestId", request.requestId()).execute();
    }

    /** Who is asked for. */
    public record Asked(
            UUID driverId,
            UUID vehicleId,
            String vehiclePlate,
            @Nullable UUID operatorId) {}
}
