package rw.ishemalink.local.release;

import java.io.PrintStream;
import java.net.URI;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import rw.ishemalink.local.backup.OffsetRewind;
import rw.ishemalink.local.parts.Contracts;
import rw.ishemalink.local.parts.PartFailedException;
import rw.ishemalink.local.stack.ServiceSpec;
import rw.ishemalink.local.stack.Services;
import rw.ishemalink.schemas.Agency;

/** The program of the image {@code ishemalink/release}: does its steps and ends, with 1 if one of them failed. */
public final class Release {

    /** What can be done alone. */
    enum Step {
        /** Topics at the brokers, which every service needs before it starts. */
        TOPICS,
        /** The agencies' accounts, and what they may read. */
        AGENCIES,
        /** Contracts in the registry, which is asked only for versions newer than a service. */
        CONTRACTS
    }

    private final Map<String, String> environment;
    private final PrintStream out;

    Release(Map<String, String> environment, PrintStream out) {
        this.environment = environment;
        this.out = out;
    }

    /** Does the steps that are named, or all; {@code rewind MOMENT} instead, after a restore. */
    public static void main(String[] arguments) {
        Release release = new Release(System.getenv(), System.out);
        try {
            if (arguments.length > 0 && arguments[0].equals("rewind")) {
                release.rewind(moment(List.of(arguments)));
            } else {
                release.run(steps(List.of(arguments)));
            }
        } catch (PartFailedException | IllegalArgumentException e) {
            System.err.println("release: " + e.getMessage());
            System.exit(1);
        }
    }

    static Instant moment(List<String> arguments) {
        try {
            return Instant.parse(arguments.get(1));
        } catch (IndexOutOfBoundsException | DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "rewind needs the moment of which the databases are, e.g. 2026-11-23T04:00:00Z", e);
        }
    }

    static Set<Step> steps(List<String> names) {
        Set<Step> steps = EnumSet.noneOf(Step.class);
        names.forEach(name -> steps.add(step(name)));
        return steps.isEmpty() ? EnumSet.allOf(Step.class) : steps;
    }

    private static Step step(String name) {
        try {
            return Step.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "no step is named " + name + "; there are topics, agencies, contracts", e);
        }
    }

    void run(Set<Step> steps) {
        steps.forEach(step -> {
            switch (step) {
                case TOPICS -> Contracts.createTopics(value("KAFKA_BOOTSTRAP_SERVERS"));
                case AGENCIES -> Contracts.admitAgencies(value("KAFKA_BOOTSTRAP_SERVERS"), this::password);
                case CONTRACTS -> Contracts.register(URI.create(value("ISHEMA_REGISTRY_URL")));
            }
            out.println("release: " + step.name().toLowerCase(Locale.ROOT) + " are as declared");
        });
    }

    /** Lets every service with a database hear again what it heard since that moment; none of them may run. */
    void rewind(Instant moment) {
        Set<String> services = Services.list().stream()
                .filter(service -> service.database().isPresent())
                .map(ServiceSpec::name)
                .collect(Collectors.toSet());
        long again = new OffsetRewind(value("KAFKA_BOOTSTRAP_SERVERS")).run(services, moment);
        out.printf("release: services will hear %,d events again%n", again);
    }

    private String password(Agency agency) {
        return value("ISHEMA_AGENCY_" + agency.name() + "_PASSWORD");
    }

    private String value(String variable) {
        String value = environment.getOrDefault(variable, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException("the environment says no " + variable);
        }
        return value;
    }
}
