package rw.ishemalink.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The metrics that alerts and dashboards name in their PromQL. */
final class Expressions {

    private static final Path FOLDER = Path.of("../deploy/observability");
    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(?![a-zA-Z0-9_:]*\\s*\\()");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "inf", "nan", "e9");

    private Expressions() {}

    /** Every metric that some file of ours names and that somebody else must tell: not what rules record themselves. */
    static Set<String> metrics() {
        Set<String> metrics = new TreeSet<>();
        Set<String> recorded = new TreeSet<>();
        for (Path file : files()) {
            JsonNode content = read(file);
            content.findValuesAsText("expr").forEach(expression -> metrics.addAll(metrics(expression)));
            content.at("/templating/list").findValuesAsText("query").stream()
                    .filter(query -> query.startsWith("label_values"))
                    .forEach(query -> metrics.add(query.replaceAll("label_values\\((\\w+),.*", "$1")));
            recorded.addAll(content.findValuesAsText("record"));
        }
        metrics.removeAll(recorded);
        return metrics;
    }

    /** What is left of an expression without its labels, ranges and groupings. */
    static Set<String> metrics(String expression) {
        String bare = expression
                .replaceAll("\\{[^}]*}", " ")
                .replaceAll("\\[[^]]*]", " ")
                .replaceAll("\\b(by|without|on|ignoring|group_left|group_right)\\s*\\([^)]*\\)", " ")
                .replaceAll("\\b[0-9.]+(e[0-9]+)?\\b", " ");
        Set<String> metrics = new TreeSet<>();
        NAME.matcher(bare)
                .results()
                .map(found -> found.group())
                .filter(name -> !WORDS.contains(name))
                .forEach(metrics::add);
        return metrics;
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".rules.yml")
                            || file.toString().endsWith(".dashboard.json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
