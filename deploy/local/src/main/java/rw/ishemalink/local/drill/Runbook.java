package rw.ishemalink.local.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What a page for operators tells them to type.
 *
 * @param blocks in the order of the page
 */
public record Runbook(List<Block> blocks) {

    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final String OVER = "**It is over**";
    private static final String COMMAND = "./ishema ";

    public Runbook {
        blocks = List.copyOf(blocks);
    }

    /**
     * Commands that belong together.
     *
     * @param lines each a command of ours, without its comment
     * @param whenOver whether they show that the trouble is over
     */
    public record Block(List<String> lines, boolean whenOver) {

        public Block {
            lines = List.copyOf(lines);
        }
    }

    /** The page in that file. */
    public static Runbook read(Path page) {
        try {
            return parse(Files.readString(page));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + page, e);
        }
    }

    /** The page with that text; blocks without a command of ours do not count. */
    static Runbook parse(String page) {
        int over = page.indexOf(OVER);
        return new Runbook(BLOCK.matcher(page)
                .results()
                .map(found -> new Block(commands(found), over >= 0 && found.start() > over))
                .filter(block -> !block.lines().isEmpty())
                .toList());
    }

    private static List<String> commands(MatchResult block) {
        return block.group(1)
                .lines()
                .map(line -> line.replaceFirst(" +#.*", "").strip())
                .filter(line -> line.startsWith(COMMAND))
                .toList();
    }

    /** All commands of the page. */
    public List<String> lines() {
        return blocks.stream().flatMap(block -> block.lines().stream()).toList();
    }

    /** What follows {@code ./ishema} in a line. */
    public static List<String> words(String line) {
        return List.of(line.substring(COMMAND.length()).split(" +", -1));
    }
}
