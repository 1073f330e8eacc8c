package rw.ishemalink.local.release;

import java.io.PrintStream;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import rw.ishemalink.local.parts.Contracts;
import rw.ishemalink.local.parts.PartFailedException;
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

    /** Does the steps that are named, or all. */
    public static void main(String[] arguments) {
        try {
            new Release(System.getenv(), System.out).run(steps(List.of(arguments)));
        } catch (PartFailedException | IllegalArgumentException e) {
            System.err.println("release: " + e.getMessage());
            System.exit(1);
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
