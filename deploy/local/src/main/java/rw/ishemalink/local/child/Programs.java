package rw.ishemalink.local.child;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Programs of the operating system. */
public final class Programs {

    private static final int LIMIT_SECONDS = 60;

    private Programs() {}

    /** The program's file, if a folder of PATH has it. */
    public static Optional<Path> find(String name) {
        String folders = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Pattern.compile(Pattern.quote(File.pathSeparator))
                .splitAsStream(folders)
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Whether the command can be run and ends with 0. Its output is dropped. */
    public static boolean succeeds(List<String> command) {
        return run(new ProcessBuilder(command).redirectOutput(Redirect.DISCARD));
    }

    /** The same, with output and errors in the log. */
    public static boolean succeeds(List<String> command, Path log) {
        return run(new ProcessBuilder(command).redirectOutput(log.toFile()));
    }

    private static boolean run(ProcessBuilder builder) {
        try {
            Process process = builder.redirectErrorStream(true).start();
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The {@code java} that runs this. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
