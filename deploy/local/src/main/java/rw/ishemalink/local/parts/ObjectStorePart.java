package rw.ishemalink.local.parts;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import rw.ishemalink.backup.server.FolderStore;
import rw.ishemalink.backup.store.StoreAccess;
import rw.ishemalink.local.child.ChildSpec;
import rw.ishemalink.local.child.Folders;
import rw.ishemalink.local.child.Programs;

/** An S3 server over a folder; in production a store of its own in another place. */
public final class ObjectStorePart extends Part {

    private final HttpServer http = new HttpServer();
    private final PartOptions options;
    private final Path folder;
    private final String accessKey;
    private final String secretKey;

    /**
     * A store that is not started yet.
     *
     * @param port 0 picks a free one
     * @param folder keeps the objects
     */
    public ObjectStorePart(PartOptions options, int port, Path folder, String accessKey, String secretKey) {
        super("object-store", port, options.log("object-store"), options.lifetime());
        this.options = options;
        this.folder = folder;
        this.accessKey = accessKey;
        this.secretKey = secretKey;
    }

    /** How to reach that bucket in it. */
    public StoreAccess access(String bucket) {
        return new StoreAccess(url(), StoreAccess.ANY_REGION, bucket, accessKey, secretKey);
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    /** Whoever does not sign is refused; that is an answer. */
    @Override
    protected boolean answers() {
        return http.answers(url(), 403);
    }

    @Override
    protected void prepare() {
        Folders.create(options.home());
        Folders.create(folder);
    }

    @Override
    protected ChildSpec spec() {
        List<String> command = List.of(
                Programs.java(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlogback.configurationFile=rw/ishemalink/backup/server/logback.xml",
                "-cp",
                PartFiles.archiveClasspath(),
                FolderStore.class.getName(),
                url().toString(),
                folder.toString(),
                accessKey);
        return ChildSpec.of(command, Map.of("ISHEMA_STORE_SECRET_KEY", secretKey), options.home(), log());
    }
}
