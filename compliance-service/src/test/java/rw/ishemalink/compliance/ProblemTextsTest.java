package rw.ishemalink.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTextsTest {

    private static final Pattern THROWN =
            Pattern.compile("(?:(?:badRequest|forbidden|notFound|conflict)\\(|NOT_ACCEPTABLE,)\\s*\"([a-z-]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"problems.properties", "problems_fr.properties", "problems_rw.properties"})
    void every_problem_has_a_title_and_a_detail_in_every_language(String bundle) throws IOException {
        Set<String> texts = read(bundle).stringPropertyNames();
        for (String code : codes()) {
            assertThat(texts).contains(code + ".title", code + ".detail");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"problems.properties", "problems_fr.properties", "problems_rw.properties"})
    void titles_are_no_patterns_so_an_apostrophe_stands_once(String bundle) throws IOException {
        Properties texts = read(bundle);
        assertThat(texts.stringPropertyNames())
                .filteredOn(name -> name.endsWith(".title"))
                .noneMatch(name -> texts.getProperty(name).contains("''"));
    }

    @Test
    void no_text_is_left_over_from_a_problem_that_is_gone() throws IOException {
        Set<String> texts = new TreeSet<>();
        for (String name : read("problems.properties").stringPropertyNames()) {
            texts.add(name.substring(0, name.lastIndexOf('.')));
        }
        assertThat(texts).isEqualTo(codes());
    }

    /** Those that the service words itself: for the suite's own, the kit has the words. */
    private static Set<String> codes() throws IOException {
        Properties worded = read("kit-problems.properties");
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                THROWN.matcher(Files.readString(source)).results().forEach(found -> codes.add(found.group(1)));
            }
        }
        codes.removeIf(code -> worded.containsKey(code + ".title"));
        return codes;
    }

    private static Properties read(String bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ProblemTextsTest.class.getResourceAsStream("/" + bundle)),
                StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
