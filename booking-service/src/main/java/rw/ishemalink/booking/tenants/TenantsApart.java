package rw.ishemalink.booking.tenants;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import rw.ishemalink.booking.config.BookingConfig;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** Gives large tenants tables of their own, when the service starts and before anybody asks it for something. */
@ApplicationScoped
public class TenantsApart {

    private static final Logger LOG = Logger.getLogger(TenantsApart.class);

    /** As identity-service takes them; with the name of a table a name that PostgreSQL keeps whole (63 characters). */
    private static final Pattern TENANT = Pattern.compile("[a-z][a-z0-9-]{1,39}");

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final UnitOfWork unitOfWork;
    private final Set<String> apart;

    TenantsApart(UnitOfWork unitOfWork, BookingConfig config) {
        this.unitOfWork = unitOfWork;
        this.apart = config.tenantsApart().orElse(Set.of());
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent event) {
        apart.stream().filter(tenant -> !TENANT.matcher(tenant).matches()).forEach(tenant -> {
            throw new IllegalArgumentException("ishema.booking.tenants-apart: no tenant's code: " + tenant);
        });
        apart.stream().sorted().forEach(this::giveOrGoOn);
    }

    /** A service that does not start would be worse than a large tenant that stays with the rest. */
    private void giveOrGoOn(String tenant) {
        try {
            give(tenant).ifPresent(moved -> LOG.infof("%s has tables of its own; %d bookings moved", tenant, moved));
        } catch (UnableToExecuteStatementException e) {
            if (!wasInUse(e)) {
                throw e;
            }
            LOG.errorf("%s has no tables of its own yet, bookings were in use all the time; start once more", tenant);
        }
    }

    /** Moves the tenant's bookings into tables of its own: how many they were; empty if it has some already. */
    public Optional<Long> give(String tenant) {
        return call("select give_own_part(:tenant)", tenant);
    }

    /** The way back. */
    public Optional<Long> takeBack(String tenant) {
        return call("select join_the_rest(:tenant)", tenant);
    }

    private Optional<Long> call(String statement, String tenant) {
        return unitOfWork.call(tx -> tx.sql()
                .createQuery(statement)
                .bind("tenant", tenant)
                .mapTo(Long.class)
                .findOne());
    }

    private static boolean wasInUse(UnableToExecuteStatementException failure) {
        return failure.getCause() instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState());
    }
}
