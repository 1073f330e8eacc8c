package rw.ishemalink.compliance.licence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import rw.ishemalink.compliance.dispatch.Rule;
import rw.ishemalink.compliance.dispatch.RulesV1;
import rw.ishemalink.compliance.dispatch.RulesV2;
import rw.ishemalink.compliance.licence.intake.LicenceFile;

/** What docs/licences.md says is what the code does. */
class LicencesDocumentTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+)\\.(\\w+)`");

    private final String document = read(ROOT.resolve("docs/licences.md"));

    @Test
    void it_lists_every_rule_with_its_legal_reference_and_text_and_no_other() {
        List<String> expected =
                RulesV2.RULES.stream().map(LicencesDocumentTest::row).toList();

        assertThat(document.lines().filter(line -> line.matches("\\| V\\d+ \\|.*")))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void it_lists_every_kind_and_source_and_the_head_of_a_file() {
        assertThat(Stream.concat(
                        Arrays.stream(LicenceKind.values()).map(Enum::name),
                        Arrays.stream(Word.Source.values()).map(Enum::name)))
                .allMatch(name -> document.contains("| `" + name + "` |"));
        assertThat(document).contains("`" + LicenceFile.head() + "`");
    }

    @Test
    void every_test_that_it_names_exists() {
        List<MatchResult> named = TEST.matcher(document).results().toList();
        List<Path> sources = sources();

        assertThat(named).hasSizeGreaterThan(15).allMatch(test -> sources.stream()
                .filter(source -> source.getFileName().toString().equals(test.group(1) + ".java"))
                .anyMatch(source -> read(source).contains("void " + test.group(2) + "(")));
    }

    private static String row(Rule rule) {
        String since = RulesV1.RULES.contains(rule) ? RulesV1.VERSION : RulesV2.VERSION;
        return "| %s | `%s` | %s | %s |".formatted(since, rule.id(), rule.legalReference(), rule.text());
    }

    private static List<Path> sources() {
        List<Path> sources = new ArrayList<>();
        for (String module : List.of("compliance-service", "booking-service", "notification-service", "simulators")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/test/java"))) {
                files.filter(Files::isRegularFile).forEach(sources::add);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
