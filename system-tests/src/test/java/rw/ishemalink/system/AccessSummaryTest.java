package rw.ishemalink.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rw.ishemalink.local.stack.ServiceSpec;
import rw.ishemalink.local.stack.Services;

/** The counts in docs/access.md are those of the services' walks; {@code -Dfreeze} writes them, otherwise they must not differ. */
class AccessSummaryTest {

    private static final Path DOCUMENT = Path.of("../docs/access.md");
    private static final Path WALKS = Path.of("../docs/access");
    private static final String BEGIN = "<!-- counts: written by AccessSummaryTest -->\n";
    private static final String END = "<!-- end of counts -->\n";
    private static final Pattern COUNTS = Pattern.compile(
            "(\\d+) endpoints × (\\d+) callers = (\\d+) requests: 2xx (\\d+), 400 (\\d+), 401 (\\d+), 403 (\\d+),"
                    + " 404 (\\d+), 5xx (\\d+)\\. Of (\\d+) endpoints that name a row, (\\d+) were tried on a real one\\.");

    /** The figures of one walk, in the order in which they stand. */
    private record Walk(String service, List<Integer> figures) {

        String row() {
            return "| [%1$s](access/%1$s.md) | %2$s |\n".formatted(service, cells(figures));
        }
    }

    @Test
    void the_summary_adds_up_the_walks_of_all_services() throws IOException {
        List<Walk> walks = walks();
        assertThat(walks).extracting(Walk::service).containsExactlyElementsOf(servicesWithAWalk());
        String document = Files.readString(DOCUMENT);
        assertThat(document).contains(BEGIN, END);
        String expected = document.substring(0, document.indexOf(BEGIN))
                + BEGIN
                + table(walks)
                + document.substring(document.indexOf(END));
        if (System.getProperty("freeze") != null) {
            Files.writeString(DOCUMENT, expected);
        }
        assertThat(Files.readString(DOCUMENT)).isEqualTo(expected);
    }

    private static String table(List<Walk> walks) {
        List<Integer> all =
                new ArrayList<>(walks.getFirst().figures().stream().map(_ -> 0).toList());
        walks.forEach(walk -> {
            for (int i = 0; i < all.size(); i++) {
                all.set(i, all.get(i) + walk.figures().get(i));
            }
        });
        return "| service | endpoints | callers | requests | 2xx | 400 | 401 | 403 | 404 | 5xx | name a row | tried on a real one |\n"
                + "|---|" + "--:|".repeat(all.size()) + "\n"
                + walks.stream().map(Walk::row).collect(Collectors.joining())
                + "| all | %s |\n".formatted(cells(all).replaceFirst("(\\| )[\\d,]+ ", "$1 "));
    }

    private static String cells(List<Integer> figures) {
        return figures.stream()
                .map(figure -> String.format(Locale.ROOT, "%,d", figure))
                .collect(Collectors.joining(" | "));
    }

    private static List<Walk> walks() {
        try (Stream<Path> files = Files.list(WALKS)) {
            return files.sorted().map(AccessSummaryTest::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Walk read(Path file) {
        try {
            Matcher counts = COUNTS.matcher(Files.readString(file));
            assertThat(counts.find()).as("counts in " + file).isTrue();
            List<Integer> figures = new ArrayList<>();
            for (int group = 1; group <= counts.groupCount(); group++) {
                figures.add(Integer.parseInt(counts.group(group)));
            }
            return new Walk(file.getFileName().toString().replace(".md", ""), figures);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every module with endpoints has a walk, and so a table. */
    private static List<String> servicesWithAWalk() {
        return Services.list().stream()
                .map(ServiceSpec::name)
                .filter(name -> !name.equals("simulators"))
                .sorted()
                .toList();
    }
}
