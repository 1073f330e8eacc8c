package rw.ishemalink.local.parts;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import rw.ishemalink.backup.nightly.ArchiveMain;
import rw.ishemalink.local.child.ChildSpec;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.child.Programs;

/** The archive of PostgreSQL: its log as it is written, and a copy each night. */
public final class ArchivePart extends Part {

    private final HttpServer http = new HttpServer();
    private final PartOptions options;
    private final Supplier<Map<String, String>> settings;

    /**
     * An archive that is not started yet.
     *
     * @param port of its figures; 0 picks a free one
     * @param settings environment that says what is archived and where; asked at each start
     */
    public ArchivePart(PartOptions options, int port, Supplier<Map<String, String>> settings) {
        super("archive", port, options.log("archive"), options.lifetime());
        this.options = options;
        this.settings = settings;
    }

    /** Its figures. */
    public URI metricsUrl() {
        return URI.create("http://127.0.0.1:" + port() + "/metrics");
    }

    @Override
    protected boolean answers() {
        return http.answers(metricsUrl().resolve("/health"), 200);
    }

    @Override
    protected void prepare() {
        Folders.create(options.home());
    }

    @Override
    protected ChildSpec spec() {
        List<String> command = List.of(
                Programs.java(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                options.atFullSpeed() ? "-XX:+TieredCompilation" : "-XX:TieredStopAtLevel=1",
                "-Dlogback.configurationFile=rw/ishemalink/backup/server/logback.xml",
                "-cp",
                PartFiles.archiveClasspath(),
                ArchiveMain.class.getName());
        Map<String, String> environment = new HashMap<>(settings.get());
        environment.put("ISHEMA_BACKUP_PORT", Integer.toString(port()));
        return ChildSpec.of(command, environment, options.home(), log());
    }
}
