package rw.ishemalink.local.capacity;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The model as Markdown: what was measured, what is assumed, what follows for each phase. */
public final class CapacityTable {

    private static final double GIGABYTE = 1e9;

    private final Costs costs;
    private final Habits habits;
    private final Keeping keeping;

    CapacityTable(Costs costs, Habits habits, Keeping keeping) {
        this.costs = costs;
        this.habits = habits;
        this.keeping = keeping;
    }

    /** From what was measured and is assumed. */
    public static CapacityTable current() {
        return new CapacityTable(Costs.measured(), Habits.assumed(), Keeping.declared());
    }

    public String markdown() {
        return String.join(
                "\n\n",
                "Measured:",
                measured(),
                "Assumed, for nobody has measured a country yet:",
                assumed(),
                "At the ceiling of each phase, in one cell:",
                demands(),
                "Cores of the measured machine that are busy at the peak, and machines of " + Machines.CORES
                        + " such cores of which " + percent(habits.busy()) + " may be busy then:",
                machines(),
                "What lies on disks, all copies counted:",
                storage());
    }

    private String measured() {
        return table(
                List.of("what", "costs", "measured by"),
                costs.list().stream()
                        .map(one -> List.of(one.what(), number(one.value()) + " " + one.unit(), one.source())));
    }

    private String assumed() {
        return table(
                List.of("what", "value"),
                Stream.of(
                        List.of("bookings of a day that come in its busiest hour", percent(habits.busiestHour())),
                        List.of("its busiest minutes against its mean", "× " + number(habits.burst())),
                        List.of("questions for each booking", number(habits.questionsPerBooking())),
                        List.of("trips of a vehicle in a day", number(habits.tripsPerVehicle())),
                        List.of("its hours on duty", number(habits.hoursOnDuty())),
                        List.of("a position every", number(habits.secondsPerFix()) + " s"),
                        List.of("vehicles of a day on duty at the peak", percent(habits.dutyAtPeak())),
                        List.of("cores of a machine that may be busy at the peak", percent(habits.busy())),
                        List.of(
                                "copies of records, of tables",
                                keeping.copiesOnTopics() + ", " + keeping.copiesOfTables())));
    }

    private String demands() {
        return table(
                List.of(
                        "phase",
                        "cells",
                        "bookings a day",
                        "bookings/s",
                        "questions/s",
                        "positions/s",
                        "bookings a day in all"),
                phases().map(phase -> {
                    Demand demand = demand(phase);
                    return List.of(
                            phase.number(),
                            Integer.toString(phase.cells()),
                            number((double) phase.bookingsPerDay()),
                            number(demand.bookingsPerSecond()),
                            number(demand.questionsPerSecond()),
                            number(demand.fixesPerSecond()),
                            number((double) phase.bookingsPerDay() * phase.cells()));
                }));
    }

    private String machines() {
        return table(
                List.of(
                        "phase",
                        "booking",
                        "payment",
                        "compliance",
                        "tracking",
                        "questions",
                        "analytics",
                        "PostgreSQL",
                        "Kafka",
                        "machines: services, PostgreSQL, Kafka",
                        "instances of the busiest service",
                        "partitions",
                        "receipt devices"),
                phases().map(phase -> {
                    Demand demand = demand(phase);
                    Cores cores = Cores.of(demand, costs);
                    Machines machines = Machines.of(phase, cores, demand, costs, habits);
                    return List.of(
                            phase.number(),
                            number(cores.booking()),
                            number(cores.payment()),
                            number(cores.compliance()),
                            number(cores.tracking()),
                            number(cores.questions()),
                            number(cores.analytics()),
                            number(cores.database()),
                            number(cores.brokers()),
                            machines.services() + ", " + machines.databases() + ", " + machines.brokers(),
                            Integer.toString(machines.instances()),
                            Integer.toString(machines.partitions()),
                            Integer.toString(machines.receiptDevices()));
                }));
    }

    private String storage() {
        return table(
                List.of(
                        "phase",
                        "topics",
                        "tables, more each year",
                        "tables that end after days",
                        "PostgreSQL's log to replicas and archive, a day"),
                phases().map(phase -> {
                    Storage storage = Storage.of(demand(phase), costs, keeping);
                    return List.of(
                            phase.number(),
                            gigabytes(storage.topics()),
                            gigabytes(storage.perYear()),
                            gigabytes(storage.standing()),
                            gigabytes(storage.logPerDay()));
                }));
    }

    private Demand demand(Phase phase) {
        return Demand.of((double) phase.bookingsPerDay(), habits);
    }

    private static Stream<Phase> phases() {
        return Arrays.stream(Phase.values());
    }

    private static String table(List<String> head, Stream<List<String>> rows) {
        return Stream.concat(Stream.of(head, head.stream().map(_ -> "---").toList()), rows)
                .map(CapacityTable::row)
                .collect(joining("\n"));
    }

    private static String row(List<String> cells) {
        return cells.getFirst().equals("---")
                ? "|" + String.join("|", cells) + "|"
                : "| " + String.join(" | ", cells) + " |";
    }

    private static String gigabytes(double bytes) {
        double gigabytes = bytes / GIGABYTE;
        return gigabytes >= 10_000 ? number(gigabytes / 1_000) + " TB" : number(gigabytes) + " GB";
    }

    private static String percent(double part) {
        return number(part * 100) + " %";
    }

    /** Three figures are more than the model knows. */
    private static String number(double value) {
        if (value >= 100) {
            return String.format(Locale.ROOT, "%,.0f", value);
        }
        String text = String.format(Locale.ROOT, value >= 10 ? "%.1f" : "%.2f", value);
        return text.replaceAll("\\.?0+$", "");
    }
}
