package rw.ishemalink.kit.testing.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import rw.ishemalink.kit.caller.Role;
import rw.ishemalink.kit.testing.walk.Visitor.Kind;
import rw.ishemalink.local.openapi.Operation;

/** How everybody was met, as a document. */
final class AccessTable {

    private static final Path FOLDER = Path.of("../docs/access");

    private final String service;
    private final Map<String, String> open;
    private final Map<Operation, List<Visit>> rows;

    AccessTable(String service, Map<String, String> open, List<Visit> visits) {
        this.service = service;
        this.open = new TreeMap<>(open);
        this.rows = visits.stream()
                .collect(
                        Collectors.groupingBy(visit -> visit.request().operation(), TreeMap::new, Collectors.toList()));
    }

    /** Writes it, if {@code -Dfreeze} says so: also what is not as it should be, to be seen. */
    void freeze() {
        if (System.getProperty("freeze") != null) {
            try {
                Files.createDirectories(FOLDER);
                Files.writeString(file(), text());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Path file() {
        return FOLDER.resolve(service + ".md");
    }

    /** Must be what is committed. */
    void check() {
        Path file = file();
        try {
            assertThat(Files.exists(file)).as(file + " exists").isTrue();
            assertThat(Files.readString(file))
                    .as("who may do what in %s; if the change is meant: -Dfreeze (CONTRIBUTING.md)", service)
                    .isEqualTo(text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        return """
                # Who may do what: %s

                Written by `AccessWalkTest` (-Dfreeze), which walks every endpoint and checks this at every build; how to read it: [access](../access.md).

                %s
                %s
                ## Our tenant

                %s
                ## Another tenant

                %s""".formatted(
                        service,
                        counts(),
                        openOnes(),
                        table(one -> one.kind() != Kind.OTHER_TENANT),
                        table(one -> one.kind() == Kind.OTHER_TENANT)).stripTrailing()
                + "\n";
    }

    private String counts() {
        List<Visit> all = rows.values().stream().flatMap(List::stream).toList();
        Map<Outcome, Long> outcomes =
                all.stream().collect(Collectors.groupingBy(Visit::outcome, TreeMap::new, Collectors.counting()));
        String met = Arrays.stream(Outcome.values())
                .map(one -> one.code() + " " + outcomes.getOrDefault(one, 0L))
                .collect(Collectors.joining(", "));
        long named = rows.keySet().stream()
                .filter(one -> !one.namesInPath().isEmpty())
                .count();
        long real = rows.entrySet().stream()
                .filter(row -> !row.getKey().namesInPath().isEmpty() && isOnRealRow(row.getValue()))
                .count();
        return "%d endpoints × %d callers = %d requests: %s. Of %d endpoints that name a row, %d were tried on a real one.\n"
                .formatted(
                        rows.size(),
                        rows.isEmpty() ? 0 : rows.values().iterator().next().size(),
                        all.size(),
                        met,
                        named,
                        real);
    }

    private String openOnes() {
        return open.isEmpty()
                ? ""
                : "\nOpen to everybody:\n\n"
                        + open.entrySet().stream()
                                .map(one -> "- `%s`: %s\n".formatted(one.getKey(), one.getValue()))
                                .collect(Collectors.joining());
    }

    private String table(Predicate<Visitor> wanted) {
        StringBuilder table = new StringBuilder();
        rows.forEach((operation, visits) -> {
            Map<String, String> cells = cells(visits.stream()
                    .filter(visit -> wanted.test(visit.visitor()))
                    .sorted(Comparator.comparingInt(visit -> column(visit.visitor())))
                    .toList());
            if (table.isEmpty()) {
                table.append("| endpoint | ")
                        .append(String.join(" | ", cells.keySet()))
                        .append(" |\n|---|")
                        .append(":-:|".repeat(cells.size()))
                        .append('\n');
            }
            table.append("| `")
                    .append(operation.key())
                    .append('`')
                    .append(note(operation, visits))
                    .append(" | ");
            table.append(String.join(" | ", cells.values())).append(" |\n");
        });
        return table.toString();
    }

    /** Nobodies are one column: they are all met alike, or it is a breach, or the endpoint is open. */
    private static Map<String, String> cells(List<Visit> visits) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (Visit visit : visits) {
            cells.putIfAbsent(header(visit.visitor()), visit.outcome().code());
        }
        return cells;
    }

    private static int column(Visitor visitor) {
        return switch (visitor.kind()) {
            case NOBODY -> 0;
            case OTHER_TENANT, STRANGER -> 1;
            case OTHER_OPERATOR -> 2;
            case OWNER -> 3;
        };
    }

    private static String header(Visitor visitor) {
        return switch (visitor.kind()) {
            case NOBODY -> "none";
            case OTHER_TENANT, STRANGER -> abbreviated(visitor);
            case OTHER_OPERATOR -> "other " + abbreviated(visitor);
            case OWNER -> visitor.name();
        };
    }

    private static String abbreviated(Visitor visitor) {
        return visitor.role().map(AccessTable::abbreviated).orElse(visitor.name());
    }

    private static String abbreviated(Role role) {
        return switch (role) {
            case CUSTOMER -> "CUS";
            case SENDER -> "SEN";
            case EXPORTER -> "EXP";
            case AGENT -> "AGT";
            case DRIVER -> "DRV";
            case OPERATOR -> "OPR";
            case DISPATCHER -> "DSP";
            case CUSTOMS_INSPECTOR -> "INS";
            case GOVERNMENT -> "GOV";
            case AUDITOR -> "AUD";
            case TENANT_ADMIN -> "TAD";
            case PLATFORM_ADMIN -> "PAD";
            case SERVICE -> "SVC";
        };
    }

    /** A row proves nothing about isolation if no real row was named, or if nobody at all got as far as it. */
    private static String note(Operation operation, List<Visit> visits) {
        if (operation.namesInPath().isEmpty()) {
            return "";
        }
        if (!isOnRealRow(visits)) {
            return " ¹";
        }
        return visits.stream().anyMatch(visit -> visit.outcome().isLetIn()) ? "" : " ²";
    }

    private static boolean isOnRealRow(List<Visit> visits) {
        return visits.stream().anyMatch(visit -> visit.request().real());
    }
}
