package rw.ishemalink.local.child;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to run.
 *
 * @param account what comes before everything else to run it as another user; mostly empty
 * @param command program and arguments
 * @param environment added to the environment of this JVM
 * @param folder working folder
 * @param log receives output and errors, appended
 */
public record ChildSpec(
        List<String> account, List<String> command, Map<String, String> environment, Path folder, Path log) {

    public ChildSpec {
        account = List.copyOf(account);
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** A program that runs as this user, in the given folder. */
    public static ChildSpec of(List<String> command, Map<String, String> environment, Path folder, Path log) {
        return new ChildSpec(List.of(), command, environment, folder, log);
    }
}
