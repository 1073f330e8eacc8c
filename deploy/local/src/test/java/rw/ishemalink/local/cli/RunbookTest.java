package rw.ishemalink.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import rw.ishemalink.local.drill.Runbook;

/** What the pages for operators tell them to type is understood, each option of it. ./ishema drill runbooks types it. */
class RunbookTest {

    private static final Path PAGES = Path.of("..", "..", "docs", "operations");

    /** A script's own command, which says itself what it does not understand. */
    private static final String IMAGES = "./ishema images";

    @TestFactory
    Stream<DynamicTest> everyCommandIsUnderstood() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path page : pages()) {
            for (String line : commands(page)) {
                tests.add(DynamicTest.dynamicTest(page.getFileName() + ": " + line, () -> understood(line)));
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> commands(Path page) {
        return Runbook.read(page).lines().stream()
                .filter(line -> !line.startsWith(IMAGES))
                .toList();
    }

    private static void understood(String line) {
        String[] words = Runbook.words(line).toArray(String[]::new);
        assertThatCode(() -> Ishema.commandLine().parseArgs(words)).doesNotThrowAnyException();
    }
}
