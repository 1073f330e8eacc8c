package rw.ishemalink.local.parts;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.local.child.ChildSpec;
import rw.ishemalink.local.child.Folders;

/** A copy of a running PostgreSQL that follows it by streaming and can only be read. */
public final class PostgresReplica extends Part {

    private final PartOptions options;
    private final PostgresServer primary;
    private @Nullable PostgresPlace place;

    /**
     * A replica that is not started yet; its first start copies the primary, which must run then.
     *
     * @param options with a home of its own
     */
    public PostgresReplica(PartOptions options, PostgresServer primary) {
        super("postgres-replica", 0, options.log("postgres-replica"), options.lifetime());
        this.options = options;
        this.primary = primary;
    }

    /** The server, as its owner reaches it. */
    public PostgresServer server() {
        return new PostgresServer("127.0.0.1:" + port(), primary.user(), primary.password());
    }

    @Override
    protected boolean answers() {
        return server().answers();
    }

    @Override
    protected void prepare() {
        if (Files.exists(place().data().resolve("PG_VERSION"))) {
            PostgresCluster.removeStalePidFile(place().data().resolve("postmaster.pid"));
        } else {
            new PostgresCopy(primary, place()).take();
        }
    }

    /** What replay depends on must not be less than at the primary: {@code max_connections}. */
    @Override
    protected ChildSpec spec() {
        List<String> command = new ArrayList<>();
        command.add(place().program("postgres").toString());
        command.addAll(List.of("-D", place().data().toString(), "-p", Integer.toString(port())));
        Map.of(
                        "listen_addresses", "127.0.0.1",
                        "unix_socket_directories", "",
                        "max_connections", "300",
                        "timezone", "UTC",
                        "fsync", options.durable() ? "on" : "off")
                .forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return new ChildSpec(place().account().prefix(), command, Map.of(), place().folder(), log());
    }

    /** Fast shutdown; on TERM it would wait until every client has gone. */
    @Override
    protected String stopSignal() {
        return "INT";
    }

    /** Deletes a copy that could not be kept at home. The server must not run. */
    public void deleteDataElsewhere() {
        Folders.delete(PostgresPlace.elsewhere(options.home()));
    }

    private synchronized PostgresPlace place() {
        PostgresPlace known = place;
        if (known == null) {
            known = PostgresPlace.choose(options, PostgresAccount.candidates());
            place = known;
        }
        return known;
    }
}
