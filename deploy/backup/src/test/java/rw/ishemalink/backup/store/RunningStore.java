package rw.ishemalink.backup.store;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import rw.ishemalink.backup.server.FolderStore;

/** A real S3 server for one test. */
public final class RunningStore implements AutoCloseable {

    private final StoreAccess access;
    private final FolderStore server;
    private final S3Store store;

    public RunningStore(Path folder) {
        URI endpoint = URI.create("http://127.0.0.1:" + freePort());
        this.access = new StoreAccess(endpoint, StoreAccess.ANY_REGION, "backups", "tester", "a-secret-of-the-tester");
        this.server = FolderStore.start(endpoint, folder, access.accessKey(), access.secretKey());
        this.store = new S3Store(access);
        store.createBucketIfAbsent();
    }

    public S3Store store() {
        return store;
    }

    public StoreAccess access() {
        return access;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        store.close();
        server.close();
    }
}
