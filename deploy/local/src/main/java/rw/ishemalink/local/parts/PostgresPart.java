package rw.ishemalink.local.parts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import rw.ishemalink.local.child.ChildSpec;
import rw.ishemalink.local.child.Folders;

/** PostgreSQL 18. Its cluster and a password are made on the first start. */
public final class PostgresPart extends Part {

    /** The owner of every database of the stack. */
    public static final String USER = "ishema";

    private final PartOptions options;
    private @Nullable PostgresPlace place;

    /**
     * A server that is not started yet.
     *
     * @param port 0 picks a free one
     */
    public PostgresPart(PartOptions options, int port) {
        super("postgres", port, options.log("postgres"), options.lifetime());
        this.options = options;
    }

    /** Starts a server and waits until it answers. */
    public static PostgresPart start(PartOptions options, int port) {
        PostgresPart part = new PostgresPart(options, port);
        part.start();
        return part;
    }

    /** The server, as its owner reaches it. */
    public PostgresServer server() {
        return new PostgresServer("127.0.0.1:" + port(), USER, PostgresCluster.readPassword(options));
    }

    @Override
    protected boolean answers() {
        return server().answers();
    }

    @Override
    protected void prepare() {
        new PostgresCluster(options, place()).prepare();
    }

    @Override
    protected ChildSpec spec() {
        List<String> command = new ArrayList<>();
        command.add(place().program("postgres").toString());
        command.addAll(List.of("-D", place().data().toString(), "-p", Integer.toString(port())));
        settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return new ChildSpec(place().account().prefix(), command, Map.of(), place().folder(), log());
    }

    /** Fast shutdown; on TERM it would wait until every client has gone. */
    @Override
    protected String stopSignal() {
        return "INT";
    }

    private Map<String, String> settings() {
        String durable = options.durable() ? "on" : "off";
        return Map.of(
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "max_connections", "300",
                "shared_buffers", "256MB",
                "timezone", "UTC",
                "log_line_prefix", "%m [%p] %d ",
                "fsync", durable,
                "full_page_writes", durable);
    }

    /** Where its cluster lies. */
    public Path dataFolder() {
        return place().data();
    }

    /** Deletes a cluster that could not be kept at home. The server must not run. */
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
