package rw.ishemalink.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Our documents say which test plays what: a test that they name is there. */
class DocumentedTestsTest {

    private static final Path CHECKOUT = Path.of("..");

    /** A test in code quotes: its class and perhaps the method, of which the end may be left out. */
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w*(?:Test|Properties|Benchmark))(?:\\.(\\w+)…?)?`");

    @TestFactory
    Stream<DynamicTest> a_test_that_a_document_names_is_there() {
        Map<String, String> sources = testSources();
        return files("docs", ".md")
                .map(document -> DynamicTest.dynamicTest(
                        document.getFileName().toString(), () -> assertThat(listUnknown(document, sources))
                                .as("named in %s, and in no test folder", document.getFileName())
                                .isEmpty()));
    }

    private static List<String> listUnknown(Path document, Map<String, String> sources) {
        return NAMED.matcher(read(document))
                .results()
                .filter(named -> !isThere(named, sources.get(named.group(1))))
                .map(MatchResult::group)
                .toList();
    }

    private static boolean isThere(MatchResult named, @Nullable String source) {
        return source != null && (named.group(2) == null || source.contains(" " + named.group(2)));
    }

    /** The text of every test class, by its name. */
    private static Map<String, String> testSources() {
        return files(".", ".java")
                .filter(file -> file.toString().contains("src/test/java"))
                .collect(Collectors.toMap(
                        file -> file.getFileName().toString().replace(".java", ""),
                        DocumentedTestsTest::read,
                        String::concat));
    }

    private static Stream<Path> files(String folder, String ending) {
        try (Stream<Path> all = Files.walk(CHECKOUT.resolve(folder))) {
            return all.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
