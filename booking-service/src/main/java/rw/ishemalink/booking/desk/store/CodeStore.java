package rw.ishemalink.booking.desk.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** How many delivery codes a booking had, and how often the newest was missed. The codes themselves are nowhere. */
@ApplicationScoped
public class CodeStore {

    private static final String GET = """
            select code_number as number, code_failures as failures
            from booking where tenant = :tenant and booking_id = :bookingId""";

    private static final String COUNT_FAILURE = """
            update booking set code_failures = code_failures + 1
            where tenant = :tenant and booking_id = :bookingId""";

    private static final String RENEW = """
            update booking set code_number = code_number + 1, code_failures = 0
            where tenant = :tenant and booking_id = :bookingId""";

    /**
     * How it stands with the code of a booking.
     *
     * @param number of the code that counts, from 1
     * @param failures wrong codes given since it counts
     */
    public record CodeState(int number, int failures) {}

    public CodeState get(Handle sql, String tenant, UUID bookingId) {
        return sql.createQuery(GET)
                .bind("tenant", tenant)
                .bind("bookingId", bookingId)
                .map(ConstructorMapper.of(CodeState.class))
                .one();
    }

    public void countFailure(Handle sql, String tenant, UUID bookingId) {
        update(sql, COUNT_FAILURE, tenant, bookingId);
    }

    public void renew(Handle sql, String tenant, UUID bookingId) {
        update(sql, RENEW, tenant, bookingId);
    }

    private static void update(Handle sql, String statement, String tenant, UUID bookingId) {
        sql.createUpdate(statement)
                .bind("tenant", tenant)
                .bind("bookingId", bookingId)
                .execute();
    }
}
