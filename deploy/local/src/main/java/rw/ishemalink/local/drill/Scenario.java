package rw.ishemalink.local.drill;

import java.util.List;
import java.util.function.Consumer;

/** A page of the recovery plan with what goes wrong before its blocks are typed; in an order in which each finds what it needs. */
enum Scenario {
    /** First, for it takes the backup that a restore needs. */
    ARCHIVE("recovery", _ -> {}, List.of(StrickenStack::killArchive)),
    SERVICE_CRASH("service-crash", _ -> {}, List.of(StrickenStack::killService)),
    PAYMENT_OUTAGE("payment-outage", StrickenStack::bringProvidersBack, List.of(StrickenStack::payWithoutProviders)),
    RURAL_OUTAGE("rural-outage", _ -> {}, List.of(StrickenStack::deliverWithoutNetwork)),
    BROKER_LOSS("broker-loss", _ -> {}, List.of(StrickenStack::killBroker, StrickenStack::loseBroker)),
    /** Late: the simulators, which remember nothing, are started anew with the services. */
    DATABASE_LOSS("database-loss", _ -> {}, List.of(StrickenStack::loseDatabases)),
    /** What is typed when the other site has taken over; that it can is shown by the drill of failover. */
    SITE_LOSS("site-loss", _ -> {}, List.of());

    private final String page;
    private final Consumer<StrickenStack> relief;
    private final List<Consumer<StrickenStack>> causes;

    Scenario(String page, Consumer<StrickenStack> relief, List<Consumer<StrickenStack>> causes) {
        this.page = page;
        this.relief = relief;
        this.causes = List.copyOf(causes);
    }

    /** The file without its ending. */
    String page() {
        return page;
    }

    /** Makes happen what that block is for; a later block is mostly about the same. */
    void strike(int block, StrickenStack stack) {
        if (block < causes.size()) {
            causes.get(block).accept(stack);
        }
    }

    /** Ends what no command of ours ends. */
    void relieve(StrickenStack stack) {
        relief.accept(stack);
    }
}
