package rw.ishemalink.local.drill;

import java.util.List;
import java.util.function.Consumer;

/**
 * A page of the recovery plan, with what goes wrong before its blocks are typed.
 *
 * @param page the file without its ending
 * @param relief ends what no command of ours ends
 * @param causes of each block from the first on; a later block is mostly about the same
 */
record Scenario(String page, Consumer<StrickenStack> relief, List<Consumer<StrickenStack>> causes) {

    /** In an order in which each finds what it needs. */
    static final List<Scenario> PLAN = List.of(
            // First, for it takes the backup that a restore needs.
            of("recovery", StrickenStack::killArchive),
            of("service-crash", StrickenStack::killService),
            new Scenario(
                    "payment-outage", StrickenStack::bringProvidersBack, List.of(StrickenStack::payWithoutProviders)),
            of("rural-outage", StrickenStack::deliverWithoutNetwork),
            new Scenario("broker-loss", _ -> {}, List.of(StrickenStack::killBroker, StrickenStack::loseBroker)),
            // Late: the simulators, which remember nothing, are started anew with the services.
            of("database-loss", StrickenStack::loseDatabases),
            // What is typed when the other site has taken over; that it can is shown by the drill of failover.
            new Scenario("site-loss", _ -> {}, List.of()));

    Scenario {
        causes = List.copyOf(causes);
    }

    private static Scenario of(String page, Consumer<StrickenStack> cause) {
        return new Scenario(page, _ -> {}, List.of(cause));
    }

    /** Makes happen what that block is for. */
    void strike(int block, StrickenStack stack) {
        if (block < causes.size()) {
            causes.get(block).accept(stack);
        }
    }
}
