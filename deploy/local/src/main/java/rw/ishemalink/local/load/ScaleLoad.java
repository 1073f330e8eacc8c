package rw.ishemalink.local.load;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.parts.Contracts;
import rw.ishemalink.local.parts.KafkaCluster;
import rw.ishemalink.local.parts.Part;
import rw.ishemalink.local.parts.PartOptions;
import rw.ishemalink.local.stack.ServicePart;
import rw.ishemalink.schemas.booking.BookingChange;

/**
 * Sagas through one, two, three instances of booking-, payment- and compliance-service with three brokers: what each number
 * of instances does, what a saga costs then, and what is heard of it when instances come and when they are killed. Freely,
 * where all share the machine's cores, and in time slots, where each instance is as slow as a small machine.
 */
public final class ScaleLoad {

    static final List<String> GROWING = List.of(LoadStack.BOOKING, LoadStack.PAYMENT, LoadStack.COMPLIANCE);

    private static final String POSTGRES = "postgres";
    private static final String BROKERS = "brokers";
    private static final Duration SETTLE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path checkout;
    private final ScaleOptions options;
    private final ScaleReport report;
    private final PrintWriter out;
    private final Silence silence = new Silence();
    private final Map<String, List<ServicePart>> instances = new LinkedHashMap<>();

    public ScaleLoad(Path checkout, ScaleOptions options, PrintWriter out) {
        this.checkout = checkout;
        this.options = options;
        this.report = new ScaleReport(out);
        this.out = out;
    }

    /** Runs it and prints the figures; false if what is there is not what was done. */
    public boolean run() {
        out.println("starting three brokers, PostgreSQL, the registry, simulators, " + String.join(", ", GROWING));
        out.flush();
        Path home = temporaryHome();
        try (KafkaCluster cluster = new KafkaCluster(PartOptions.forTests(home))) {
            cluster.start();
            Contracts.createTopics(cluster.bootstrapServers());
            try (LoadStack stack = new LoadStack(checkout, SagaWorld.services(), cluster);
                    SagaWorld world = new SagaWorld(stack, event -> {
                        if (event.getChange() == BookingChange.ASSIGNED) {
                            silence.heard();
                        }
                    })) {
                return run(stack, cluster, world);
            }
        } finally {
            Folders.delete(home);
        }
    }

    private static Path temporaryHome() {
        try {
            return Files.createTempDirectory("ishemalink-brokers");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean run(LoadStack stack, KafkaCluster cluster, SagaWorld world) {
        GROWING.forEach(service -> instances
                .computeIfAbsent(service, _ -> new ArrayList<>())
                .add((ServicePart) stack.stack().part(service)));
        Holdings before = Holdings.measure(stack, GROWING);
        List<ScaleStep> steps = new ArrayList<>();
        world.journeys().begin(options.atOnce());
        for (int number = 1; number <= options.instances(); number++) {
            silence.longestAnew();
            if (number > 1) {
                addOne(stack, world);
            }
            Waiting.pause(options.warmUp());
            Duration joining = silence.longestAnew();
            steps.add(measure(stack, cluster, world, number, false, joining));
            try (var _ = new TimeSlots(pids(), options.instances() * GROWING.size())) {
                Waiting.pause(SETTLE);
                steps.add(measure(stack, cluster, world, number, true, joining));
            }
            report.print(steps.get(steps.size() - 2));
            report.print(steps.getLast());
        }
        Duration killed = killOneOfEach(world);
        world.letEnd();
        boolean right = world.check(out);
        Holdings held = Holdings.measure(stack, GROWING).minus(before);
        report.print(steps, killed, held, world.journeys().countDelivered());
        return right;
    }

    private ScaleStep measure(
            LoadStack stack, KafkaCluster cluster, SagaWorld world, int number, boolean slowed, Duration joining) {
        CpuTimes cpu = CpuTimes.begin(() -> parts(stack, cluster));
        long before = world.journeys().countDelivered();
        double perSecond = world.rate(options.time());
        long sagas = Math.max(1, world.journeys().countDelivered() - before);
        Map<String, Duration> taken = cpu.taken();
        Map<String, Double> millis = new LinkedHashMap<>();
        taken.forEach((part, time) -> millis.put(part, time.toNanos() / 1e6 / sagas));
        return new ScaleStep(number, slowed, perSecond, millis, cpu.cores(taken), joining);
    }

    private Map<String, Collection<? extends Part>> parts(LoadStack stack, KafkaCluster cluster) {
        Map<String, Collection<? extends Part>> all = new LinkedHashMap<>(instances);
        all.put(POSTGRES, List.of(stack.stack().postgres()));
        all.put(BROKERS, cluster.brokers());
        all.put(LoadStack.SIMULATORS, List.of(stack.stack().part(LoadStack.SIMULATORS)));
        return all;
    }

    /** While sagas go on; they join the groups of consumers and are asked once they are ready. */
    private void addOne(LoadStack stack, SagaWorld world) {
        List<ServicePart> added = GROWING.stream()
                .map(service -> stack.stack().launchAnother(service, Map.of()))
                .toList();
        for (ServicePart one : added) {
            one.awaitReady();
            instances.getOrDefault(one.service().name(), new ArrayList<>()).add(one);
            if (one.service().name().equals(LoadStack.BOOKING)) {
                world.journeys().askToo(one.url());
            }
        }
    }

    /** With SIGKILL, while sagas go on; the longest time without an assignment from then until half a minute later. */
    private Duration killOneOfEach(SagaWorld world) {
        List<ServicePart> last = instances.values().stream().map(List::getLast).toList();
        last.forEach(one -> world.journeys().askNoMore(one.url()));
        Waiting.pause(SETTLE);
        silence.longestAnew();
        last.forEach(Part::kill);
        long before = world.journeys().countDelivered();
        Waiting.until(
                "sagas to go on without those that were killed",
                PATIENCE,
                () -> world.journeys().countDelivered() > before + options.atOnce());
        return silence.longestAnew();
    }

    private List<Long> pids() {
        return instances.values().stream()
                .flatMap(Collection::stream)
                .map(Part::pid)
                .toList();
    }
}
