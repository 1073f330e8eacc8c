package rw.ishemalink.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the pages for operators tell them to type is understood, each option of it. The drills run it. */
class RunbookTest {

    private static final Path PAGES = Path.of("..", "..", "docs", "operations");
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final String COMMAND = "./ishema ";

    /** A script's own command, which says itself what it does not understand. */
    private static final String IMAGES = COMMAND + "images";

    @TestFactory
    Stream<DynamicTest> everyCommandIsUnderstood() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path page : pages()) {
            for (String line : commands(Files.readString(page))) {
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

    private static List<String> commands(String page) {
        Matcher block = BLOCK.matcher(page);
        return block.results()
                .flatMap(found -> found.group(1).lines())
                .map(String::strip)
                .filter(line -> line.startsWith(COMMAND) && !line.startsWith(IMAGES))
                .toList();
    }

    private static void understood(String line) {
        String[] words =
                line.replaceFirst(" +#.*", "").substring(COMMAND.length()).split(" +", -1);
        assertThatCode(() -> Ishema.commandLine().parseArgs(words)).doesNotThrowAnyException();
    }
}
