package rw.ishemalink.tracking.map;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.kit.outbox.UnitOfWork;

/** Whose fleet a vehicle is of, as columns of who drives it. */
@ApplicationScoped
public class Fleets {

    private static final String KEEP = """
            update driver_vehicle set operator_id = :operatorId
             where driver_id = :driverId and sequence = :sequence and operator_id is distinct from :operatorId""";

    private final UnitOfWork unitOfWork;

    Fleets(UnitOfWork unitOfWork) {
        this.unitOfWork = unitOfWork;
    }

    /** Keeps what the fleet says, in the transaction that keeps the vehicle; unless something later is known. */
    public void keep(Handle sql, UUID driverId, @Nullable UUID operatorId, long sequence) {
        sql.createUpdate(KEEP)
                .bind("driverId", driverId)
                .bind("operatorId", operatorId)
                .bind("sequence", sequence)
                .execute();
    }

    /** The operator's vehicles. */
    public Set<UUID> findVehicles(String tenant, UUID operatorId) {
        return unitOfWork.read(sql -> new HashSet<>(sql.createQuery(
                        "select vehicle_id from driver_vehicle where tenant = :tenant and operator_id = :operatorId")
                .bind("tenant", tenant)
                .bind("operatorId", operatorId)
                .mapTo(UUID.class)
                .list()));
    }
}
