package rw.ishemalink.compliance.dispatch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
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
 * paid and its receipt is there, or is known not to come. A local signature stands for the receipt for a day, and for no
 * longer than a day after the device fell silent; then the dispatch waits for the device.
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
                 and exists (select from receipt_job j join fiscal_device d using (tin, branch)
                              where j.booking_id = r.booking_id and j.kind = 'SALE'
                                and (j.state <> 'OPEN'
                                     or (d.silent_since is null or d.silent_since > now() - :day * interval '1 millisecond')
                                        and exists (select from fiscal_receipt f
                                                     where f.job_id = j.job_id
                                                       and f.issued_at > now() - :day * interval '1 millisecond')))
               order by r.due_at limit :page for no key update of r skip locked)
            update dispatch_request r
               set claim_token = :token, claimed_until = now() + :claim * interval '1 millisecond'
              from due where r.request_id = due.request_id
            returning r.*""";

    private static final String HOLD = """
            select request_id from dispatch_request
             where request_id = any(:requestIds) and claim_token = :token and state = 'OPEN' for no key update""";

    private static final String CLOSE = """
            update dispatch_request set state = :verdict, claim_token = null, claimed_until = null
             where request_id = any(:requestIds)""";

    private static final String ASK_AGAIN_LATER = """
            update dispatch_request
               set claim_token = null, claimed_until = null, told_to_wait = true, attempts = attempts + 1,
                   due_at = now() + least(:longest, :first * power(2, least(attempts, 20))) * (0.75 + random() / 2)
                                    * interval '1 millisecond'
             where request_id = :requestId""";

    private static final String RELEASE = """
            update dispatch_request set claim_token = null, claimed_until = null
             where request_id = any(:requestIds) and claim_token = :token""";

    private final ComplianceConfig.Dispatch config;
    private final long localSignatureMillis;

    DispatchRequests(ComplianceConfig config) {
        this.config = config.dispatch();
        this.localSignatureMillis = config.localSignature().validity().toMillis();
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

    /** Those that are due longest. */
    List<DispatchRequest> claim(Handle sql, UUID token) {
        return sql.createQuery(CLAIM)
                .bind("token", token)
                .bind("claim", config.claim().toMillis())
                .bind("page", config.pageSize())
                .bind("day", localSignatureMillis)
                .map(ConstructorMapper.of(DispatchRequest.class))
                .list();
    }

    /** Which of them are still open and ours; holds those until the transaction ends. */
    Set<UUID> listHeld(Handle sql, List<DispatchRequest> requests, UUID token) {
        return sql.createQuery(HOLD)
                .bindArray("requestIds", UUID.class, ids(requests))
                .bind("token", token)
                .mapTo(UUID.class)
                .set();
    }

    /** They are decided. */
    void close(Handle sql, List<DispatchRequest> requests, Decision.Verdict verdict) {
        sql.createUpdate(CLOSE)
                .bind("verdict", verdict)
                .bindArray("requestIds", UUID.class, ids(requests))
                .execute();
    }

    void askAgainLater(Handle sql, DispatchRequest request) {
        sql.createUpdate(ASK_AGAIN_LATER)
                .bind("requestId", request.requestId())
                .bind("first", (double) config.firstPause().toMillis())
                .bind("longest", (double) config.longestPause().toMillis())
                .execute();
    }

    /** Not decided, as the facts have changed meanwhile or could not be had: that is done anew at once. */
    void release(Handle sql, List<DispatchRequest> requests, UUID token) {
        sql.createUpdate(RELEASE)
                .bindArray("requestIds", UUID.class, ids(requests))
                .bind("token", token)
                .execute();
    }

    private static List<UUID> ids(List<DispatchRequest> requests) {
        return requests.stream().map(DispatchRequest::requestId).toList();
    }

    /** Who is asked for. */
    public record Asked(
            UUID driverId,
            UUID vehicleId,
            String vehiclePlate,
            @Nullable UUID operatorId) {}
}
