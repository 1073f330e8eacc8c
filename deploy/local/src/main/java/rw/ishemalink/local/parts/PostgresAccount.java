package rw.ishemalink.local.parts;

import com.sun.security.auth.module.UnixSystem;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import rw.ishemalink.local.child.Programs;

/**
 * The user that PostgreSQL runs as. It refuses to be root, so root starts it in a user namespace of its own (where the
 * process has no name but the files stay root's) or, where namespaces are forbidden, as nobody.
 *
 * @param prefix of the command line; empty when no change is needed
 * @param takesFolder whether the data folder must be given to nobody
 */
record PostgresAccount(List<String> prefix, boolean takesFolder) {

    static final PostgresAccount SELF = new PostgresAccount(List.of(), false);
    static final PostgresAccount NAMESPACE = new PostgresAccount(List.of("unshare", "--user", "--"), false);
    static final PostgresAccount NOBODY =
            new PostgresAccount(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--"), true);

    /** Those to try, the best first. */
    static List<PostgresAccount> candidates() {
        return new UnixSystem().getUid() == 0 ? List.of(NAMESPACE, NOBODY) : List.of(SELF);
    }

    /** Whether this account is not root, can run the program and can write into the folder, which may change owner. */
    boolean canUse(Path program, Path folder) {
        if (takesFolder && !Programs.succeeds(List.of("chown", "-R", "65534:65534", folder.toString()))) {
            return false;
        }
        return canRun("sh", "-c", "test $(id -u) -ne 0")
                && canRun(program.toString(), "--version")
                && canRun("test", "-w", folder.toString());
    }

    private boolean canRun(String... command) {
        return Programs.succeeds(
                Stream.concat(prefix.stream(), Stream.of(command)).toList());
    }
}
