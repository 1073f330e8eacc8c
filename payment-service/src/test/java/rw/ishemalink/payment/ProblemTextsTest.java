package rw.ishemalink.payment;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTextsTest {

    private static final Pattern THROWN =
            Pattern.compile("(?:badRequest|forbidden|notFound|conflict|tooManyRequests)\\(\\s*\"([a-z-]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"problems.properties", "problems_fr.properties", "problems_rw.properties"})
    void every_problem_has_a_title_and_a_detail_in_every_language_and_no_text_is_left_over(String bundle)
            throws IOException {
        Set<String> expected = new TreeSet<>();
        for (String code : codes()) {
            expected.add(code + ".title");
            expected.add(code + ".detail");
        }
        assertThat(new TreeSet<>(read(bundle).stringPropertyNames())).isEqualTo(expected);
    }

    /** Every code that the sources throw. */
    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                THROWN.matcher(Files.readString(source)).results().forEach(found -> codes.add(found.group(1)));
            }
        }
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
