package rw.ishemalink.local.capacity;

import rw.ishemalink.schemas.Topics;

/**
 * What a cell is built from.
 *
 * @param services machines for all services
 * @param databases machines for PostgreSQL: primaries; replicas have as many again, each
 * @param brokers machines for Kafka
 * @param instances of the busiest of booking-, payment- and compliance-service
 * @param partitions that its topics need, so that each instance has work
 * @param receiptDevices of the revenue authority, each of which signs one after the other
 */
public record Machines(int services, int databases, int brokers, int instances, int partitions, int receiptDevices) {

    /** Of a machine, and what one instance of a service makes use of (a pod's limit). */
    static final int CORES = 16;

    private static final int CORES_PER_INSTANCE = 2;
    private static final int DECLARED_PARTITIONS = Topics.BOOKING_EVENTS.partitions();

    /** Enough for what that phase has to do at the peak, with one of each to spare. */
    static Machines of(Phase phase, Cores cores, Demand demand, Costs costs, Habits habits) {
        double usable = CORES * habits.busy();
        double busiest = Math.max(cores.booking(), Math.max(cores.payment(), cores.compliance()));
        int instances = Math.max(phase.fewestInstances(), ceil(busiest / (CORES_PER_INSTANCE * habits.busy())));
        return new Machines(
                Math.max(phase.fewestMachines(), ceil(cores.services() / usable)),
                ceil(cores.database() / usable),
                Math.max(phase.fewestMachines(), ceil(cores.brokers() / usable)),
                instances,
                Math.max(DECLARED_PARTITIONS, instances),
                ceil(demand.bookingsPerSecond() / costs.receiptsPerDevice().value()));
    }

    private static int ceil(double value) {
        return Math.max(1, (int) Math.ceil(value));
    }
}
